import { createRedactor, type Match } from "../../src/index.ts";
import { vendorRules } from "../../src/rules/vendors.ts";

/** What looks like a vendor's token and is none, each with its reason. */
const ALLOWED: readonly { readonly rule: string; readonly text: RegExp; readonly reason: string }[] = [
  { rule: "jwt/jws", text: /^[^.]*(?:\.[^.]*)?$/, reason: "without its three parts a JWT opens nothing" },
];

const rules = vendorRules.filter(({ optIn }) => !optIn);
const redactor = createRedactor({ rules: rules.map(({ id }) => id) });

/**
 * Whole tokens. Those cut short (`ghp_abc…`), which scrubjay finds too, open nothing and may stand in a
 * text about them: what was found, with what stands around it, must be all that the rule's pattern says.
 */
export function wholeTokens(text: string): readonly Match[] {
  return redactor.scan(text).filter(({ rule: id, start, end }) => {
    if (isAllowed(id, text.slice(start, end))) return false;
    const { pattern, ignoreCase } = rules.find((rule) => rule.id === id)!;
    const around = text.slice(Math.max(0, start - 100), end + 100);
    return new RegExp(pattern, ignoreCase ? "i" : "").test(around);
  });
}

function isAllowed(rule: string, match: string): boolean {
  return ALLOWED.some((entry) => entry.rule === rule && entry.text.test(match));
}
