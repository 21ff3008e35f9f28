import { fstatSync } from "node:fs";
import type { RedactorOptions } from "../../../config/options.ts";
import { codeOf } from "../../errors.ts";
import { UsageError } from "../../flags/read-flags.ts";
import type { Output, Wait } from "../../output/output.ts";
import type { Toolbox } from "../../toolbox.ts";
import { type ListedRule, readCatalogue } from "../catalogue.ts";
import { AuditScan, BothScans, type Found } from "./audit-scan.ts";
import { Baseline, readFindings, readReport } from "./baseline.ts";
import { CANARY_RULE, canaryPattern } from "./canary.ts";
import { type AuditCommand, auditHelp, parseAudit } from "./command.ts";
import { Comparison, comparisonText } from "./compare.ts";
import type { Finding } from "./finding.ts";
import { HtmlReport } from "./html/html.ts";
import { timeOfLine } from "./html/line-times.ts";
import { bytesOf, createProgress, type Progress } from "./progress.ts";
import { type AuditReport, JsonReport, shownName, summaryText, textReport } from "./reports.ts";
import { SarifReport } from "./sarif.ts";
import { keysOf, Suspects, suspectsText } from "./suspects.ts";
import { Tally } from "./tally.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

const decoder = new TextDecoder();

/** Reports are written in pieces of at least so many characters. */
const PIECE = 16_384;

/** `scrubjay audit`. Returns the exit status: 0 nothing found, 1 something found, 2 a file could not be read. */
export async function audit(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const command = parseAudit(args, toolbox);
  const output = toolbox.createOutput(STDOUT);
  if (command === undefined) {
    await output.write(new TextEncoder().encode(auditHelp(toolbox)));
    return 0;
  }
  toolbox.useKeyFile(command.keyFile);
  const options = await toolbox.redactorOptions(command.options);
  const program = await toolbox.programFor(options);
  const baseline =
    command.baseline === undefined ? undefined : new Baseline(readReport(command.baseline, "--baseline"));
  const comparison =
    command.compare === undefined ? undefined : new Comparison(readFindings(command.compare, "--compare"));
  const canary =
    command.canaryFile === undefined ? undefined : await canaryProgram(command.canaryFile, toolbox);
  const searches = [
    searchOf(program, toolbox, options),
    ...(canary === undefined ? [] : [searchOf(canary, toolbox, {})]),
  ];
  const run = new Run(command, toolbox, output, { baseline, comparison });
  await run.start();
  for (const file of command.files) await run.file(file, searches);
  return await run.end();
}

/** A program that finds the canary and nothing else. */
async function canaryProgram(file: string, toolbox: Toolbox): Promise<Program> {
  const rule = { id: CANARY_RULE, pattern: canaryPattern(file) };
  try {
    return await toolbox.programFor({ rules: [rule, "!*"] });
  } catch {
    // The message has the pattern, which is the canary.
    throw new UsageError(`--canary-file ${file}: the canary is too long to be looked for in every form`);
  }
}

type Program = Awaited<ReturnType<Toolbox["programFor"]>>;

/** What is looked for, beside a program the values that are known. */
type Search = InstanceType<Toolbox["Engine"]>;

