import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RedactorOptions } from "../../config/options.ts";
import { shownId } from "../../config/own-key-ids.ts";
import { instrumentedKernel, type TracedKernel } from "../../explain/call-trace.ts";
import { type Candidate, type Explanation, explanationOf } from "../../explain/explanation.ts";
import { codeOf } from "../errors.ts";
import { type Flag, flagRows, listOf, readFlags, UsageError } from "../read-flags.ts";
import type { Toolbox } from "../toolbox.ts";
import { type ListedRule, readCatalogue } from "./catalogue.ts";

const STDIN = 0;
const STDOUT = 1;
const NEWLINE = 0x0a;

const FLAGS: readonly Flag[] = [
  { name: "word", value: "TEXT", help: "only what concerns this part of the text" },
  { name: "rules", value: "LIST", help: "as for the filter" },
  { name: "keys", value: "LIST", help: "as for the filter" },
  { name: "allow", value: "TEXT", help: "as for the filter; may be repeated" },
  { name: "config", value: "FILE", help: "as for the filter" },
  { name: "gitleaks", value: "FILE", help: "as for the filter" },
  { name: "help", short: "h", help: "show this help" },
];

/** `scrubjay explain`: what is found in a text and why, and why the rest is left. It shows nothing of the text. */
export async function explain(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const { values, operands, rest } = readFlags(args, FLAGS);
  const text = [...operands, ...(rest ?? [])].join(" ");
  const lines = values.has("help") ? [helpText()] : await answer(text);
  await toolbox.createOutput(STDOUT).write(new TextEncoder().encode(`${lines.join("\n")}\n`));
  return 0;

  async function answer(subject: string): Promise<readonly string[]> {
    if (subject === "") throw new UsageError('no text is given; "-" is standard input');
    const catalogue = readCatalogue();
    const rule = catalogue.find(({ id }) => id === subject);
    if (rule !== undefined) return ruleLines(rule);
    const options = await toolbox.redactorOptions({
      config: values.get("config")?.at(-1),
      gitleaks: values.get("gitleaks"),
      rules: listOf("rules", values),
      keys: listOf("keys", values),
      allow: values.get("allow"),
    });
    const input = subject === "-" ? readInput() : new TextEncoder().encode(subject);
    const question = new Question(input, toolbox, catalogue);
    return await question.lines(options, values.get("word")?.at(-1));
  }
}

function readInput(): Uint8Array {
  try {
    return readFileSync(STDIN);
  } catch (error) {
    throw new UsageError(`standard input cannot be read: ${codeOf(error)}`);
  }
}

function ruleLines({ id, name, kind, source, ...rule }: ListedRule): readonly string[] {
  const known = { shape: "its shape", key: "the name before it", block: "the marks around it" }[kind];
  return [
    `${id}: ${name}`,
    `  known by ${known}; ${rule.default ? "on by default" : "off unless it is asked for"}`,
    ...(source === "" ? [] : [`  ${source}`]),
  ];
}

/** A text that is explained. */
class Question {
  readonly #text: Uint8Array;
  readonly #toolbox: Toolbox;
  readonly #names: ReadonlyMap<string, string>;
  readonly #kernel: TracedKernel;

