// What Node's own way makes of a vector.
import { createRedactor, type Redactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { policies, type Vector } from "./vectors.ts";

/** Calls `use` with the key in the environment, and with the clock standing still. */
function inPlace<T>({ key, time }: Pick<Vector, "key" | "time">, use: () => T): T {
  const { now } = Date;
  const before = process.env.SCRUBJAY_HMAC_KEY;
  Date.now = () => time;
  if (key === "") delete process.env.SCRUBJAY_HMAC_KEY;
  else process.env.SCRUBJAY_HMAC_KEY = key;
  try {
    return use();
  } finally {
    Date.now = now;
    if (before === undefined) delete process.env.SCRUBJAY_HMAC_KEY;
    else process.env.SCRUBJAY_HMAC_KEY = before;
  }
}

const redactors = new Map<string, Redactor>();

/** The output of a vector, by the functions of the package. */
export function nodeOutput(vector: Vector): Uint8Array {
  const { options } = policies.find(({ name }) => name === vector.policy)!;
  return inPlace(vector, () => {
    if (vector.kind === "stream") {
      const stream = createByteRedactor(options);
      const ends = [...vector.cuts, vector.input.length];
      const pieces = ends.flatMap((end, i) => stream.push(vector.input.subarray(ends[i - 1] ?? 0, end)));
      return Buffer.concat([...pieces, ...stream.end()]);
    }
    const redactor = redactors.get(vector.policy) ?? createRedactor(options);
    redactors.set(vector.policy, redactor);
    if (vector.kind === "record") return redactor.redact(vector.input);
    const name = Buffer.from(vector.name).toString();
    const redacted = redactor.redact({ [name]: Buffer.from(vector.input).toString() });
    return Buffer.from(redacted[name] ?? Object.values(redacted)[0]!);
  });
}
