import { type Censor, createRedactor } from "../../../src/index.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { between, createRandom } from "../../samples/random.ts";
import { kernelFault } from "../kernel-fault.ts";
import { fail, type Target, textOf } from "../target.ts";
import { kernel } from "./kernel.ts";

const censors: readonly Censor[] = [
  "redacted",
  "label",
  "mask",
  { text: "(gone)" },
  (secret: string) => `${secret.length} units`,
];
const redactors = censors.map((censor) => ({
  whole: createRedactor({ censor }),
  stream: createByteRedactor({ censor }),
}));

type Random = () => number;

/** The input in chunks; a kernel that traps at the call number `faultAt`, if it is not 0. */
function streamed(
  stream: ReturnType<typeof createByteRedactor>,
  input: Uint8Array,
  random: Random,
  faultAt = 0,
): string {
  const out: Uint8Array[] = [];
  const most = random() < 0.5 ? 9 : input.length;
  kernelFault.at = faultAt;
  for (let at = 0; at < input.length; ) {
    const size = between(1, Math.max(1, most), random);
    out.push(...stream.push(input.subarray(at, at + size)));
    at += size;
  }
  kernelFault.at = 0;
  out.push(...stream.end());
  return textOf(Buffer.concat(out));
}

/**
 * A stream in chunks of any sizes gives what the whole gives, for every kind of censor; also where the
 * kernel traps once at any call, since what failed is done again. The first four bytes of the input are
 * the plan: censor, sizes of the chunks, fault.
 */
export const stream: Target = {
  ...kernel,
  guides: ["kernel", "javascript"],
  seeds: kernel.seeds.map((text, i) => `${String.fromCharCode(i & 255, (7 * i) & 255, i % 5, i % 9)}${text}`),
  check(bytes) {
    const [seed = 0, more = 0, which = 0, faultAt = 0] = bytes;
    const input = bytes.subarray(4);
    const random = createRandom(seed * 256 + more);
    const { whole, stream } = redactors[which % redactors.length]!;
    const expected = textOf(whole.redact(input));
    const out = streamed(stream, input, random);
    if (out !== expected) fail("the stream is the whole", { text: textOf(input), expected, out });
    const { withheld } = stream.stats();
    const retried = streamed(stream, input, random, 1 + (faultAt % 16));
    if (stream.stats().withheld !== withheld) fail("what fails once is done again", textOf(input));
    if (retried !== expected) fail("a fault changes nothing", { text: textOf(input), expected, retried });
  },
};
