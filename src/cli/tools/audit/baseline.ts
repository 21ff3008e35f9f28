import type { Log, Result } from "sarif";
import { readGiven } from "../../../node/given-file.ts";
import { UsageError } from "../../flags/read-flags.ts";
import type { Finding } from "./finding.ts";
import { PSEUDONYM, uriOf } from "./sarif.ts";

/** A million findings: parsed, they take some 1.5 GB. */
const MAX_BYTES = 256_000_000;

/** What a report of before tells of a finding, whatever its format. */
interface Known {
  /** The file, as SARIF writes it. */
  readonly uri: string;
  readonly rule: string;
  readonly bytes: number;
  readonly pseudonym: string | undefined;
}

/**
 * The findings of a report of before. A finding is known
 * - with a pseudonym, if the report has it under the same rule, wherever that was: it is the same credential;
 * - otherwise, if the report has one of the same rule and length in the same file that is not yet taken by another
 *   finding: a file in which one more credential is written than before has a new one, wherever its lines stand.
 */
export class Baseline {
  readonly #pseudonyms = new Set<string>();
  /** How many findings without a pseudonym are left, by their fingerprints. */
  readonly #left = new Map<string, number>();

  /** Whether a finding was judged by its length. */
  hasJudgedByLength = false;

  constructor(known: Iterable<Known>) {
    for (const finding of known) {
      if (finding.pseudonym !== undefined) this.#pseudonyms.add(pseudonymOf(finding));
      const print = fingerprintOf(finding);
      this.#left.set(print, (this.#left.get(print) ?? 0) + 1);
    }
  }

  /** Whether a finding is known; each of those without a pseudonym makes one known. */
  takes(found: Finding): boolean {
    const finding = knownOf(found);
    if (finding.pseudonym !== undefined && this.#pseudonyms.size > 0)
      return this.#pseudonyms.has(pseudonymOf(finding));
    this.hasJudgedByLength = true;
    const print = fingerprintOf(finding);
    const left = this.#left.get(print) ?? 0;
    this.#left.set(print, left - 1);
    return left > 0;
  }
}

const pseudonymOf = ({ rule, pseudonym }: Known): string => `${rule}#${pseudonym}`;

/** Has no position, so that lines that are added above change nothing, and nothing of the credential but its length. */
const fingerprintOf = ({ uri, rule, bytes }: Known): string => JSON.stringify([uri, rule, bytes]);

function knownOf({ file, rule, start, end, pseudonym }: Finding): Known {
  return { uri: uriOf(file.replace(/^(?:\.\/)+/, "")), rule, bytes: end - start, pseudonym };
}

/**
 * Reads a report of `scrubjay audit`, in JSON or SARIF.
 *
 * @throws UsageError for any other file
 */
export function* readReport(file: string, flag: string): Iterable<Known> {
  const bytes = readGiven(file, `${flag} ${file}`, MAX_BYTES);
  const findings = linesOf(bytes, `${flag} ${file}`);
  if (findings !== undefined) {
    for (const finding of findings) yield knownOf(finding);
    return;
  }
  const report = parsed(bytes, file, flag);
  const known = fromJson(report) ?? fromSarif(report);
  if (known === undefined)
    throw new UsageError(`${flag} ${file} is not a report of scrubjay audit --format json or sarif`);
  yield* known;
}

/**
 * Reads the findings of a report in JSON.
 *
 * @throws UsageError for any other file
 */
export function readFindings(file: string, flag: string): readonly Finding[] {
  const bytes = readGiven(file, `${flag} ${file}`, MAX_BYTES);
  const lines = linesOf(bytes, `${flag} ${file}`);
  if (lines !== undefined) return [...lines];
  const findings = (parsed(bytes, file, flag) as { readonly findings?: unknown } | null)?.findings;
  if (Array.isArray(findings) && findings.every(isFinding)) return findings;
  throw new UsageError(`${flag} ${file} is not a report of scrubjay audit --format json`);
}

function parsed(bytes: Uint8Array, file: string, flag: string): unknown {
  const text = decoded(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${flag} ${file} is not JSON`);
  }
}

/** How a report in JSON begins, and what follows its last finding; a finding stands on each line between. */
const HEAD = '{"findings":[\n';
const NEWLINE = 0x0a;
const FOOT = '\n],\n"summary":{';

/**
 * The findings of a report as it was written, one by one: a million of them, parsed as a whole, take a gigabyte. Undefined
 * for a file that is written otherwise.
 */
function linesOf(bytes: Uint8Array, what: string): Iterable<Finding> | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf(FOOT);
  const isReport = buffer.toString("latin1", 0, HEAD.length) === HEAD && end >= HEAD.length;
  return isReport ? findingsOf(buffer.subarray(HEAD.length, end), what) : undefined;
}

function* findingsOf(lines: Buffer, what: string): Iterable<Finding> {
  let line = 2;
  for (let start = 0; start < lines.length; line++) {
    const newline = lines.indexOf(NEWLINE, start);
    const end = newline < 0 ? lines.length : newline;
    const finding = findingIn(lines.toString("utf8", start, end).replace(/,$/, ""));
    if (finding === undefined)
      throw new UsageError(`${what}:${line}: is no finding of scrubjay audit --format json`);
    yield finding;
    start = end + 1;
  }
}

function findingIn(line: string): Finding | undefined {
  try {
    const finding: unknown = JSON.parse(line);
    return isFinding(finding) ? finding : undefined;
  } catch {
    return undefined;
  }
}

/** PowerShell 5 writes `>` in UTF-16 with a byte order mark; a decoder takes the mark off. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isBigEnd = first === 0xfe && second === 0xff;
  const encoding = isBigEnd ? "utf-16be" : first === 0xff && second === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

function fromJson(report: unknown): readonly Known[] | undefined {
  const findings = (report as { readonly findings?: unknown } | null)?.findings;
  return Array.isArray(findings) && findings.every(isFinding) ? findings.map(knownOf) : undefined;
}

function fromSarif(report: unknown): readonly Known[] | undefined {
  const runs = (report as Log | null)?.runs;
  if (!Array.isArray(runs)) return undefined;
  const known = runs.flatMap(({ results }) => (results ?? []).map(ofResult));
  return known.every((each) => each !== undefined) ? known : undefined;
}

function ofResult({ ruleId, locations, partialFingerprints }: Result): Known | undefined {
  const place = locations?.[0]?.physicalLocation;
  const uri = place?.artifactLocation?.uri;
  const bytes = place?.region?.byteLength;
  if (ruleId === undefined || uri === undefined || bytes === undefined) return undefined;
  return { uri, rule: ruleId, bytes, pseudonym: partialFingerprints?.[PSEUDONYM] };
}

function isFinding(finding: unknown): finding is Finding {
  const { file, rule, start, end } = (finding ?? {}) as Partial<Finding>;
  return (
    typeof file === "string" &&
    typeof rule === "string" &&
    typeof start === "number" &&
    typeof end === "number"
  );
}
