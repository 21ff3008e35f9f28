import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { blocksOf, expectation } from "./blocks.ts";
import { readDocument, USER_DOCUMENTS } from "./documents.ts";
import { createProject, expectToPrint } from "./reader.ts";

const documents = USER_DOCUMENTS.map((name) => ({ name, blocks: blocksOf(readDocument(name)) }));
const runnable = documents.filter(({ blocks }) => blocks.length > 0);

const project = createProject();
afterAll(() => rmSync(project, { recursive: true }));

test("there are blocks to run", () => {
  expect(runnable.length).toBeGreaterThan(8);
  expect(documents[0]?.blocks.filter(({ language }) => language === "js").length).toBeGreaterThan(2);
  expect(documents[0]?.blocks.filter(({ language }) => language === "sh").length).toBeGreaterThan(1);
});

describe.each(runnable)("$name", ({ name, blocks }) => {
  test.each(blocks.map((block) => [`line ${block.line}`, block] as const))(
    "%s prints what it says",
    (_, block) => expectToPrint(project, block, name),
  );
});

describe("the expectation that a block states", () => {
  test("is exact but for …", () => {
    expect('{"a":17,"b":2}\n').toMatch(expectation(['{"a":…,"b":2}']));
    expect('{"a":17,"b":3}\n').not.toMatch(expectation(['{"a":…,"b":2}']));
    expect("a\nb\n").not.toMatch(expectation(["a"]));
    expect("").toMatch(expectation([]));
  });
});
