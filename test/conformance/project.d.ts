import type { Runtime } from "./runtimes.js";

/** A project that has the built package installed, and the suite in it. */
export function createProject(): Promise<{ readonly folder: string; remove(): void }>;

/** Runs the suite on a runtime, once for each way to load the package. */
export function conform(
  runtime: Runtime,
  folder: string,
): { readonly way: string; readonly passed: number; readonly failures: readonly string[] }[];
