// Texts that people really write, with what has to be replaced between « and » (cases/field in the shared folder).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { redact } from "../../src/index.ts";
import { marked } from "../kernel/cases/marked.ts";
import { mayStillFail } from "./field-cases-open.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(resolve(root, process.env.SCRUBJAY_SHARED ?? "../shared"), "cases/field");

interface FieldCase {
  readonly id: string;
  /** What comes out, and what has to. */
  readonly run: () => readonly [out: string, expected: string];
}

/** Blocks after `=== id`; one whose id ends in a star is JSON, and a case as an object, too. */
function markedCases(): FieldCase[] {
  const blocks = readFileSync(join(folder, "marked.txt"), "utf8").split(/^=== /m).slice(1);
  return blocks.flatMap((block) => {
    const [heading = "", ...lines] = block.split("\n");
    const id = heading.split(" ")[0]!;
    const body = lines.join("\n").replace(/\n$/, "").replaceAll("␉", "\t").replaceAll("␛", "\x1b");
    const [input, expected] = marked(body);
    const asText: FieldCase = { id: id.replace("*", ""), run: () => [redact(input), expected] };
    if (!id.endsWith("*")) return [asText];
    const one = (text: string): string => JSON.stringify(JSON.parse(text));
    const asObject = () => [JSON.stringify(redact(JSON.parse(input))), one(expected)] as const;
    return [asText, { id: `${asText.id} as an object`, run: asObject }];
  });
}

function reportCases(): FieldCase[] {
  const reports = join(folder, "reports");
  return readdirSync(reports)
    .filter((name) => name.endsWith(".log") && existsSync(join(reports, "expected", name)))
    .map((name) => ({
      id: name.replace(".log", ""),
      run: () => [
        redact(readFileSync(join(reports, name), "utf8")),
        readFileSync(join(reports, "expected", name), "utf8"),
      ],
    }));
}

const secret = ["marzipan", "otter-4"].join("-");

/** Values that hold one credential each, which has to be found as in their text. */
const objects: Readonly<Record<string, object>> = {
  "object of a user and password": { auth: `ann:${secret}` },
  "object of a pair in capitals": { Name: "DB_PASSWORD", Value: secret },
  "object of a form's field": { type: "password", value: secret },
  "object of an audit entry": { field: "password", oldValue: secret, newValue: secret },
  "object of arguments": { argv: ["mysql", "-u", "root", `-p${secret}`] },
};

const objectCases = Object.entries(objects).map(([id, value]): FieldCase => {
  const expected = JSON.stringify(value).replaceAll(secret, "[REDACTED]");
  return { id, run: () => [JSON.stringify(redact(value)), expected] };
});

const isThere = existsSync(folder);

describe.skipIf(!isThere)("field cases (skipped where the shared folder is not there)", () => {
  const cases = isThere ? [...markedCases(), ...reportCases(), ...objectCases] : [];

  for (const { id, run } of cases) {
    (mayStillFail.has(id) ? test.fails : test)(id, () => {
      const [out, expected] = run();
      expect(out).toBe(expected);
    });
  }

  test("what may still fail is a case", () => {
    const ids = cases.map(({ id }) => id);
    expect([...mayStillFail].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
