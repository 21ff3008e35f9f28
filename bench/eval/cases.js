// The labelled cases, with each label narrowed to the credential and the judged ones set aside.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { familyOf } from "./families.js";
import { readSetAside } from "./judgements.js";
import { credentialParts } from "./labels.js";
import { casesDir } from "./shared.js";

/**
 * @typedef {object} Case
 * @property {string} file the file it comes from, without `.jsonl`
 * @property {string} rule the other tool's own name
 * @property {string} family
 * @property {string} hash identifies text and label without showing them
 * @property {string} text
 * @property {string[]} parts what must not get out; empty for a negative
 * @property {boolean} positive
 * @property {"labelled" | "gitleaks" | "generated"} evidence
 * @property {string} source
 */

/** @returns {{ cases: Case[], setAside: Map<string, Case[]>, unlabelled: number }} */
export function loadCases() {
  const judged = readSetAside();
  /** @type {Case[]} */
  const cases = [];
  /** @type {Map<string, Case[]>} */
  const setAside = new Map();
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

/** @param {string} file @param {any} row @returns {Case[]} */
function toCases(file, row) {
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

/** @param {string} name @returns {any[]} */
const readRows = (name) =>
  readFileSync(join(casesDir, name), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