function searchOf(program: Program, toolbox: Toolbox, { secrets, learn }: RedactorOptions): Search {
  // A scanner of its own: input is read into its memory.
  return new toolbox.Engine(
    { secrets, learn },
    () => program,
    (each) => new toolbox.ScannerPool(each),
  );
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Reports of before. */
interface Known {
  readonly baseline: Baseline | undefined;
  readonly comparison: Comparison | undefined;
}

/** One audit of all its files. */
class Run {
  readonly #command: AuditCommand;
  readonly #toolbox: Toolbox;
  readonly #output: Output;
  readonly #report: AuditReport;
  readonly #tally: Tally;
  readonly #progress: Progress;
  readonly #baseline: Baseline | undefined;
  readonly #comparison: Comparison | undefined;
  readonly #suspects: Suspects | undefined;
  #canaries = 0;
  readonly #pseudonym: ((secret: string) => string) | undefined;
  readonly #blockIds: ReadonlySet<string>;
  /** Of times that tell none. */
  #year = new Date().getFullYear();
  #pending = "";

  constructor(command: AuditCommand, toolbox: Toolbox, output: Output, known: Known) {
    this.#command = command;
    this.#toolbox = toolbox;
    this.#output = output;
    this.#baseline = known.baseline;
    this.#comparison = known.comparison;
    this.#suspects = command.suspects ? new Suspects() : undefined;
    const catalogue = readCatalogue();
    this.#blockIds = new Set(catalogue.filter(({ kind }) => kind === "block").map(({ id }) => id));
    this.#report = reportOf(command, catalogue, toolbox.version());
    this.#tally = new Tally(known.baseline !== undefined);
    this.#progress = createProgress(toolbox.isTerminal(STDERR), bytesOf(command.files));
    this.#pseudonym = toolbox.hasKey() ? toolbox.createPseudonyms() : undefined;
  }

  async start(): Promise<void> {
    if (this.#comparison === undefined && this.#suspects === undefined) this.#pending += this.#report.start();
  }

  async file(file: string, searches: readonly Search[]): Promise<void> {
    const { copy, createInput, openFile, closeFile, Session, HeadIntake } = this.#toolbox;
    const isStdin = file === "-";
    const shown = this.#toolbox.shownFile(file);
    if (isStdin && this.#toolbox.isTerminal(STDIN))
      this.#toolbox.complain("reading from the terminal; end with Ctrl-D, or see scrubjay audit --help");
    const scans = searches.map(
      (search, i) =>
        new AuditScan({
          onText: i === 0 ? this.#suspects?.take.bind(this.#suspects) : undefined,
          search,
          blockIds: this.#blockIds,
          session: new Session(search.scanner, () => search.watch),
          toolbox: this.#toolbox,
          pseudonym: this.#pseudonym,
          keepsHead: this.#command.format === "html",
          found: (match, end, head) => this.#take(shown, match, end, head),
        }),
    );
    const [scan, other] = scans as [AuditScan, AuditScan | undefined];
    try {
      const fd = isStdin ? STDIN : await openFile(file, "r");
      const stat = fstatSync(fd);
      this.#year = (stat.isFile() ? stat.mtime : new Date()).getFullYear();
      const intake = new HeadIntake(
        other === undefined ? scan : new BothScans(scan, other),
        { write: () => undefined, end: () => undefined },
        {
          byLine: false,
          packsAgain: false,
          readsDamaged: true,
          onUnits: (markBytes, unitBytes) => {
            for (const { position } of scans) position.countUnits(markBytes, unitBytes);
          },
        },
      );
      try {
        let counted = 0;
        await copy(createInput(fd), {
          space: () => intake.space(),
          take: (size) => {
            const wait = intake.take(size);
            this.#progress.add(scan.bytes - counted);
            counted = scan.bytes;
            return wait === undefined ? this.#flush(PIECE) : wait.then(() => this.#flush(PIECE));
          },
          end: () => intake.end(),
        });
      } finally {
        if (!isStdin) await closeFile(fd);
      }
      this.#suspects?.endLine();
      this.#tally.addFile();
    } catch (error) {
      // No report can be written: that is about no file.
      if ((error as Error | null)?.name === "WriteError") throw error;
      // Of one that is damaged, a part was searched.
      if (scan.bytes > 0) this.#tally.addFile();
      this.#fail(shown, error);
    }
    this.#tally.addBytes(scan.bytes);
  }

  /** Returns the exit status. */
  async end(): Promise<number> {
    this.#progress.end();
    if (this.#comparison !== undefined) return await this.#endComparison(this.#comparison);
    if (this.#suspects !== undefined) return await this.#endSuspects(this.#suspects);
    const summary = this.#tally.summary();
    this.#pending += this.#report.end(summary);
    await this.#flush(1);
    await this.#output.end();
    if (this.#baseline?.hasJudgedByLength)
      this.#toolbox.complain(
        "--baseline: without a key (SCRUBJAY_HMAC_KEY, --key-file) in both audits, a finding is known by its file, rule and length alone",
      );
    if (this.#command.format === "text") this.#toolbox.complain(summaryText(summary));
    if (this.#canaries > 0)
      this.#toolbox.complain(
        `the canary got through ${this.#canaries} time${this.#canaries === 1 ? "" : "s"}`,
      );
    if (summary.failed > 0) return 2;
    return summary.findings > 0 ? 1 : 0;
  }

  #take(file: string, match: Found, { line, column }: Place, head: Uint8Array): void {
    const finding = inFile(file, match);
    if (finding.rule === CANARY_RULE) this.#canaries++;
    if (this.#suspects !== undefined) return;
    if (this.#comparison !== undefined) {
      this.#comparison.add(finding);
      return;
    }
    if (this.#baseline?.takes(finding)) {
      this.#tally.addKnown();
      return;
    }
    this.#tally.add(finding);
    this.#pending += this.#report.finding(finding, {
      endLine: line,
      endColumn: column,
      timeMs: head.length === 0 ? undefined : timeOfLine(decoder.decode(head), this.#year),
    });
  }

  async #endSuspects(suspects: Suspects): Promise<number> {
    const list = suspects.list();
    const isJson = this.#command.format === "json";
    this.#pending += isJson
      ? `${JSON.stringify({ suspects: list, keys: keysOf(list) }, null, 1)}\n`
      : suspectsText(list);
    await this.#flush(1);
    if (!isJson) this.#toolbox.complain(`${list.length} suspect${list.length === 1 ? "" : "s"}`);
    return this.#tally.summary().failed > 0 ? 2 : 0;
  }

  async #endComparison(comparison: Comparison): Promise<number> {
    const differences = comparison.end();
    const isJson = this.#command.format === "json";
    this.#pending += isJson ? `${JSON.stringify({ differences }, null, 1)}\n` : comparisonText(differences);
    await this.#flush(1);
    if (!isJson)
      this.#toolbox.complain(`${differences.length} difference${differences.length === 1 ? "" : "s"}`);
    if (this.#tally.summary().failed > 0) return 2;
    return differences.length > 0 ? 1 : 0;
  }

  #fail(file: string, error: unknown): void {
    this.#tally.fail();
    this.#progress.hide();
    const isOurs = codeOf(error) === "unknown error" && (error as Error | null)?.name !== "InputError";
    // The message of any other error may contain input.
    if (isOurs) this.#toolbox.complain(`${shownName(file)}: could not be searched`);
    else new this.#toolbox.Report().fail(shownName(file), error);
  }

  /** Writes what is pending if that is enough. */
  #flush(least: number): Wait {
    if (this.#pending.length < least) return undefined;
    const bytes = new TextEncoder().encode(this.#pending);
    this.#pending = "";
    this.#progress.hide();
    return this.#output.write(bytes);
  }
}

/** In the order of a report's fields. */
function inFile(file: string, match: Found): Finding {
  const { line, column, start, end, rule, confidence, pseudonym } = match;
  const finding = { file, line, column, start, end, rule, confidence };
  return pseudonym === undefined ? finding : { ...finding, pseudonym };
}

function reportOf({ format }: AuditCommand, catalogue: readonly ListedRule[], version: string): AuditReport {
  switch (format) {
    case "json":
      return new JsonReport();
    case "html":
      return new HtmlReport(catalogue);
    case "sarif":
      return new SarifReport(catalogue, version);
    default:
      return textReport;
  }
}
