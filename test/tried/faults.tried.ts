import { expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { body, inBuiltIn, inKernel, inWriting, LOG, runWith, SECRET } from "../cli/faults.ts";
import { times } from "../long.ts";
import { between, createRandom } from "../samples/random.ts";
import { Tally } from "./tally.ts";

const random = createRandom(13);
const secrets = [SECRET, ...body];
const expected = runWith("").stdout;

/** What is withheld must be told on standard error, and with the status. */
function tryFault(tally: Tally, fault: string): void {
  const before = tally.withheld;
  const { stdout, stderr, status } = runWith(fault);
  tally.times++;
  tally.bytes += LOG.length;
  tally.compare(stdout, expected);
  tally.lookFor(secrets, stdout + stderr);
  const withheld = tally.withheld - before;
  if (withheld > 0 && (status !== 1 || !stderr.includes(`withheld ${withheld} line`))) tally.lost++;
  if (withheld === 0 && status !== 0) tally.changed++;
}

test("faults in every layer", () => {
  const tally = new Tally("a fault in the kernel, its memory, its compilation or the replacement", "runs");
  tryFault(tally, inKernel("throw new WebAssembly.RuntimeError('unreachable');"));
  tryFault(tally, "WebAssembly.Memory = class { constructor() { throw new RangeError(); } };");
  tryFault(tally, "TextEncoder.prototype.encode = () => { throw new Error('no'); };");
  for (let i = 0; i < times(12); i++) {
    tryFault(tally, inKernel(`if (calls === ${between(1, 8, random)}) throw new Error();`));
    tryFault(tally, inKernel(`if (calls % ${between(2, 9, random)} === 0) throw new Error();`));
    tryFault(tally, inKernel(`if (memory.subarray(from, limit).includes('${i}5 pass')) throw new Error();`));
    tryFault(tally, inWriting(`rest[2] = Math.min(rest[2], ${between(1, 999, random)});`));
  }
  tally.record();
});

/** What the stream, the scanner's host and the replacement call. */
const BUILT_IN = [
  ...["set", "slice", "subarray", "fill", "indexOf", "copyWithin", "at"].map((name) => [
    "Uint8Array.prototype",
    name,
  ]),
  ["Math", "min"],
  ["Math", "max"],
  ["TextEncoder.prototype", "encode"],
  ["DataView.prototype", "setUint32"],
] as const;

test("faults anywhere", () => {
  const tally = new Tally(
    "anything that the program calls throws, with what it was given in the error",
    "runs",
  );
  for (let i = 0; i < times(2 * BUILT_IN.length); i++) {
    const [of, name] = BUILT_IN[i % BUILT_IN.length]! as readonly [string, string];
    const { stdout, stderr, status } = runWith(inBuiltIn(of, name, between(1, 20, random), random() < 0.5));
    tally.times++;
    tally.bytes += LOG.length;
    tally.lookFor(secrets, stdout + stderr);
    if (status === 0) tally.compare(stdout, expected);
    // Ended early, or lines withheld: it is told.
    else if (!/^scrubjay: .*(?:withheld|cannot)/m.test(stderr)) tally.lost++;
  }
  tally.record();
});

test("writing that fails", () => {
  const tally = new Tally(
    "writing fails in the middle (`EIO`): what was written is right, and the failure is reported",
    "runs",
  );
  for (let i = 0; i < times(6); i++) {
    const fault = inWriting(
      `rest[2] = Math.min(rest[2], ${between(1, 9000, random)}); if (calls === ${between(1, 2, random)}) throw Object.assign(new Error(), { code: 'EIO' });`,
    );
    const { stdout, stderr, status } = runWith(fault);
    tally.times++;
    tally.bytes += LOG.length;
    tally.comparePrefix(stdout, expected);
    tally.lookFor(secrets, stdout + stderr);
    if (status !== 1 || !stderr.includes("cannot write: EIO")) tally.lost++;
  }
  tally.record();
});

test("censors that throw", () => {
  const tally = new Tally("a censor that throws, or returns no string, or the secret in an error", "calls");
  const censors = [
    () => {
      throw new Error("no");
    },
    (secret: string) => {
      throw new Error(secret);
    },
    () => undefined as never,
  ];
  for (const censor of censors) {
    const redactor = createRedactor({ censor });
    for (let i = 0; i < times(300); i++) {
      const before = redactor.stats().withheld;
      const output = redactor.redact(`line ${i}\npassword=${SECRET}`) + redactor.stringify({ token: SECRET });
      tally.times += 2;
      tally.bytes += output.length;
      tally.lookFor(secrets, output);
      if (redactor.stats().withheld < before + 2) tally.lost++;
      tally.withheld += redactor.stats().withheld - before;
    }
  }
  expect(tally.withheld).toBeGreaterThan(0);
  tally.record();
});
