import { Choices, shrink } from "./choices.ts";

/** Why a case fails: what was promised, in a few words that are the same for all cases, and what came out. */
export interface Failure {
  readonly promise: string;
  readonly detail: string;
}

/** A made input, and what has to hold for it. */
export interface Case {
  /** What the redactor is given; several texts where they are compared. */
  readonly inputs: readonly string[];
  /** Returns undefined where everything holds. */
  check(): Failure | undefined;
}

/** Something that holds for every input, and a generator of inputs. */
export interface Property {
  readonly name: string;
  /** A sentence; it stands in the table of what has been tried. */
  readonly what: string;
  /** Of so many cases as of others there are these, which take longer. */
  readonly share?: number;
  make(choices: Choices): Case;
}

export interface Found extends Failure {
  readonly inputs: readonly string[];
  readonly choices: readonly number[];
}

export interface Result {
  readonly tried: number;
  readonly bytes: number;
  readonly failures: readonly Found[];
}

export interface RunOptions {
  readonly seed: number;
  readonly cases: number;
  /** Ends the run after so many failures; none by default. */
  readonly maxFailures?: number;
  /** Inputs of which no case is made: what fails because of them is known. */
  readonly without?: RegExp | undefined;
}

/** Tries one case; what a check throws is a failure, too. */
export function tryCase(
  property: Property,
  source: number | readonly number[],
  without?: RegExp,
): Found | Case {
  const choices = new Choices(source);
  const made = property.make(choices);
  const failure = made.inputs.some((input) => without?.test(input)) ? undefined : failureOf(made);
  return failure === undefined ? made : { ...failure, inputs: made.inputs, choices: choices.taken };
}

function failureOf(made: Case): Failure | undefined {
  try {
    return made.check();
  } catch (error) {
    return { promise: "nothing is thrown", detail: String((error as Error).stack) };
  }
}

/** Neighbouring seeds of mulberry32 give unrelated sequences, but 0 to 99 of two runs must not overlap. */
export function seedOfCase(seed: number, index: number): number {
  return (Math.imul(seed, 0x9e3779b1) + index) >>> 0;
}

/** Tries `cases` cases; the same for the same seed. */
export function run(
  property: Property,
  { seed, cases, maxFailures = Infinity, without }: RunOptions,
): Result {
  const failures: Found[] = [];
  let bytes = 0;
  let tried = 0;
  const count = Math.ceil(cases * (property.share ?? 1));
  for (; tried < count && failures.length < maxFailures; tried++) {
    const result = tryCase(property, seedOfCase(seed, tried), without);
    for (const input of result.inputs) bytes += input.length;
    if ("promise" in result) failures.push(result);
  }
  return { tried, bytes, failures };
}

/** The simplest case found that breaks the same promise. */
export function simplest(property: Property, found: Found, without?: RegExp): Found {
  let best = found;
  shrink(found.choices, (choices) => {
    const result = tryCase(property, choices, without);
    if (!("promise" in result) || result.promise !== found.promise) return false;
    best = result;
    return true;
  });
  return best;
}
