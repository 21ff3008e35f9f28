import { beforeAll, describe, expect, test } from "vitest";
import { hostile } from "../../bench/hostile.ts";
import * as abi from "../../src/kernel/abi.ts";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { startHaystack } from "../../src/scanner/haystack-scan.ts";
import { Session } from "../../src/scanner/session.ts";
import { notationCases } from "../kernel/cases/notation-cases.ts";
import { overLinesCases } from "../kernel/cases/over-lines-cases.ts";
import { type CheckedScanner, checkedKernel, createCheckedScanner, KernelFault } from "./scanner.ts";

const texts = [...Object.values(notationCases), ...Object.values(overLinesCases)]
  .flat()
  .map(([text]) => Buffer.from(text, "latin1"));
const BYTES = 16 * 1024;
const hostileTexts = hostile.map(([name, unit, head = ""]) => {
  const text = Buffer.alloc(BYTES, unit, "latin1");
  text.write(head, "latin1");
  return [name, text] as const;
});
const nothing = { keep: () => undefined, span: () => undefined };

describe("the checked build", () => {
  let wasm: Uint8Array<ArrayBuffer>;
  let checked: CheckedScanner;
  beforeAll(async () => {
    wasm = await checkedKernel();
    checked = createCheckedScanner(preparedProgram(), wasm);
  });

  function scanWhole(text: Uint8Array): void {
    const { scanner } = checked;
    scanner.haystack.set(text);
    for (startHaystack(scanner, text.length); scanner.isFull; ) {
      scanner.scan(scanner.base, scanner.floor, scanner.resume, scanner.base + text.length, true);
    }
  }

  test("stops nowhere in the notations, whole and at every third cut", () => {
    for (const text of texts) {
      scanWhole(text);
      for (let cut = 1; cut < text.length; cut += 3) {
        const session = new Session(checked.scanner);
        session.write(text.subarray(0, cut), nothing);
        session.write(text.subarray(cut), nothing);
        session.end(nothing);
      }
    }
  });

  test.each(hostileTexts)("stops nowhere in %s", (_, text) => scanWhole(text));

  test("counts the same steps for the same text, and more for a longer one", () => {
    const steps = (text: string): number => {
      checked.takeSteps();
      scanWhole(Buffer.from(text));
      return checked.takeSteps();
    };
    // What comes to nothing is remembered (`prefilter/stop-memo.ts`).
    steps("password=hunter22x\n".repeat(2));
    const once = steps("password=hunter22x\n");
    expect(steps("password=hunter22x\n")).toBe(once);
    expect(steps("password=hunter22x\n".repeat(200))).toBeGreaterThan(50 * once);
  });

  test("stops where more steps are made than allowed", () => {
    const broken = createCheckedScanner(preparedProgram(), wasm);
    broken.takeSteps();
    broken.setStepLimit(1000);
    expect(() =>
      broken.scanner.scan(broken.scanner.base, 0, broken.scanner.base, broken.scanner.base + BYTES, true),
    ).toThrow("more steps than are allowed");
  });

  test("stops at a load outside of the program", () => {
    const broken = createCheckedScanner(preparedProgram(), wasm);
    const { memory, base } = broken.scanner;
    new DataView(memory.buffer).setUint32(abi.PROGRAM + abi.P_SET, 0x7ff00000, true);
    memory.set(Buffer.from("password=hunter22x\n"), base);
    expect(() => broken.scanner.scan(base, base, base, base + 19, true)).toThrow("a load outside");
  });

  test("stops at a state that its mode cannot have", () => {
    const broken = createCheckedScanner(preparedProgram(), wasm);
    const { memory, base } = broken.scanner;
    new DataView(memory.buffer).setUint32(abi.STATE, 30, true);
    expect(() => broken.scanner.scan(base, base, base, base + 4, false)).toThrow(KernelFault);
  });
});
