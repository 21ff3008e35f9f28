// What may still become a longer match is waited for, but not for ever: after it nothing is lost, and a stream
// writes what is written of the whole.
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { times } from "../long.ts";
import { allLines } from "./sample-lines.ts";

const options = { censor: "label" } as const;
const { redact } = createRedactor(options);
const stream = createByteRedactor(options);

/** Longer than any match is waited for. */
const LENGTH = 4_600;

const fillers = [
  "a",
  "a ",
  " -x y",
  "\0",
  "/",
  "@",
  ",",
  '"',
  "'x' ",
  "aB3+/",
  ";",
  "=",
  "%20",
  "\\n",
  "a: b ",
  "(",
  "<",
];

function streamed(bytes: Uint8Array, chunk: number): string {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunk)
    pieces.push(...stream.push(bytes.subarray(at, at + chunk)));
  return Buffer.concat([...pieces, ...stream.end()]).toString("latin1");
}

describe("a long line behind what begins a match", () => {
  test.each(fillers)("%j", (filler) => {
    const tail = filler.repeat(Math.ceil(LENGTH / filler.length));
    const every = Math.max(1, Math.round(4 / times(1)));
    const lines = allLines.filter((_, i) => (i + fillers.indexOf(filler)) % every === 0);
    for (const [name, line] of lines) {
      for (const head of [line, line.slice(0, Math.ceil(line.length * 0.7))]) {
        const text = `${head}${tail}\nthe end`;
        const whole = Buffer.from(redact(text)).toString("latin1");
        const bytes = new Uint8Array(Buffer.from(text));
        expect(streamed(bytes, bytes.length), name).toBe(whole);
        expect(streamed(bytes, 1_500), `${name}, in pieces`).toBe(whole);
      }
    }
  });
});
