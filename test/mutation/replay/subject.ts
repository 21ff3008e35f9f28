// The tests and what they test, loaded once.

import type { Scripts } from "../running/modules.ts";
import { Declared, type Test } from "../running/stand-in.ts";
import { Recorder } from "./recorder.ts";

export interface OwnTest extends Test {
  readonly file: string;
}

export interface Subject {
  readonly tests: readonly OwnTest[];
  readonly recorder: Recorder;
}

/** Runs the script of all tests, with `prepared` for the catalogue; `say` is told of files that cannot be loaded. */
export function loadSubject(scripts: Scripts, path: string, prepared: Uint8Array): Subject {
  const recorder = new Recorder();
  const declared = new Declared();
  const files = scripts.load(path, prepared, declared, recorder.forBundle) as Record<string, () => unknown>;
  const tests: OwnTest[] = [];
  for (const [file, load] of Object.entries(files)) {
    load();
    for (const test of declared.take()) tests.push({ ...test, file, name: `${file}: ${test.name}` });
  }
  return { tests, recorder };
}
