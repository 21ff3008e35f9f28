import type { PathState } from "../object/paths/paths.ts";

/** What is kept, and how the rest is replaced and counted. */
export interface KeepRules {
  /** Where the paths of what is kept begin. */
  readonly start: PathState;
  /** Whether it goes with its name. */
  readonly removes: boolean;
  /** What is written in its place. */
  readonly text: string;
  count(size: number): void;
  /** Whether a name with dots in it leads to what is kept. */
  isKept(name: string): boolean;
}
