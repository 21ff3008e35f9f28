// What the process that runs mutants and the one that watches it say to each other.
import type { Searched } from "../search.ts";

/** What a worker needs, by paths. */
export interface Task {
  /** Tests that cannot be asked again are run against one mutant, the cheapest first, until they have taken so long. */
  readonly budgetMs: number;
  readonly kernel: string;
  readonly known: string;
  /** The highest number of a mutation. */
  readonly mutations: number;
  /** The scripts that compile the catalogue, hold all tests, and search for texts. */
  readonly catalogue: string;
  readonly tests: string;
  readonly search: string;
}

export type Order =
  | {
      readonly kind: "search";
      readonly ids: readonly number[];
      readonly seed: number;
      readonly ms: number;
      /** A file of lines to begin with. */
      readonly lines: string | undefined;
    }
  | { readonly kind: "observe" }
  | { readonly kind: "try"; readonly id: number };

/** What was seen with no mutation on. */
export interface Observed {
  readonly tests: number;
  readonly calls: number;
  /** Tests that fail, with why. */
  readonly failing: readonly string[];
}

export interface Outcome {
  /** The test that failed, or what else told of the mutation; undefined: it survived. */
  readonly killedBy: string | undefined;
  /** Of a survivor: whether no test comes by it. */
  readonly isUnreached?: boolean;
  /** Calls and tests that were run. */
  readonly tries: number;
}

export type Report =
  | ({ readonly kind: "found" } & Searched)
  | { readonly kind: "observed"; readonly observed: Observed }
  | { readonly kind: "outcome"; readonly outcome: Outcome };
