// The two peers that one hands an object, bare: for bench/micro.js, which measures a call.
import { DeepRedact } from "@hackylabs/deep-redact";
import createRedact from "@pinojs/redact";

/** @param {string[]} paths @returns {(value: object) => unknown} */
export const createPathRedact = (paths) => createRedact({ paths, serialize: false });

/** @param {string[]} blacklistedKeys @returns {(value: object) => unknown} */
export function createDeepRedact(blacklistedKeys) {
  const redactor = new DeepRedact({ blacklistedKeys, serialise: false });
  return (value) => redactor.redact(value);
}
