// Measuring what the catalogue was not tuned to: the first figure stays, and field cases count to the byte.
import { expect, test } from "vitest";
import { findMarks, judgeField, readMarked } from "../../bench/eval/field.ts";
import { addFirstRuns } from "../../bench/eval/first-runs.ts";
import { toFreshTable } from "../../bench/eval/fresh-table.ts";
import { sources } from "../../bench/eval/sources.ts";

const marked = `=== plain what it stands for
user=ann pass=«otter four»␉«marzipan»
=== two
a line
and pin «1234»
=== value* the same parsed
{"pass":"«marzipan»","n":1}
`;
const cases = readMarked(marked);

test("marked blocks are read without their marks", () => {
  const [plain, two] = cases;
  expect(cases.map(({ id }) => id)).toEqual(["plain", "two", "value*"]);
  expect(plain.text).toBe("user=ann pass=otter four\tmarzipan");
  expect(plain.wanted).toBe("user=ann pass=[REDACTED]\t[REDACTED]");
  expect(plain.marks.map(([start, end]) => plain.text.slice(start, end))).toEqual(["otter four", "marzipan"]);
  expect(two.text).toBe("a line\nand pin 1234");
});

test("marks are told from what is expected", () => {
  const [plain] = cases;
  expect(findMarks(plain.text, plain.wanted)).toEqual(plain.marks);
  expect(findMarks("same", "same")).toEqual([]);
  expect(findMarks("was=[REDACTED] is=otter end", "was=[REDACTED] is=[REDACTED] end")).toEqual([[18, 23]]);
  expect(() => findMarks("pass=a end", "pass=[REDACTED] other")).toThrow();
});

/** Finds these words, and replaces them in texts and values alike. */
function finder(...words) {
  const redact = (value) => {
    if (typeof value !== "string") return JSON.parse(redact(JSON.stringify(value)));
    return words.reduce((text, word) => text.replaceAll(word, "[REDACTED]"), value);
  };
  const scan = (text) =>
    words.flatMap((word) => {
      const start = text.indexOf(word);
      return start < 0 ? [] : [{ rule: "test/word", start, end: start + word.length }];
    });
  return { redact, scan };
}

test("a text is right to the byte, or not at all", () => {
  const all = judgeField(cases, finder("otter four", "marzipan", "1234"));
  expect(all).toMatchObject({ texts: { found: 3, of: 3 }, values: { found: 1, of: 1 }, wrong: [] });
  expect(all.credentials).toEqual({ found: 4, of: 4 });
  const more = judgeField(cases, finder("otter four", "marzipan", "1234", "line"));
  expect(more.texts.found).toBe(2);
  expect(more.credentials.found).toBe(4);
  expect(more.unspoilt).toEqual({ found: 2, of: 3 });
  const less = judgeField(cases, finder("otter", "marzipan"));
  expect(less.texts.found).toBe(1);
  expect(less.credentials.found).toBe(2);
  expect(less.unspoilt.found).toBe(3);
  expect(less.wrong.map(({ id }) => id)).toEqual(["plain", "two"]);
});

const logs = (line) => ({
  bytes: 1e7,
  files: 1,
  contextLost: 0,
  jsonBroken: 0,
  innocents: 0,
  credentials: 0,
  matches: [{ file: "made/a.log", line, rule: "test/word" }],
  unjudged: [{}],
});
const taken = { commit: "abcdef0", date: "2026-01-02" };

test("a first figure is never overwritten, and others are added", () => {
  const first = addFirstRuns({}, new Map([["logs", logs(1)]]), taken);
  const again = addFirstRuns(
    first,
    new Map([
      ["logs", logs(2)],
      ["more", logs(3)],
    ]),
    { commit: "1234567", date: "2027-01-02" },
  );
  expect(again.logs).toEqual(first.logs);
  expect(again.logs.matches).toEqual(["made/a.log:1 test/word"]);
  expect(again.more.commit).toBe("1234567");
});

test("the first run stands beside what is measured now, which may be gone", () => {
  const first = addFirstRuns({}, new Map([["logs", logs(1)]]), taken);
  const now = { ...logs(1), unjudged: [], innocents: 3 };
  expect(toFreshTable(first, new Map([["logs", now]]))).toContain("| 1.00 | 3.00 |");
  expect(toFreshTable(first, new Map())).toContain("| 1.00 |  |");
});

test("sources have names of their own, and a fresh one the day of its first run", () => {
  expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length);
  for (const { since } of sources) expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
