import type { Program } from "../../src/program/image/program.ts";
import { drainHaystack, startHaystack } from "../../src/scanner/haystack-scan.ts";
import { createCheckedScanner, KernelFault } from "../checked/scanner.ts";

const FAULT_STEPS = 3;
const nothing = { keep: () => undefined, span: () => undefined };

/** Counts what the checked kernel does for texts. */
export interface StepMeter {
  /** Steps for each byte of `unit`, repeated to `size` bytes; at most `most`, where it is broken off. */
  perByte(unit: string, size: number, most?: number): number;
  /** Steps for each byte of a text. */
  perByteOf(text: Uint8Array, most?: number): number;
}

/** @param wasm The checked build */
export function createStepMeter(program: Program, wasm: Uint8Array<ArrayBuffer>): StepMeter {
  let checked = createCheckedScanner(program, wasm);
  return {
    perByte(unit, size, most) {
      return this.perByteOf(repeated(unit, size), most);
    },
    perByteOf(text, most = 1e5) {
      const { scanner } = checked;
      const size = text.length;
      scanner.haystack.set(text);
      checked.takeSteps();
      checked.setStepLimit(most * size);
      try {
        drainHaystack(scanner, size, startHaystack(scanner, size), nothing);
        return checked.takeSteps() / size;
      } catch (error) {
        // A kernel that was stopped may be anywhere.
        checked = createCheckedScanner(program, wasm);
        if (error instanceof KernelFault && error.code === FAULT_STEPS) return most;
        throw error;
      }
    },
  };
}

/** Text as it is tried: one character a byte where it can be so. */
export function repeated(unit: string, size: number): Buffer {
  return Buffer.alloc(size, Buffer.from(unit, isBytes(unit) ? "latin1" : "utf8"));
}

function isBytes(text: string): boolean {
  return [...text].every((c) => c.charCodeAt(0) < 0x100);
}
