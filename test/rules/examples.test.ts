// The example and the near miss beside each pattern of the catalogue.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import type { CatalogueShape } from "../../src/rules/catalogue-shape.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { ALPHABETS, expand } from "../samples/expand.ts";

const isShown = (rule: Rule): rule is CatalogueShape => "pattern" in rule && "example" in rule;
/** Those of personal data are put together from tables; `pii.test.ts` has their texts. */
const shown = catalogue.filter(isShown);
const named = shown.map((rule) => [rule.id, rule] as const);

/** So much of the shorter shape, at the least, the other one has too, at its begin and at its end. */
const ALIKE = 0.6;

/** A redactor of that rule alone. What has to be asked for is asked for with the rest, of which a URL's password wins. */
function alone({ id, optIn }: CatalogueShape): ReturnType<typeof createRedactor> {
  return createRedactor({ rules: optIn ? [id, "!url/*"] : [id] });
}

test("each pattern has both", () => {
  const without = catalogue.filter(
    (rule) => "pattern" in rule && !rule.id.startsWith("pii/") && !isShown(rule),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
  expect(shown.length).toBeGreaterThan(700);
});

describe("the example is found where its marks say, the near miss is not", () => {
  test.each(named)("%s", (id, rule) => {
    const marked = expand(rule.example);
    const text = marked.replace(/[«»]/g, "");
    const span = { start: marked.indexOf("«"), end: marked.indexOf("»") - 1 };
    const redactor = alone(rule);
    const found = (of: string) => redactor.scan(of).filter((match) => match.rule === id);
    expect(found(text).map(({ start, end }) => ({ start, end }))).toEqual([span]);
    expect(found(expand(rule.nearMiss))).toEqual([]);
  });
});

/** Of which another rule takes more: it finds a token that begins with the word before it. */
const MORE: readonly string[] = ["generic/django-secret-key"];

test("with every rule but those of personal data, it is replaced, and nothing else, and no more the second time", () => {
  const redactor = createRedactor({ rules: ["strict", "!pii/*"] });
  const others = shown.filter(({ id, example }) => {
    const marked = expand(example);
    const once = redactor.redact(marked.replace(/[«»]/g, ""));
    return (
      !MORE.includes(id) &&
      (once !== marked.replace(/«[^»]*»/, "[REDACTED]") || redactor.redact(once) !== once)
    );
  });
  expect(others.map(({ id }) => id)).toEqual([]);
});

test("a near miss is like its example", () => {
  const unlike = shown.filter(({ example, nearMiss }) => {
    const [a, b] = [example.replace(/[«»]/g, ""), nearMiss];
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    let begin = 0;
    while (begin < short.length && short[begin] === long[begin]) begin += 1;
    let end = 0;
    while (end < short.length - begin && short.at(-1 - end) === long.at(-1 - end)) end += 1;
    return a === b || begin + end < ALIKE * short.length;
  });
  expect(unlike.map(({ id }) => id)).toEqual([]);
});

describe("a shape stands for", () => {
  test.each(Object.entries(ALPHABETS))("%s", (name, alphabet) => {
    const text = expand(`a ‹${name} 40› b`);
    expect(text).toMatch(/^a .{40} b$/);
    expect([...text.slice(2, 42)].every((character) => alphabet.includes(character))).toBe(true);
    expect(new Set(text).size).toBeGreaterThan(6);
    expect(expand(`a «‹${name} 40›» b`).replace(/[«»]/g, "")).toBe(text);
  });

  test("nothing else", () => {
    expect(() => expand("‹digit 4›")).toThrow("no alphabet digit");
    expect(expand('‹json {"alg":"none"}›')).toBe("eyJhbGciOiJub25lIn0");
  });
});
