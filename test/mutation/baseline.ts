// Runs all tests with no mutation on: what they take, and which mutations they come by.
import { preparedOf, type Scripts } from "./modules.ts";
import { forgetKernels, observe } from "./mutated.ts";
import type { Baseline, FileRecord, Task, TestRecord } from "./protocol.ts";
import { runTest, type Test } from "./stand-in.ts";

export async function observeAll(task: Task, scripts: Scripts): Promise<Baseline> {
  let prepared = "";
  const preparing = await observe(() => {
    prepared = scripts.prepare(task.prepare);
  }, task.mutations);
  const object = preparedOf(prepared);
  const files: Record<string, FileRecord> = {};
  const tests: TestRecord[] = [];
  const failing: string[] = [];
  for (const [file, script] of Object.entries(task.scripts)) {
    forgetKernels();
    let declared: readonly Test[] = [];
    files[file] = await observe(() => {
      declared = scripts.tests(script, object);
    }, task.mutations);
    for (const [index, test] of declared.entries()) {
      const name = `${file}: ${test.name}`;
      try {
        tests.push({ file, index, name, ...(await observe(() => runTest(test), task.mutations)) });
      } catch (error) {
        failing.push(`${name}: ${String(error)}`);
      }
    }
  }
  return { files, tests, preparing: preparing.covered, prepared, failing };
}
