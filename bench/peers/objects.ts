// The two peers that one hands an object, bare: for bench/micro.ts, which measures a call.
import { DeepRedact } from "@hackylabs/deep-redact";
import createRedact from "@pinojs/redact";

export const createPathRedact = (paths: string[]): ((value: object) => unknown) =>
  createRedact({ paths, serialize: false });

export function createDeepRedact(blacklistedKeys: string[]): (value: object) => unknown {
  const redactor = new DeepRedact({ blacklistedKeys, serialise: false });
  return (value) => redactor.redact(value);
}
