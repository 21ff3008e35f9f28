import { Collection } from "./collect.ts";
import { copyDirty, resolve } from "./copy.ts";
import type { LeafRedactor } from "./leaf-redactor.ts";
import type { PathRedactor } from "./paths/path-redactor.ts";

/**
 * Redacts every string in a value, however deep, and every value under a sensitive name.
 *
 * Copy on write: what holds nothing to redact comes back as the same reference, at every level; the
 * caller's own objects are never changed. Cycles and shared references stay what they were. Never throws
 * of itself: a getter that throws leaves `[Throws]`, an object that cannot be looked into `[Unreadable]`.
 *
 * Where an object has a `toJSON`, what that says is redacted, too: the copy says it when it is asked.
 *
 * @param value Anything a program can log.
 * @param redactor Decides what is secret; asked once for all strings together.
 * @param paths Says what is redacted because of where it stands; it is not looked into then.
 * @returns The same reference when nothing was secret.
 * @throws Only what `redactor` and the censor of `paths` throw.
 * @example
 * redactValue({ user: "ann", headers: { authorization: "Bearer …" } }, redactor);
 * // { user: "ann", headers: { authorization: "Bearer [REDACTED]" } }
 */
export function redactValue(value: unknown, redactor: LeafRedactor, paths?: PathRedactor): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
  if (paths === undefined && redactor.isClean(value)) return value;
  const collection = new Collection(value, redactor, paths);
  collection.applyChanges(redactor.redactLeaves(collection.json, collection.leaves));
  if (collection.dirty.length === 0) return value;
  copyDirty(collection.dirty.filter((node) => node !== collection.root));
  return resolve(collection.root.patches?.get(0) ?? value);
}
