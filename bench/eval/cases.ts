// The labelled cases, with each label narrowed to the credential and the judged ones set aside.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { familyOf } from "./families.ts";
import { readSetAside } from "./judgements.ts";
import { credentialParts } from "./labels.ts";
import { casesDir } from "./shared.ts";

export interface Case {
  /** The file it comes from, without `.jsonl` */
  file: string;
  /** The other tool's own name */
  rule: string;
  family: string;
  /** Identifies text and label without showing them */
  hash: string;
  text: string;
  /** What must not get out; empty for a negative */
  parts: string[];
  positive: boolean;
  evidence: "labelled" | "gitleaks" | "generated";
  source: string;
}

export function loadCases(): { cases: Case[]; setAside: Map<string, Case[]>; unlabelled: number } {
  const judged = readSetAside();
  const cases: Case[] = [];
  const setAside: Map<string, Case[]> = new Map();
  let unlabelled = 0;
  for (const name of readdirSync(casesDir).filter((entry) => entry.endsWith(".jsonl"))) {
    for (const row of readRows(name)) {
      for (const item of toCases(name.replace(".jsonl", ""), row)) {
        const reason = judged(item);
        if (reason !== undefined) setAside.set(reason, [...(setAside.get(reason) ?? []), item]);
        else if (item.positive && item.parts.length === 0) unlabelled++;
        else cases.push(item);
      }
    }
  }
  return { cases, setAside, unlabelled };
}

/** A line of a file of cases: what its text holds, or holds not. */
interface Row {
  text: string;
  rule: string;
  positive: boolean;
  source: string;
  secret?: string;
  secrets?: string[];
  generated?: boolean;
}

function toCases(file: string, row: Row): Case[] {
  const { text, rule, positive, source } = row;
  const labels = row.secrets?.length ? row.secrets : [row.secret];
  const evidence = row.generated ? "generated" : file === "gitleaks" ? "gitleaks" : "labelled";
  return [...new Set(labels)].map((label) => ({
    file,
    rule,
    family: familyOf(rule),
    hash: createHash("sha256")
      .update(`${text}\0${label ?? ""}`)
      .digest("hex")
      .slice(0, 16),
    text,
    parts: positive
      ? credentialParts(file, rule, text, label ?? "").filter((part) => part && text.includes(part))
      : [],
    positive,
    evidence,
    source,
  }));
}

const readRows = (name: string): Row[] =>
  readFileSync(join(casesDir, name), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
