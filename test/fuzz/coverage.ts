import { type Profiler, Session } from "node:inspector";
import type { Target } from "./target.ts";

/** How often a branch was taken, as AFL counts: what is told apart is once, twice, … a hundred times and more. */
const bucketOf = (count: number): number => {
  if (count < 4) return count;
  return count < 8 ? 4 : count < 16 ? 5 : count < 32 ? 6 : count < 128 ? 7 : 8;
};

/** Filled in by the instrumented kernel: a count for each of its branches. */
export const kernelCounts: Uint32Array = new Uint32Array(1 << 14);

/** Gives the kernel, which is made anywhere, the import that counts. To be called before the first one is made. */
export function countKernelBranches(): void {
  const Real = WebAssembly.Instance;
  const hit = (branch: number): void => {
    kernelCounts[branch]!++;
  };
  const counting = function Instance(
    module: WebAssembly.Module,
    imports: ConstructorParameters<typeof WebAssembly.Instance>[1],
  ) {
    return new Real(module, { ...imports, fuzz: { hit } });
  };
  Object.assign(WebAssembly, { Instance: counting });
}

/** Runs something and tells which branches it took. */
export class Coverage {
  readonly #guides: Target["guides"];
  readonly #seen = new Set<string>();
  readonly #session = new Session();

  constructor(guides: Target["guides"]) {
    this.#guides = guides;
    if (!guides.includes("javascript")) return;
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** How many branches, told apart by how often they were taken, have been seen. */
  get size(): number {
    return this.#seen.size;
  }

  /** Runs it; returns the branches that nothing before has taken so often. */
  newIn(run: () => void): string[] {
    return this.of(run).filter((feature) => {
      const isNew = !this.#seen.has(feature);
      this.#seen.add(feature);
      return isNew;
    });
  }

  /** Runs it; returns all its branches. */
  of(run: () => void): string[] {
    kernelCounts.fill(0);
    if (this.#guides.includes("javascript")) this.#takeScripts();
    run();
    const features: string[] = [];
    if (this.#guides.includes("kernel")) {
      for (let branch = 0; branch < kernelCounts.length; branch++) {
        const count = kernelCounts[branch]!;
        if (count > 0) features.push(`${branch}:${bucketOf(count)}`);
      }
    }
    if (this.#guides.includes("javascript")) {
      for (const { functions } of this.#takeScripts())
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges)
            if (count > 0) features.push(`${startOffset}-${endOffset}:${bucketOf(count)}`);
    }
    return features;
  }

  #takeScripts(): readonly Profiler.ScriptCoverage[] {
    let result: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post("Profiler.takePreciseCoverage", (_error, taken) => {
      result = taken?.result ?? [];
    });
    return result.filter(({ url }) => url.includes("scrubjay-fuzz"));
  }
}
