import { configure } from "safe-stable-stringify";

const stringify = configure({ deterministic: false, bigint: true });

/**
 * JSON of any value: cycles and bigints do not stop it. `"null"` for what has no JSON.
 *
 * Throws what a getter or `toJSON` throws.
 */
export function safeStableStringify(value: unknown): string {
  return stringify(value) ?? "null";
}
