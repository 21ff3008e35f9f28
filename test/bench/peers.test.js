// The judging that all engines share, on engines whose faults are known. No peer needs to be installed.
import { describe, expect, test } from "vitest";
import { changedLines, changes } from "../../bench/eval/changes.ts";
import { asValues, measureEngine } from "../../bench/eval/peers.ts";
import { toPeersTable } from "../../bench/eval/peers-table.ts";
import { peers } from "../../bench/peers/index.ts";
import { oneByOne, redactJson, replaceRanges } from "../../bench/peers/peer.ts";

const secret = "Kq7vTz2mWx9bRf4nYc8d";

const item = (text, positive) => ({
  file: "made",
  rule: "made",
  family: "JWT",
  hash: "",
  text,
  parts: positive ? [secret] : [],
  positive,
  evidence: "labelled",
  source: "",
});

function place(name, kind, text, json = false) {
  const start = text.indexOf(secret);
  return { notation: { name, json }, kind, family: "JWT", text, start, end: start + secret.length };
}

const inputs = {
  cases: [item(`token=${secret} end`, true), item(`got ${secret}\n`, true), item("token=none", false)],
  placed: [
    place("text", "header", `Authorization: Bearer ${secret}\n`),
    place("JSON", "key", `{"id": 7, "token": "${secret}", "ok": true}`, true),
    place("JSON", "shape", `{"id": 7, "note": "${secret}"}`, true),
  ],
  logs: [
    { file: "a.log", text: `fine\ntoken=${secret}\nword token=word\n`, credentialLines: new Set([2]) },
    { file: "b.log", text: '{"a":1}\n{"token":"[FILTERED]"}\n', credentialLines: new Set() },
  ],
};

const measure = (redact, given = inputs) => measureEngine(given, oneByOne(redact));
const sum = (rows, column) => [...rows.values()].reduce((count, shares) => count + shares[column].found, 0);
const found = ({ recall, placed }) => [
  sum(recall, "labelled"),
  ...["header", "key", "shape"].map((kind) => sum(placed.byNotation, kind)),
];

describe("what is measured of", () => {
  test("an engine that finds all and spoils nothing", async () => {
    const measured = await measure((text) => text.replaceAll(secret, "[REDACTED]"));
    expect(found(measured)).toEqual([2, 1, 1, 1]);
    expect(measured.placed.contextLost).toEqual([]);
    expect(measured.placed.jsonBroken).toEqual([]);
    expect([...measured.negatives.values()]).toEqual([{ alarms: 0, of: 1 }]);
    expect(measured.logs).toEqual({ inVain: [], jsonBroken: 0 });
  });

  test("one that does nothing", async () => {
    const measured = await measure((text) => text);
    expect(found(measured)).toEqual([0, 0, 0, 0]);
    expect(measured.placed.contextLost).toEqual([]);
    expect(measured.logs).toEqual({ inVain: [], jsonBroken: 0 });
  });

  test("one that leaves a half, a fifth, or another occurrence", async () => {
    for (const leaky of [
      (text) => text.replaceAll(secret, `[REDACTED]${secret.slice(10)}`),
      (text) => text.replaceAll(secret, `${secret.slice(0, 4)}[REDACTED]`),
      (text) => text.replaceAll(secret, "[REDACTED]") + secret,
    ]) {
      expect(found(await measure(leaky))).toEqual([0, 0, 0, 0]);
    }
  });

  test("one that takes more than the secret", async () => {
    const measured = await measure((text) => text.replace(/(Bearer|token)\S* \S+|token=\S+/g, "[REDACTED]"));
    expect(found(measured)).toEqual([1, 1, 1, 0]);
    expect(measured.placed.contextLost).toHaveLength(2);
    expect([...measured.negatives.values()]).toEqual([{ alarms: 1, of: 1 }]);
    expect(measured.logs.inVain).toEqual([{ file: "a.log", line: 3, changed: ["token=word"] }]);
  });

  test("one that breaks JSON", async () => {
    const measured = await measure((text) => text.replace(/"token": ?"[^"]+"/, '"token":"'));
    expect(measured.placed.jsonBroken).toHaveLength(1);
    expect(measured.logs.jsonBroken).toBe(1);
  });

  test("one that throws: nothing found", async () => {
    const measured = await measure(() => {
      throw new Error("no");
    });
    expect(found(measured)).toEqual([0, 0, 0, 0]);
  });

  test("one that redacts values: by value, and only in JSON", async () => {
    const redactValue = (value) => ("token" in value ? { ...value, token: "[REDACTED]" } : value);
    const measured = await measure((text) => redactJson(text, redactValue), asValues(inputs));
    expect(found(measured)).toEqual([0, 0, 1, 0]);
    expect(measured.placed.contextLost).toEqual([]);
    // Masked before: not in vain.
    expect(measured.logs).toEqual({ inVain: [], jsonBroken: 0 });
  });
});

describe("changes", () => {
  const pieces = (text, output) => changes(text, output).map(({ start, end }) => text.slice(start, end));
  test("none", () => expect(changes("a b", "a b")).toEqual([]));
  test("several on a line", () => {
    expect(pieces("id=7 a=one-two b=three ok", "id=7 a=[X] b=[X] ok")).toEqual(["one-two", "three"]);
  });
  test("a part of a word", () => expect(pieces("x=abcdef y", "x=abc*** y")).toEqual(["def"]));
  test("over lines that are gone", () => {
    expect(pieces("a\nb\nc\nd\n", "a\n[X]\nd\n").join("")).toBe("b\nc");
    expect(changedLines("a\nb\nc\nd\n", "a\n[X]\nd\n").map(({ line }) => line)).toEqual([2, 3]);
  });
  test("a text too long for the table is changed from the first difference to the last", () => {
    const long = (mark) => `begin ${`${mark}-`.repeat(5000)} end`;
    expect(pieces(long("a"), long("b"))).toHaveLength(1);
  });
});

test("ranges that overlap are replaced once", () => {
  const ranges = [
    { start: 4, end: 8 },
    { start: 2, end: 6 },
    { start: 9, end: 10 },
  ];
  expect(replaceRanges("0123456789a", ranges)).toBe("01[REDACTED]8[REDACTED]a");
});

test("the table has a column for each engine, and names those that are not there", async () => {
  const measured = await measure((text) => text);
  const toResult = (peer) => ({ peer, version: "1", measured, readBytes: 1e6, seconds: 2, ourSeconds: 1 });
  const table = toPeersTable(peers.slice(1).map(toResult), inputs, [peers[0].name]);
  for (const { name } of peers) expect(table).toContain(name);
  expect(table).toContain(`${peers[0].name}: not installed here`);
  const rows = table.split("\n").filter((line) => line.startsWith("|"));
  expect(new Set(rows.map((row) => row.split("|").length)).size).toBe(1);
});
