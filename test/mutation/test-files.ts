// Which tests are run against the mutants.
import { repositoryFiles } from "../structure/files.ts";

/** The folders whose tests say what the kernel and the compiler of programs give. */
const FOLDERS = [
  "kernel",
  "rules",
  "notations",
  "program",
  "promises",
  "object",
  "redaction",
  "stream",
  "known",
];

/**
 * What only vitest can run (it mocks modules), and what measures time or memory, which a mutant is not to be told by:
 * it would be told by a busy machine, too.
 */
const LEFT_OUT = [
  "promises/fail-closed",
  "promises/bounded",
  "object/hostile",
  "program/packing",
  "known/learn",
];

/** Those of which `asked`, if given, is a part; several parts have commas in between. */
export function testFiles(asked: string | undefined): readonly string[] {
  const parts = asked?.split(",");
  const files = repositoryFiles().filter(
    (file) =>
      FOLDERS.some((folder) => file.startsWith(`test/${folder}/`)) &&
      file.endsWith(".test.ts") &&
      (parts?.some((part) => file.includes(part)) ?? true) &&
      !LEFT_OUT.some((name) => file === `test/${name}.test.ts`),
  );
  const cases = "test/mutation/property-cases.ts";
  return parts?.some((part) => cases.includes(part)) === false ? files : [...files, cases];
}
