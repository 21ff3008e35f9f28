import { rulesOf } from "../../config/selected-rules.ts";
import { rulesets } from "../../rules/rulesets.ts";
import type { Toolbox } from "../toolbox.ts";
import { type ListedRule, ownRules, readCatalogue } from "./catalogue.ts";

const STDOUT = 1;

/** `scrubjay rules`: lists the catalogue, or what is on with a configuration. */
export async function listRules(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const { values, operands, rest } = toolbox.readCommand("rules", args);
  const text = values.has("help") ? helpText(toolbox) : await list();
  await toolbox.createOutput(STDOUT).write(new TextEncoder().encode(text));
  return 0;

  async function list(): Promise<string> {
    const { rules, ...given } = toolbox.givenOptions(values);
    const ids = [...(rules ?? []), ...operands, ...(rest ?? [])];
    const isConfigured = given.config !== undefined || given.gitleaks !== undefined;
    const options = isConfigured ? await toolbox.redactorOptions({ ...given, rules: undefined }) : {};
    const own = ownRules(options);
    const isOwn = (id: string): boolean => own.some((rule) => id === rule.id || id === `${rule.family}/*`);
    const others = ids.filter((id) => !isOwn(id));
    const chosen = (options.rules ?? []).filter((rule) => typeof rule === "string");
    const listed =
      ids.length === 0
        ? [...ofCatalogue(chosen, isConfigured), ...own]
        : [
            ...(others.length === 0 ? [] : ofCatalogue(others, isConfigured)),
            ...own.filter((rule) => ids.includes(rule.id) || ids.includes(`${rule.family}/*`)),
          ];
    return (values.get("format")?.at(-1) === "json" ? asJson : asTable)(listed);
  }
}

/** Rules with one id are one to users. */
function ofCatalogue(ids: readonly string[], isConfigured: boolean): readonly ListedRule[] {
  const all = readCatalogue();
  if (ids.length === 0 && !isConfigured) return all;
  const on = new Set(rulesOf(ids.length > 0 ? ids : ["default"]).map(({ id }) => id));
  return all.filter(({ id }) => on.has(id));
}

function asJson(rules: readonly ListedRule[]): string {
  return `[\n${rules.map((rule) => JSON.stringify(rule)).join(",\n")}\n]\n`;
}

function asTable(rules: readonly ListedRule[]): string {
  const heading = ["ID", "FAMILY", "KIND", "ON", "NAME", "SOURCE"];
  const rows = rules.map(({ id, family, kind, name, source, ...rule }) => [
    id,
    family,
    kind,
    rule.own ? "own" : rule.default ? "default" : "opt-in",
    name,
    source,
  ]);
  const all = [heading, ...rows];
  const widths = heading.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
  const lines = all.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n\n${rules.length} rule${rules.length === 1 ? "" : "s"}. Rulesets: ${rulesets.map(({ name }) => name).join(", ")}.\n`;
}

function helpText({ helpRows }: Toolbox): string {
  const sets = rulesets.map(({ name, about }) => `  ${name.padEnd(21)}${about}`);
  return `Usage: scrubjay rules [flags] [ID ...]

Lists the rules: id, family, what they are known by, on or not, name, source.
With ids, globs ("github/*") or rulesets: only the rules that are on with these.
With --config or --gitleaks: what is on with them, and their own rules.

${helpRows("rules")}

Rulesets:
${sets.join("\n")}

Example: scrubjay rules --format json 'aws/*'
`;
}
