import { configDefaults, defineConfig, type Plugin } from "vitest/config";
import { checkedModule, EMBEDDED } from "./test/checked/build.js";
import { HANG_MS } from "./test/long.ts";

/** With SCRUBJAY_KERNEL=checked all tests run the checked build. */
const checked: Plugin = {
  name: "checked kernel",
  enforce: "pre",
  load: (id) => (EMBEDDED.test(id) ? checkedModule() : undefined),
};

/** They put another module in a module's place, or share a folder that goes at a file's end. */
const alone = [
  "test/promises/fail-closed.test.ts",
  "test/adapters/register/*.test.ts",
  "test/package/*.test.ts",
];

/**
 * They take long for what they find: that the build writes the same bytes each time, that what is packed is what is
 * unpacked, that a module without SIMD writes the same, each rule's example by the rule alone, what is told of rules, the
 * command started again and again, a Kafka worker that waits, what TypeScript says of the declarations, that the
 * documents' examples run, that a second thread changes nothing, what a terminal shows, that memory is bounded, that a
 * user's rules take linear time, that a hill climb finds no text that takes many steps, what the fuzzer once found, that
 * each rule compiles by itself, nested notations at every cut, and more cases of the properties. `npm run test:slow` runs
 * them.
 */
const slow = [
  "test/structure/reproducible.test.ts",
  "test/program/packing.test.ts",
  "test/explain/*.test.ts",
  "test/adapters/kafka/refused.test.ts",
  "test/adapters/kafka/worker.test.ts",
  "test/adapters/pino/pino-pipeline.test.ts",
  "test/cli/audit/audit.test.ts",
  "test/cli/input/containers.test.ts",
  "test/cli/input/endings.test.ts",
  "test/cli/input/formats.test.ts",
  "test/cli/input/given-files.test.ts",
  "test/cli/options/config.test.ts",
  "test/cli/tools/explain.test.ts",
  "test/embed/vectors.test.ts",
  "test/program/records.test.ts",
  "test/promises/bounded.test.ts",
  "test/promises/long-tail.test.ts",
  "test/rules/examples.test.ts",
  "test/embed/without-simd.test.ts",
  "test/readme/blocks.test.ts",
  "test/cli/input/two-cores.test.ts",
  "test/cli/terminal.test.ts",
  "test/package/types.test.ts",
  "test/cli/input/memory.test.ts",
  "test/cli/audit/memory.test.ts",
  "test/kernel/notations/nested-cuts.test.ts",
  "test/rules/anchors.test.ts",
  "test/linear-time/rules.test.ts",
  "test/bounded/bounded-work.test.ts",
  "test/fuzz/corpus.test.ts",
  "test/properties/more-cases.test.ts",
];

export default defineConfig({
  plugins: process.env.SCRUBJAY_KERNEL === "checked" ? [checked] : [],
  test: {
    // A busy machine is no failure: nothing here is judged by its time.
    testTimeout: HANG_MS,
    hookTimeout: HANG_MS,
    setupFiles: ["test/seed.ts"],
    // The files of a worker share its modules: to load the program for each of them takes a third of all time.
    projects: [
      {
        extends: true,
        test: { name: "all", isolate: false, exclude: [...configDefaults.exclude, ...alone, ...slow] },
      },
      {
        extends: true,
        test: {
          name: "alone",
          isolate: true,
          include: alone,
          exclude: [...configDefaults.exclude, ...slow],
        },
      },
      { extends: true, test: { name: "slow", isolate: true, include: slow } },
    ],
  },
});
