import { defineConfig, type Plugin } from "vitest/config";
import { checkedModule, EMBEDDED } from "./test/checked/build.js";

/** With SCRUBJAY_KERNEL=checked all tests run the checked build. */
const checked: Plugin = {
  name: "checked kernel",
  enforce: "pre",
  load: (id) => (EMBEDDED.test(id) ? checkedModule() : undefined),
};

export default defineConfig({
  plugins: process.env.SCRUBJAY_KERNEL === "checked" ? [checked] : [],
  test: {
    // A busy machine is no failure: nothing here is judged by its time.
    testTimeout: 120_000,
    setupFiles: ["test/seed.ts"],
  },
});
