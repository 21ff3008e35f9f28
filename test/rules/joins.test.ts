import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import type { Relation } from "../../src/rules/joins/join.ts";
import { harmless, joins } from "../../src/rules/joins/joins.ts";
import { lists } from "../../src/rules/joins/lists.ts";
import { pairs, valuesFirst } from "../../src/rules/joins/pairs.ts";
import { wrappers } from "../../src/rules/joins/wrappers.ts";

const redactor = createRedactor({});
/** Told from a word by its digits, and from a number by its letters. */
const SECRET = "x1y2z3";

describe.each([
  ["joins", joins],
  ["what is no value", harmless],
  ["wrappers", wrappers],
  ["values in front of names", valuesFirst],
] as const)("the rows of %s", (_, rows) => {
  test("have ids of their own", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test.each(rows.filter(({ example }) => example !== "").map((row) => [row.id, row.example] as const))(
    "%s finds its example: %s",
    (_id, example) => {
      const secret = `${SECRET}Qw8`;
      const input = example.replace(/[«»]/g, "").replaceAll(SECRET, secret);
      expect(redactor.redact(input)).toBe(example.replace(/«[^»]*»/g, "[REDACTED]"));
    },
  );

  test.each(rows.flatMap((row) => (row.not === undefined ? [] : [[row.id, row.not] as const])))(
    "%s leaves its near miss: %s",
    (_id, text) => expect(redactor.redact(text)).toBe(text),
  );
});

/** Whether a line end, and none of a class of characters that are not, stands in the pattern. */
function goesOverLines(pattern: string): boolean {
  return pattern.replace(/\[\^(?:\\.|[^\]\\])*\]/g, "").includes("\\n");
}

describe("relations out of a string, an element or a line", () => {
  const rows: readonly { readonly id: string; readonly relates?: Relation }[] = [...joins, ...valuesFirst];
  const relations = rows.flatMap(({ id, relates }) => (relates === undefined ? [] : [{ id, ...relates }]));

  test("are all that pairs, lists and patterns over lines can be", () => {
    const mayRelate = [
      ...pairs,
      ...valuesFirst,
      ...lists,
      ...joins.filter((row) => goesOverLines(row.between)),
    ];
    expect(mayRelate.filter(({ relates }) => relates === undefined).map(({ id }) => id)).toEqual([]);
  });

  test.each(relations.map(({ id, attack }) => [id, attack] as const))(
    "%s relates nothing to what is typed into one: %s",
    (_id, attack) => {
      expect(attack).toContain(SECRET);
      expect(redactor.redact(attack)).toBe(attack);
      const inString = JSON.stringify({ note: attack, at: 1 });
      expect(redactor.redact(inString)).toBe(inString);
      const lines = `ua ${attack}\nnote x1y2z3\n`;
      expect(redactor.redact(lines)).toBe(lines);
    },
  );

  // What stands in front of the value of an example leads to nothing in the next member, line or element.
  test.each(
    joins.filter(({ example }) => example.includes("«")).map(({ id, example }) => [id, example] as const),
  )("%s, cut before its value, takes nothing of what is around it: %s", (_id, example) => {
    const typed = example.slice(0, example.indexOf("«"));
    const member = redactor.redact(JSON.stringify({ ua: typed, note: SECRET, at: 1 }));
    expect(JSON.parse(member)).toMatchObject({ note: SECRET, at: 1 });
    const text = typed.replace(/[<>&"\n]/g, (c) => `&#${c.charCodeAt(0)};`);
    expect(redactor.redact(`<u><ua>${text}</ua><note>${SECRET}</note></u>`)).toContain(
      `<note>${SECRET}</note></u>`,
    );
  });

  test("stand in DESIGN.md, by what they lead over", () => {
    const design = readFileSync(new URL("../../DESIGN.md", import.meta.url), "utf8");
    for (const over of new Set(relations.map((relation) => relation.over))) {
      const ids = relations.filter((relation) => relation.over === over).map(({ id }) => `\`${id}\``);
      expect(design).toContain(`| ${over} | ${[...new Set(ids)].join(", ")} |`);
    }
  });
});
