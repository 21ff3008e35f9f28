import type { Finding, Summary } from "./finding.ts";

/** Counts an audit's findings. */
export class Tally {
  #files = 0;
  #bytes = 0;
  #findings = 0;
  #failed = 0;
  #known: number | undefined;
  readonly #byRule = new Map<string, number>();
  readonly #byFile = new Map<string, number>();

  constructor(hasBaseline: boolean) {
    this.#known = hasBaseline ? 0 : undefined;
  }

  add({ rule, file }: Finding): void {
    this.#findings++;
    this.#byRule.set(rule, (this.#byRule.get(rule) ?? 0) + 1);
    this.#byFile.set(file, (this.#byFile.get(file) ?? 0) + 1);
  }

  addKnown(): void {
    this.#known = (this.#known ?? 0) + 1;
  }

  addFile(): void {
    this.#files++;
  }

  addBytes(bytes: number): void {
    this.#bytes += bytes;
  }

  fail(): void {
    this.#failed++;
  }

  summary(): Summary {
    return {
      files: this.#files,
      bytes: this.#bytes,
      findings: this.#findings,
      ...(this.#known === undefined ? {} : { known: this.#known }),
      failed: this.#failed,
      byRule: sorted(this.#byRule).map(([rule, findings]) => ({ rule, findings })),
      byFile: sorted(this.#byFile).map(([file, findings]) => ({ file, findings })),
    };
  }
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
}
