import type { RedactorOptions } from "./options.ts";
import { catalogueHas } from "./own-keys.ts";
import type { Path } from "./placed-json.ts";
import { rulesOf } from "./selected-rules.ts";

/** Censors that show nothing of a secret, neither its length nor a part. */
const CENSORS: readonly unknown[] = ["redacted", "label", "hash"];

/** A part of a configuration file that takes effect only if the file is named. */
export interface Refused {
  readonly path: Path;
  /** What is wrong with it. */
  readonly what: string;
}

/**
 * Finds what a file that nobody named must not have. Whoever can write to the working directory may make more be
 * replaced, not less: a pattern of one's own can take the name before a secret away, and a rule's `not` or `check` can
 * let through what another rule has the name of. So only what cannot do that is taken: plain names, ids of rules to add
 * and censors that show nothing. What is of a wrong type is left to the check of all options.
 *
 * @returns The first part that is refused; undefined if there is none
 */
export function findRefused(options: Readonly<Record<string, unknown>>): Refused | undefined {
  const { rules, keys, allow, censor, mode, keepOnly } = options;
  return (
    firstOf("rules", rules, problemOfRule) ??
    firstOf("keys", keys, problemOfKey) ??
    (allow === undefined ? undefined : { path: ["allow"], what: "allow lets values through" }) ??
    (censor === undefined || CENSORS.includes(censor)
      ? undefined
      : { path: ["censor"], what: `censor is not one of ${CENSORS.join(", ")}` }) ??
    (mode === undefined || mode === "redact"
      ? undefined
      : { path: ["mode"], what: "mode turns all rules off" }) ??
    (keepOnly === undefined
      ? undefined
      : { path: ["keepOnly"], what: "keepOnly takes away what other values are known by" })
  );
}

function firstOf(
  name: string,
  list: unknown,
  problemOf: (item: unknown) => string | undefined,
): Refused | undefined {
  for (const [i, item] of Array.isArray(list) ? list.entries() : []) {
    const what = problemOf(item);
    if (what !== undefined) return { path: [name, i], what };
  }
  return undefined;
}

function problemOfRule(rule: unknown): string | undefined {
  if (typeof rule === "object" && rule !== null)
    return "a rule of one's own can hide a secret from other rules";
  if (typeof rule !== "string") return undefined;
  return isAdding(rule) ? undefined : `${JSON.stringify(rule)} turns rules off`;
}

/** Whether an id adds rules to those that are on by default. An unknown one has a message of its own. */
function isAdding(id: string): boolean {
  if (id.startsWith("!")) return false;
  try {
    const on = new Set(rulesOf([id]));
    return rulesOf(["default"]).every((rule) => on.has(rule));
  } catch {
    return true;
  }
}

function problemOfKey(key: unknown): string | undefined {
  if (typeof key === "object" && key !== null) return "a name with a censor of its own can show a secret";
  if (typeof key !== "string") return undefined;
  const shown = JSON.stringify(key);
  if (!/^[\p{L}\p{N}]/u.test(key))
    return key.includes("!") ? `${shown} takes a name out` : `${shown} is no plain name`;
  return knownAs(key) === "others" ? `${shown} is how the catalogue finds other secrets` : undefined;
}

/** What is no name has a message of its own. */
function knownAs(key: string): ReturnType<typeof catalogueHas> {
  try {
    return catalogueHas(key);
  } catch {
    return undefined;
  }
}

/**
 * The options without names that the catalogue has: it knows more of them than a user's rule would, such as words that
 * may follow.
 */
export function withoutKnown(options: RedactorOptions): RedactorOptions {
  const { keys, ...others } = options;
  if (keys === undefined) return options;
  return { ...others, keys: keys.filter((key) => typeof key !== "string" || catalogueHas(key) !== "all") };
}
