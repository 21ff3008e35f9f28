// Why something was replaced or left, in sentences: the same trace of the kernel that `scrubjay explain` reads.
import functions from "../../dist/functions.json" with { type: "json" };
import type { RedactorOptions } from "../../src/config/options.ts";
import { shownId } from "../../src/config/own-key-ids.ts";
import { instrumentedKernel, type TracedKernel } from "../../src/explain/call-trace.ts";
import { type Candidate, type Explanation, explanationOf } from "../../src/explain/explanation.ts";
import { kernelBase64 } from "../../src/kernel/build/kernel.ts";
import { programFor } from "../../src/redactor/program-for.ts";
import type { Explained } from "./protocol.ts";

let kernel: TracedKernel | undefined;
const traced = (): TracedKernel =>
  (kernel ??= instrumentedKernel(
    Uint8Array.from(atob(kernelBase64), (character) => character.charCodeAt(0)),
    functions,
  ));

export class Explainer {
  readonly #options: RedactorOptions;

  constructor(options: RedactorOptions) {
    this.#options = options;
  }

  /** @param at A place in the text, in UTF-16 units */
  explain(text: string, at: number): Explained {
    const subject = new Subject(text);
    const byte = subject.byteOf(at);
    const explanation = this.#trace(this.#options, text);
    const match = explanation.found.find(({ start, end }) => start <= byte && byte <= end);
    if (match !== undefined) {
      const { rule, start, end, kinds, notation } = match;
      return {
        match: { rule: shownId(rule), start: subject.unitOf(start), end: subject.unitOf(end) },
        reasons: [
          ...whyTaken(explanation.candidates, rule, start, subject),
          `It has ${kinds}, in ${notation}.`,
        ],
        offRules: [],
      };
    }
    return {
      match: undefined,
      reasons: whyLeft(explanation.candidates, at, subject),
      offRules: this.#offRules(text, byte),
    };
  }

  /** What would be found here with all rules. */
  #offRules(text: string, byte: number): readonly string[] {
    const { found } = this.#trace({ rules: ["strict"] }, text);
    return found.filter(({ start, end }) => start <= byte && byte <= end).map(({ rule }) => rule);
  }

  #trace(options: RedactorOptions, text: string): Explanation {
    const bytes = new TextEncoder().encode(text);
    return explanationOf(programFor(options), traced(), bytes, (offset) => `byte ${offset}`);
  }
}

/** A text whose places the kernel has as bytes of UTF-8, and the page as UTF-16 units. */
class Subject {
  readonly #text: string;
  readonly #bytes: Uint8Array;

  constructor(text: string) {
    this.#text = text;
    this.#bytes = new TextEncoder().encode(text);
  }

  byteOf(unit: number): number {
    return this.#isAscii() ? unit : new TextEncoder().encode(this.#text.slice(0, unit)).length;
  }

  unitOf(byte: number): number {
    return this.#isAscii() ? byte : new TextDecoder().decode(this.#bytes.subarray(0, byte)).length;
  }

  /** The line around a place, from its start to before its end. */
  lineAround(at: number): readonly [start: number, end: number] {
    const end = this.#text.indexOf("\n", at);
    return [this.#text.lastIndexOf("\n", at - 1) + 1, end < 0 ? this.#text.length : end];
  }

  /** The name whose last letter is at a byte. */
  nameAt(byte: number): string {
    return /[\w$.-]*$/.exec(this.#text.slice(0, this.unitOf(byte) + 1))![0];
  }

  #isAscii(): boolean {
    return this.#bytes.length === this.#text.length;
  }
}

/** What the kernel says of the last name or shape before a match that it took. */
function whyTaken(
  candidates: readonly Candidate[],
  rule: string,
  start: number,
  subject: Subject,
): readonly string[] {
  const taken = candidates.filter((each) => each.isTaken && each.rule === rule && each.at <= start).at(-1);
  if (taken === undefined) return [];
  if (taken.kind === "shape") {
    const check = /check passes/.test(taken.why) ? ", and its checksum is right" : "";
    return [`It has the shape that the rule describes${check}.`];
  }
  const name = `“${subject.nameAt(taken.at)}”`;
  if (/heading of a column/.test(taken.why)) return [`It stands in the column ${name}, a sensitive name.`];
  const frame = taken.frame === "" || taken.frame === "the line" ? "" : `, in ${taken.frame}`;
  return [`It is the value of ${name}, a sensitive name${frame}.`];
}

/** Why the candidates of a line were left: names and shapes that came near to a match. */
function whyLeft(candidates: readonly Candidate[], at: number, subject: Subject): readonly string[] {
  const [from, to] = subject.lineAround(at).map((unit) => subject.byteOf(unit)) as [number, number];
  const near = candidates.filter(
    (each) =>
      !each.isTaken &&
      each.at >= from &&
      each.at < to &&
      (each.kind === "name" ||
        (each.kind === "shape" && !/pattern does not match|cannot start here/.test(each.why))),
  );
  const sentences = near.map(({ kind, rule, why, at }) => {
    const reason = why.replace(/^left[,:] /, "").replace(/what stands at byte \d+/, "what follows");
    const what = kind === "name" ? `“${subject.nameAt(at)}”` : `What looks like ${shownId(rule)}`;
    return `${what} is left: ${reason}.`;
  });
  return [...new Set(sentences)];
}
