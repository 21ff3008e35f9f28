// What the process that runs mutants and the one that watches it say to each other.
import type { Steps } from "./mutated.ts";
import type { Searched } from "./search.ts";

/** What a worker needs, by paths. */
export interface Task {
  /** Tests that take longer in all, with no mutation on, are not run against one mutant: the cheapest come first. */
  readonly budgetMs: number;
  readonly kernel: string;
  /** The highest number of a mutation. */
  readonly mutations: number;
  /** The script that compiles the catalogue, and the one that searches for texts. */
  readonly prepare: string;
  readonly search: string;
  /** Scripts by the test files that they are made of. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** What loading a test file does where no mutation is on. */
export interface FileRecord {
  readonly ms: number;
  readonly steps: Steps;
  readonly covered: readonly number[];
}

/** What one test does where no mutation is on. */
export interface TestRecord {
  readonly file: string;
  readonly index: number;
  readonly name: string;
  readonly ms: number;
  readonly steps: Steps;
  /** Numbers of the mutations that it comes by. */
  readonly covered: readonly number[];
}

export interface Baseline {
  readonly files: Readonly<Record<string, FileRecord>>;
  readonly tests: readonly TestRecord[];
  /** Mutations that the build of the catalogue comes by, and what it gives. */
  readonly preparing: readonly number[];
  readonly prepared: string;
  /** Tests that fail without any mutation, with why. */
  readonly failing: readonly string[];
}

export type Order =
  | { readonly kind: "search"; readonly ids: readonly number[]; readonly seed: number; readonly ms: number }
  | { readonly kind: "observe" }
  | { readonly kind: "start"; readonly baseline: Baseline }
  | { readonly kind: "try"; readonly id: number };

export interface Outcome {
  /** The test that failed, or what else told of the mutation; undefined: it survived. */
  readonly killedBy: string | undefined;
  /** Tests that were run. */
  readonly tests: number;
}

export type Report =
  | ({ readonly kind: "found" } & Searched)
  | { readonly kind: "baseline"; readonly baseline: Baseline }
  | { readonly kind: "outcome"; readonly outcome: Outcome };
