import { rulesOf } from "../../config/selected-rules.ts";
import { rulesets } from "../../rules/rulesets.ts";
import { type Flag, flagRows, listOf, readFlags } from "../read-flags.ts";
import type { Toolbox } from "../toolbox.ts";
import { type ListedRule, readCatalogue } from "./catalogue.ts";

const STDOUT = 1;

const FLAGS: readonly Flag[] = [
  { name: "format", value: "NAME", choices: ["table", "json"], help: "table (the default) or json" },
  { name: "rules", value: "LIST", help: "only what is on with these rules: ids, globs, rulesets" },
  { name: "help", short: "h", help: "show this help" },
];

/** `scrubjay rules`: lists the catalogue. */
export async function listRules(args: readonly string[], { createOutput }: Toolbox): Promise<number> {
  const { values, operands, rest } = readFlags(args, FLAGS);
  const isJson = values.get("format")?.at(-1) === "json";
  const text = values.has("help")
    ? helpText()
    : (isJson ? asJson : asTable)(chosen([...(listOf("rules", values) ?? []), ...operands, ...(rest ?? [])]));
  await createOutput(STDOUT).write(new TextEncoder().encode(text));
  return 0;
}

/** Rules with one id are one to users. */
function chosen(ids: readonly string[]): readonly ListedRule[] {
  const all = readCatalogue();
  if (ids.length === 0) return all;
  const on = new Set(rulesOf(ids).map(({ id }) => id));
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
    rule.default ? "default" : "opt-in",
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
  return `${lines.join("\n")}\n\n${rules.length} rules. Rulesets: ${rulesets.map(({ name }) => name).join(", ")}.\n`;
}

function helpText(): string {
  const sets = rulesets.map(({ name, about }) => `  ${name.padEnd(21)}${about}`);
  return `Usage: scrubjay rules [flags] [ID ...]

Lists the rules: id, family, what they are known by, on or not, name, source.
With ids, globs ("github/*") or rulesets: only the rules that are on with these.

${flagRows(FLAGS)}

Rulesets:
${sets.join("\n")}

Example: scrubjay rules --format json 'aws/*'
`;
}
