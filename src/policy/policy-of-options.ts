import { censorOf, type RedactorOptions, refuse } from "../config/options.ts";
import { shownId } from "../config/own-key-ids.ts";
import type { Program } from "../program/image/program.ts";
import { chooseCensors, type PlainCensor } from "../redaction/censors.ts";
import { ownCensors } from "../redactor/own-censors.ts";
import { encodePolicy, type PolicyChange, type Sha256 } from "./encode-policy.ts";

/** Why an option cannot be in a policy. */
const REFUSED: Readonly<Record<string, string>> = {
  secrets: "values are not written into files; a host of the module has no place for them",
  learn: "what is learnt from a log is not in a policy",
  keepOnly: "which values of a record stay is for its host to say",
  remove: "it needs paths or keepOnly, which a policy does not have",
  paths: "they need whole values, and the module reads bytes",
  onMatch: "it is a function; a host asks sj_next_match",
};

/**
 * The policy of options that a redactor could be made of.
 *
 * @param program Their program, of which what is changed lies right after `base`
 * @param base The program that the module holds
 * @throws RedactorConfigError for an option that a policy cannot have
 * @example policyOf({ keys: ["ssn"] }, program, base, sha256)
 */
export function policyOf(
  options: RedactorOptions,
  program: Program,
  base: { readonly id: Uint8Array; readonly size: number },
  sha256: Sha256,
): Uint8Array<ArrayBuffer> {
  for (const [name, why] of Object.entries(REFUSED)) {
    const value = options[name as keyof RedactorOptions];
    if (value !== undefined && value !== false)
      refuse(
        "invalid-option",
        `option ${name} cannot be compiled: ${why}; a policy has rules, keys, allow and censor`,
      );
  }
  if (options.mode === "observe")
    refuse("invalid-option", 'mode "observe" cannot be compiled: a policy replaces what it finds');
  return encodePolicy({
    base: base.id,
    baseSize: base.size,
    change: changeOf(program, base.size),
    ruleIds: program.ruleIds.map(shownId),
    censors: censorsOf(options, program.ruleIds),
    sha256,
  });
}

function changeOf(program: Program, baseSize: number): PolicyChange | undefined {
  if (program.size === baseSize) return undefined;
  const { change } = program;
  if (change === undefined)
    refuse(
      "invalid-option",
      "the rules and names of one's own are too many for a policy: 4 MB of tables at most",
    );
  const space = new Uint8Array(program.size);
  change.lay(space);
  return { header: change.header, added: space.subarray(baseSize) };
}

/** The censor of each rule. */
function censorsOf(options: RedactorOptions, rules: readonly string[]): readonly PlainCensor[] {
  const { rest, byRule } = chooseCensors(censorOf(options), rules.map(shownId));
  const censors = rules.map((_, i) => byRule?.get(i) ?? rest);
  for (const { censor, indexes } of ownCensors(options, rules))
    for (const index of indexes) censors[index] = censor;
  if (censors.some((censor) => typeof censor === "function"))
    refuse("invalid-option", "a censor function cannot be compiled: use a built-in censor, or { text }");
  return censors;
}
