// What `npm run recipes` runs: it installs packages, so it is no part of `npm test`.
import { defineConfig } from "vitest/config";
import { HANG_MS } from "../long.ts";

export default defineConfig({
  test: { include: ["test/recipes/*.recipe.ts"], maxWorkers: 1, testTimeout: HANG_MS, hookTimeout: HANG_MS },
});
