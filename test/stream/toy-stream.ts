import { createReplacer } from "../../src/redaction/censors.ts";
import { Replacing } from "../../src/redaction/replacing.ts";
import { ByteRedactor } from "../../src/stream/byte-redactor.ts";
import { type Faults, ToyScanner } from "./toy-scanner.ts";

export const mark = (word: string): string => `-----${word} RSA PRIVATE KEY-----`;
export const none: Faults = { at: () => undefined };
/** Fails where the text in view has "!". */
export const atMark: Faults = { at: (text) => (text.includes("!") ? "trap" : undefined) };

export interface ToyStream {
  readonly stream: ByteRedactor;
  readonly counted: { matches: number; withheld: number; scanners: number };
  push(chunk: string): string;
  end(): string;
}

/** A stream over a toy kernel, and what it counted. */
export function streamWith(faults: Faults, maker?: () => void): ToyStream {
  const counted = { matches: 0, withheld: 0, scanners: 0 };
  let before = 0;
  let scanner: ReturnType<typeof ToyScanner.of> | undefined;
  const replacing = new Replacing(createReplacer({ text: "<>" }, ["a/one"]), {
    ruleIds: ["a/one"],
    record: () => counted.matches++,
  });
  const stream = new ByteRedactor(
    () => {
      maker?.();
      if (scanner === undefined || scanner.isBroken) {
        scanner = ToyScanner.of(faults);
        counted.scanners++;
      }
      return scanner;
    },
    replacing,
    {
      withheld: (lines) => {
        counted.withheld += lines;
      },
      checkpoint: () => {
        before = counted.matches;
      },
      rollback: () => {
        counted.matches = before;
      },
    },
  );
  const text = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString("latin1");
  const push = (chunk: string): string => text(stream.push(Buffer.from(chunk, "latin1")));
  const end = (): string => text(stream.end());
  return { stream, counted, push, end };
}
