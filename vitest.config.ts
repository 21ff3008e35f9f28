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
        test: { name: "all", isolate: false, exclude: [...configDefaults.exclude, ...alone] },
      },
      { extends: true, test: { name: "alone", isolate: true, include: alone } },
    ],
  },
});