  constructor(text: Uint8Array, toolbox: Toolbox, catalogue: readonly ListedRule[]) {
    this.#text = text;
    this.#toolbox = toolbox;
    this.#names = new Map(catalogue.map(({ id, name }) => [id, name]));
    this.#kernel = instrumentedKernel(
      readFileSync(join(import.meta.dirname, "kernel.wasm")),
      JSON.parse(readFileSync(join(import.meta.dirname, "functions.json"), "utf8")),
    );
  }

  async lines(options: RedactorOptions, word: string | undefined): Promise<readonly string[]> {
    const explanation = await this.#explain(options);
    const isAsked = this.#within(word);
    const { found, candidates } = explanation;
    const shown = found.filter(({ start, end }) => isAsked(start, end));
    const foundLines = shown.flatMap(({ start, end, kinds, rule, notation }) => [
      `  ${this.#place(start)} to ${this.#place(end)} (${kinds}): ${this.#titleOf(rule)}`,
      `    in ${notation}`,
      ...reasons(candidates, rule, start).map((why) => `    ${why}`),
    ]);
    const left = candidates.filter((each) => !each.isTaken && isAsked(each.at, each.at + 1));
    const near = word === undefined ? left.filter(isNear) : left;
    const leftLines = [...new Set(near.map((each) => `  ${this.#leftLine(each)}`))];
    const beside = await this.#otherwise(options, explanation, isAsked);
    const none =
      word !== undefined && shown.length + leftLines.length + beside.length === 0
        ? [
            "  no rule looks at it: it is no sensitive name, none stands before it, and no rule's shape starts in it",
          ]
        : [];
    return [
      `found: ${shown.length}`,
      ...foundLines,
      `left: ${leftLines.length + beside.length}`,
      ...leftLines,
      ...beside,
      ...none,
    ];
  }

  async #explain(options: RedactorOptions): Promise<Explanation> {
    const program = await this.#toolbox.programFor(options);
    try {
      return explanationOf(program, this.#kernel, this.#text, (offset) => this.#place(offset));
    } catch (error) {
      if (error instanceof RangeError) throw new UsageError(`${error.message}; give fewer lines`);
      throw error;
    }
  }

  /** What would be found with other options: without what is allowed, and with all rules. */
  async #otherwise(
    options: RedactorOptions,
    { found }: Explanation,
    isAsked: (start: number, end: number) => boolean,
  ): Promise<readonly string[]> {
    const isFound = (start: number): boolean => found.some((each) => each.start <= start && start < each.end);
    const more = async (other: RedactorOptions, why: string): Promise<readonly string[]> => {
      const { found } = await this.#explain(other);
      return found
        .filter(({ start, end }) => !isFound(start) && isAsked(start, end))
        .map(
          ({ start, end, rule, kinds }) =>
            `  ${this.#place(start)} to ${this.#place(end)} (${kinds}): ${this.#titleOf(rule)}: ${why}`,
        );
    };
    const { allow, rules, ...rest } = options;
    const allowed = allow === undefined ? [] : await more({ ...rest, rules }, "the options allow it");
    const off = await more({ rules: ["strict"] }, "the rule is off");
    return [...allowed, ...off.filter((line) => !allowed.some((each) => sameStart(each, line)))];
  }

  #leftLine({ kind, at, rule, why, frame }: Candidate): string {
    const where = frame === "" ? "" : ` (in ${frame})`;
    const reason = why.replace(/^left[,:] /, "");
    if (kind === "word") return `${this.#place(at)}, the end of a word${where}: ${reason}`;
    const what = kind === "name" ? `the end of a name of ${this.#titleOf(rule)}` : this.#titleOf(rule);
    return `${this.#place(at)}, ${what}${where}: ${reason}`;
  }

  #titleOf(rule: string): string {
    const id = shownId(rule);
    const name = this.#names.get(id);
    return name === undefined ? id : `${id}, ${name}`;
  }

  /** Line and column, from 1, as an audit reports them. */
  #place(offset: number): string {
    const before = this.#text.subarray(0, offset);
    const line = before.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 1);
    const start = before.lastIndexOf(NEWLINE) + 1;
    const column = before
      .subarray(start)
      .reduce((count, byte) => count + ((byte & 0xc0) === 0x80 ? 0 : 1), 1);
    return `${line}:${column}`;
  }

  /**
   * Whether a part of the text concerns the word that is asked for: it is in the word, or the last name or word before
   * it on its line.
   */
  #within(word: string | undefined): (start: number, end: number) => boolean {
    if (word === undefined) return () => true;
    const text = Buffer.from(this.#text);
    const bytes = Buffer.from(word);
    const ranges: (readonly [number, number])[] = [];
    for (let at = text.indexOf(bytes); at >= 0; at = text.indexOf(bytes, at + 1)) {
      // A name and what separates it from its value.
      const before = /[\w-]+[^\w\n]*$/.exec(text.subarray(0, at).toString("latin1"))?.[0].length ?? 0;
      ranges.push([at - before, at + bytes.length]);
    }
    if (ranges.length === 0) throw new UsageError("--word is not in the text");
    return (start, end) => ranges.some(([from, to]) => start < to && end > from);
  }
}

/** Whether it came near to a match: the kernel looks at many words, and at many places where a shape could start. */
function isNear({ kind, why }: Candidate): boolean {
  return kind === "name" || (kind === "shape" && !/its pattern does not match|cannot start here/.test(why));
}

/** Why a match was taken: what the kernel says of the last name or shape before it. */
function reasons(candidates: readonly Candidate[], rule: string, start: number): readonly string[] {
  const taken = candidates.filter((each) => each.isTaken && each.rule === rule && each.at <= start);
  const last = taken.at(-1);
  if (last === undefined) return [];
  if (last.kind === "shape") return [`it ${last.why}`];
  return [`a name of ${shownId(last.rule)}${last.frame === "" ? "" : ` in ${last.frame}`}: ${last.why}`];
}

const sameStart = (one: string, other: string): boolean => one.split(" ")[2] === other.split(" ")[2];

function helpText(): string {
  return `Usage: scrubjay explain [flags] TEXT
       scrubjay explain [flags] -
       scrubjay explain RULE

Shows what is found in a text, by which rule and why, and why the rest is left.
Of the text it shows only places (LINE:COLUMN), lengths and kinds of characters.
"-" is standard input: what is typed as TEXT stays in the shell's history.

${flagRows(FLAGS)}

Example: tail -1 app.log | scrubjay explain -`;
}
