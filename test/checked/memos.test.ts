// What the kernel remembers changes nothing but its speed: it finds what the same kernel without memos finds, and what a
// stop is remembered by is all that was read for it. A word that a memo forgot to look at would hide the credential after
// it in every line but the first.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { MatchSink } from "../../src/redaction/match-sink.ts";
import { scanBytes } from "../../src/scanner/haystack-scan.ts";
import { Scanner } from "../../src/scanner/scanner.ts";
import { escapedExamples } from "../bounded/escaped-examples.ts";
import { notationCases } from "../kernel/cases/notation-cases.ts";
import { isLong, times } from "../long.ts";
import { between, createRandom, pick } from "../samples/random.ts";
import { checkedKernel, createCheckedScanner, forgetfulKernel, kernelOf } from "./scanner.ts";

const TEXTS = 800;
const BYTES = 250_000;

/** Lines that begin alike: what is remembered of one is asked for in the next. */
function linesOfOneKind(random: () => number): string {
  const parts = Array.from({ length: between(2, 4, random) }, () => escapedExamples(random));
  return Array.from({ length: between(2, 6, random) }, () => {
    const line = parts.map((part) =>
      random() < 0.3 ? part.slice(0, between(0, part.length, random)) : part,
    );
    return line.join(pick(["", " ", ", "], random));
  }).join("\n");
}

const corpora = fileURLToPath(new URL("../../../shared/corpora-2/", import.meta.url));

function* filesOf(folder: string): Generator<Buffer> {
  let left = times(BYTES);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (left <= 0) return;
    if (!/\.(?:log|json|txt)$/.test(name)) continue;
    const file = readFileSync(folder + name).subarray(0, 20_000);
    left -= file.length;
    yield file;
  }
}

describe("memos", () => {
  let plain: Scanner;
  let forgetful: Scanner;
  let checked: Scanner;
  beforeAll(async () => {
    const program = preparedProgram();
    plain = new Scanner(program);
    forgetful = new Scanner(program, kernelOf(await forgetfulKernel()));
    checked = createCheckedScanner(program, await checkedKernel()).scanner;
  });

  const matches = (scanner: Scanner, text: Uint8Array) =>
    scanBytes(scanner, text, () => new MatchSink())?.matches ?? [];

  function expectSame(text: Uint8Array): void {
    const found = matches(forgetful, text);
    expect(matches(plain, text), String(text)).toEqual(found);
    expect(matches(checked, text), String(text)).toEqual(found);
  }

  test("find the same in every notation, once and again", () => {
    for (const [text] of Object.values(notationCases).flat()) {
      expectSame(Buffer.from(text, "latin1"));
      expectSame(Buffer.from(`${text}\n${text}\n`, "latin1"));
    }
  });

  test("find the same in lines of one kind", () => {
    const random = createRandom(isLong ? Date.now() % 1e9 : 5);
    for (let i = 0; i < times(TEXTS); i++) expectSame(Buffer.from(linesOfOneKind(random)));
  });

  test("find the same in real logs", ({ skip }) => {
    try {
      readdirSync(corpora);
    } catch {
      skip("the shared corpora are not here");
    }
    for (const file of filesOf(corpora)) expectSame(file);
  });
});
