import type { RedactorOptions } from "../../redactor/redactor.ts";

/**
 * What a policy is, as one text: the options in the order of their names, and the version, whose catalogue they choose
 * from. Equal texts redact alike. Of values that are secret it has only how many there are: a digest of the text may be
 * shown. `{ rules: ["github/*"] }` of 1.2.3 is `{"options":{"rules":["github/*"]},"version":"1.2.3"}`.
 *
 * @param version The package's version
 */
export function policyText(options: RedactorOptions, version: string): string {
  const { secrets, ...rest } = options;
  const known = secrets === undefined ? {} : { secrets: Array.isArray(secrets) ? secrets.length : true };
  return JSON.stringify(sorted({ options: { ...rest, ...known }, version }));
}

/** Members in the order of their names; what has no JSON form is left out, and a function is only known as one. */
function sorted(value: unknown): unknown {
  if (typeof value === "function") return "function";
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  );
}
