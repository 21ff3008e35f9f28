import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { instrumentedKernel } from "../../src/explain/call-trace.ts";
import { explanationOf } from "../../src/explain/explanation.ts";
import { instrument } from "../../src/explain/instrument.ts";
import { createRedactor } from "../../src/index.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { notationCases } from "../kernel/cases/notation-cases.ts";

const built = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../src/kernel/build/${name}`, import.meta.url)));
const wasm = built("kernel.wasm");
const titles: Record<number, string> = JSON.parse(built("functions.json").toString());

test("every function that an explanation asks for is there", () => {
  const names = Object.values(titles).map((title) => title.split(" ")[0]);
  expect(names.sort()).toEqual(
    "enterValue findKey findValue isInnocent isMetavariable isRepeated narrow offerMatch passes runPattern sensitiveName tryRule wait".split(
      " ",
    ),
  );
});

test("the kernel finds the same with it", () => {
  const kernel = instrumentedKernel(wasm, titles);
  const redactor = createRedactor();
  const texts = Object.values(notationCases)
    .flat()
    .map(([text]) => text.replace(/[«»]/g, ""));
  for (const text of texts.slice(0, 120)) {
    const { found } = explanationOf(preparedProgram(), kernel, new TextEncoder().encode(text));
    const spans = found.map(({ rule, start, end }) => ({ rule, start, end }));
    expect(spans).toEqual(redactor.scan(new TextEncoder().encode(text)));
  }
});

test("what has functions of others is refused", () => {
  // (module (type (func)) (import "a" "b" (func (type 0))))
  const module = Uint8Array.of(
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    1,
    4,
    1,
    0x60,
    0,
    0,
    2,
    7,
    1,
    1,
    0x61,
    1,
    0x62,
    0,
    0,
  );
  expect(() => instrument(module, [])).toThrow(RangeError);
});
