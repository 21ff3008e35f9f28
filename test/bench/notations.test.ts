import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { notations } from "../../bench/eval/notations.ts";

const awkward = [
  "plainToken0123456789",
  "Bearer abc.def-ghi",
  "a+b/c==",
  `it's "quoted" \\ back`,
  "tom&jerry <tag> 100%",
  "#{x} $y $(z) `w`",
  "line one\nline two",
  "grüße-€-🙂",
];
const keys = ["authorization", "apiKey", "dbPassword", "note"];

const placed = notations.flatMap((notation) =>
  keys.flatMap((key) =>
    awkward
      .filter((value) => notation.accepts?.(value) ?? true)
      .map((value) => ({ notation, key, value, text: notation.render(key, value) })),
  ),
);

/** Undoes every escape that a notation of the table may have put in, so that the value must come to light. */
function unescapeAll(text: string): string {
  return text
    .replace(/\x1b\[\d*m/g, "")
    .replace(/%(?:25)*([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("''", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll(/&quot;|&#34;/g, '"')
    .replaceAll("&amp;", "&");
}

test("names are distinct", () => {
  expect(new Set(notations.map(({ name }) => name)).size).toBe(notations.length);
});

test("every notation can carry a plain token, under one of its kinds of key", () => {
  for (const { name, accepts, kinds } of notations) {
    expect(
      accepts?.(kinds?.includes("header") ? "Bearer abc.def-ghi" : "plainToken0123456789") ?? true,
      name,
    ).toBe(true);
  }
});

test.each(notations.filter(({ json }) => json).map((each) => [each.name] as const))("%s is JSON", (name) => {
  for (const { text } of placed.filter(({ notation }) => notation.name === name)) {
    expect(() => JSON.parse(text)).not.toThrow();
  }
});

test("a token of plain letters stands in the text as it is", () => {
  for (const { notation, text } of placed.filter(({ value }) => value === "plainToken0123456789")) {
    expect(unescapeAll(text), notation.name).toContain("plainToken0123456789");
  }
});

test("percent, HTML and unicode escapes give the value back", () => {
  for (const { notation, value, text } of placed.filter((each) => each.value === "a+b/c==")) {
    expect(unescapeAll(text).replaceAll("\\/", "/"), notation.name).toContain(value);
  }
});

describe("languages read back what they would have written", () => {
  const isThere = (program: string): boolean => {
    try {
      execFileSync(program, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };
  const of = (name: string) => placed.filter(({ notation }) => notation.name === name);

  test("JavaScript", () => {
    for (const { key, value, text } of of("JavaScript source")) {
      expect(new Function(`${text} return ${key}`)()).toBe(value);
    }
  });

  test.runIf(isThere("python3"))("Python", () => {
    const texts = of("Python dict");
    const script =
      "import ast,json,sys; print(json.dumps([ast.literal_eval(t) for t in json.load(sys.stdin)]))";
    const input = JSON.stringify(texts.map(({ text }) => text));
    const read = JSON.parse(execFileSync("python3", ["-c", script], { input, encoding: "utf8" }));
    expect(read).toEqual(texts.map(({ key, value }) => ({ id: 7, [key]: value, ok: true })));
  });

  test("sh", () => {
    for (const { value, text } of of("shell assignment").filter(({ key }) => key === "apiKey")) {
      const script = text.replace(/ && .*\n$/, ' && printf %s "$API_KEY"');
      expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toBe(value);
    }
  });
});
