import { configure } from "safe-stable-stringify";

const stringify = configure({ deterministic: false, bigint: true });

/** JSON of any value: cycles, bigints and getters that throw do not stop it. `"null"` for what has no JSON. */
export function safeStableStringify(value: unknown): string {
  return stringify(value) ?? "null";
}
