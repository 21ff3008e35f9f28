export interface Runtime {
  readonly name: string;
  readonly runs: "module" | "page";
  readonly command: readonly string[];
}

/** This Node, a Node without what is its own, and whatever else is there. */
export function presentRuntimes(): Runtime[];
