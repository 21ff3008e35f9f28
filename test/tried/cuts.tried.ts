import { expect, test } from "vitest";
import { notations } from "../../bench/eval/notations.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { start } from "../cli/program.ts";
import { kernelFault } from "../fuzz/kernel-fault.ts";
import { times } from "../long.ts";
import { ruleLines } from "../promises/sample-lines.ts";
import { between, createRandom } from "../samples/random.ts";
import { randomSecret } from "../samples/random-secret.ts";
import { Tally } from "./tally.ts";

const random = createRandom(11);
const redactor = createRedactor();
const stream = createByteRedactor();

interface Line {
  readonly bytes: Buffer;
  readonly expected: string;
  readonly secrets: readonly string[];
}

/** A secret of known text under a sensitive name in every notation, and a sample of every rule. */
const lines: readonly Line[] = [
  ...notations
    .filter(({ kinds }) => kinds?.includes("key") ?? true)
    .map(({ render, accepts }) => {
      const secret = randomSecret(24);
      const carried = accepts?.(secret) === false ? [] : [secret];
      return { line: render("dbPassword", secret), secrets: carried };
    }),
  ...ruleLines.map(([, line]) => ({ line, secrets: [] })),
].map(({ line, secrets }) => {
  const bytes = Buffer.from(line);
  return { bytes, secrets, expected: Buffer.from(redactor.redact(bytes)).toString() };
});

function streamed(chunks: readonly Uint8Array[]): string {
  return Buffer.concat([...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.end()]).toString();
}

test("cuts at every byte", () => {
  const tally = new Tally("input cut in two at every byte, in every notation and for every rule", "cuts");
  for (const { bytes, expected, secrets } of lines) {
    for (let cut = 1; cut < bytes.length; cut++) {
      const output = streamed([bytes.subarray(0, cut), bytes.subarray(cut)]);
      tally.times++;
      tally.bytes += bytes.length;
      tally.compare(output, expected);
      tally.lookFor(secrets, output);
    }
  }
  tally.record();
});

test("a kernel that traps", () => {
  const tally = new Tally("the kernel traps once, at each of its calls, in chunks of any size", "traps");
  for (const { bytes, expected, secrets } of lines) {
    for (let at = 1; at <= times(4); at++) {
      kernelFault.at = at;
      let output = "";
      for (let from = 0; from < bytes.length; ) {
        const to = from + between(1, 40, random);
        output += Buffer.concat(stream.push(bytes.subarray(from, to))).toString("latin1");
        from = to;
      }
      if (kernelFault.at === 0) tally.times++;
      kernelFault.at = 0;
      output += Buffer.concat(stream.end()).toString("latin1");
      tally.bytes += bytes.length;
      tally.compare(Buffer.from(output, "latin1").toString(), expected);
      tally.lookFor(secrets, output);
    }
  }
  tally.record();
});

test("a writer that sends a byte at a time", async () => {
  const tally = new Tally("the filter under a writer that sends a byte at a time", "bytes");
  const run = start([]);
  const input = Buffer.concat(lines.flatMap(({ bytes }) => [bytes, Buffer.from("\n\n")]));
  const part = input.subarray(0, times(20_000));
  for (const byte of part) {
    run.child.stdin!.write(Uint8Array.of(byte));
    if (++tally.times % 50 === 0) await new Promise(setImmediate);
  }
  run.child.stdin!.end();
  expect(await run.ended).toEqual({ status: 0, signal: null });
  tally.bytes = part.length;
  tally.compare(run.output(), Buffer.from(redactor.redact(part)).toString());
  tally.record();
});
