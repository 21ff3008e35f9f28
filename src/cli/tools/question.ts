import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RedactorOptions } from "../../config/options.ts";
import { shownId } from "../../config/own-key-ids.ts";
import { instrumentedKernel, type TracedKernel } from "../../explain/call-trace.ts";
import {
  type Candidate,
  type Explanation,
  explanationOf,
  type Found,
  kindsOf,
} from "../../explain/explanation.ts";
import { SPAN_FIRST } from "../../kernel/abi.ts";
import type { SpanSink } from "../../scanner/session.ts";
import { UsageError } from "../flags/read-flags.ts";
import type { Toolbox } from "../toolbox.ts";
import type { ListedRule } from "./catalogue.ts";

const NEWLINE = 0x0a;

/** The rule of values that were given. */
const KNOWN = "secret/known";

/** A text that is explained. */
export class Question {
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
    const isAsked = this.#within(word, false);
    const isLookedAt = this.#within(word, true);
    const { found, candidates } = explanation;
    // Of a name that is asked for, its value.
    const isNamed = ({ rule, start }: Found): boolean => {
      const name = takenFor(candidates, rule, start);
      return name !== undefined && name.kind !== "shape" && isAsked(name.at, name.at + 1);
    };
    const shown = found.filter((each) => isAsked(each.start, each.end) || isNamed(each));
    const foundLines = shown.flatMap(({ start, end, kinds, rule, notation }) => [
      `  ${this.#place(start)} to ${this.#place(end)} (${kinds}): ${this.#titleOf(rule)}`,
      `    in ${notation}`,
      ...reasons(candidates, rule, start).map((why) => `    ${why}`),
    ]);
    const left = candidates.filter((each) => !each.isTaken && isLookedAt(each.at, each.at + 1));
    const near = word === undefined ? left.filter(isNear) : left;
    const leftLines = [...new Set(near.map((each) => `  ${this.#leftLine(each)}`))];
    const known = await this.#known(options, isAsked);
    const beside = await this.#otherwise(options, explanation, isAsked);
    const none =
      word !== undefined && shown.length + known.length + leftLines.length + beside.length === 0
        ? [
            "  no rule looks at it: it is no sensitive name, none stands before it, and no rule's shape starts in it",
          ]
        : [];
    return [
      `found: ${shown.length + known.length}`,
      ...foundLines,
      ...known,
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

  /** Where values stand that were given, in whatever form. */
  async #known(
    { secrets }: RedactorOptions,
    isAsked: (start: number, end: number) => boolean,
  ): Promise<readonly string[]> {
    if (secrets === undefined) return [];
    const { Engine, programFor, ScannerPool, Session } = this.#toolbox;
    const program = await programFor({});
    const engine = new Engine(
      { secrets },
      () => program,
      (each) => new ScannerPool(each),
    );
    const spans: { readonly start: number; end: number }[] = [];
    const sink: SpanSink = {
      keep: () => {},
      span: (_memory, start, end, rule, flags, shift) => {
        if (engine.ruleIds[rule] !== KNOWN) return;
        if (flags & SPAN_FIRST) spans.push({ start: start + shift, end: end + shift });
        else if (spans.length > 0) spans.at(-1)!.end = end + shift;
      },
    };
    const session = new Session(engine.scanner, () => engine.watch);
    session.write(this.#text, sink);
    session.end(sink);
    return spans
      .filter(({ start, end }) => isAsked(start, end))
      .map(({ start, end }) => {
        const kinds = kindsOf(this.#text.subarray(start, end));
        return `  ${this.#place(start)} to ${this.#place(end)} (${kinds}): ${KNOWN}, a value that was given as secret`;
      });
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
    const own = (rules ?? []).filter((rule) => typeof rule !== "string");
    const isAllowing = allow !== undefined || own.some((rule) => rule.allow !== undefined);
    const withAll = rules?.map((rule) => (typeof rule === "string" ? rule : { ...rule, allow: [] }));
    const allowed = isAllowing ? await more({ ...rest, rules: withAll }, "the options allow it") : [];
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
   * Whether a part of the text is in the word that is asked for.
   *
   * @param hasBefore Whether the last name or word before it on its line concerns it, too
   */
  #within(word: string | undefined, hasBefore: boolean): (start: number, end: number) => boolean {
    if (word === undefined) return () => true;
    const text = Buffer.from(this.#text);
    const bytes = Buffer.from(word);
    const ranges: (readonly [number, number])[] = [];
    for (let at = text.indexOf(bytes); at >= 0; at = text.indexOf(bytes, at + 1)) {
      // A name and what separates it from its value.
      const before = hasBefore ? /[\w-]+[^\w\n]*$/.exec(text.subarray(0, at).toString("latin1")) : null;
      ranges.push([at - (before?.[0].length ?? 0), at + bytes.length]);
    }
    if (ranges.length === 0) throw new UsageError("--word is not in the text");
    return (start, end) => ranges.some(([from, to]) => start < to && end > from);
  }
}

/** Whether it came near to a match: the kernel looks at many words, and at many places where a shape could start. */
function isNear({ kind, why }: Candidate): boolean {
  return kind === "name" || (kind === "shape" && !/its pattern does not match|cannot start here/.test(why));
}

/** The last name or shape before a match that the kernel took for its rule. */
function takenFor(candidates: readonly Candidate[], rule: string, start: number): Candidate | undefined {
  return candidates.findLast((each) => each.isTaken && each.rule === rule && each.at <= start);
}

/** Why a match was taken: what the kernel says of the last name or shape before it. */
function reasons(candidates: readonly Candidate[], rule: string, start: number): readonly string[] {
  const last = takenFor(candidates, rule, start);
  if (last === undefined) return [];
  if (last.kind === "shape") return [`it ${last.why}`];
  return [`a name of ${shownId(last.rule)}${last.frame === "" ? "" : ` in ${last.frame}`}: ${last.why}`];
}

const sameStart = (one: string, other: string): boolean => one.split(" ")[2] === other.split(" ")[2];
