// What `npm run tried` runs: minutes, so it is no part of `npm test`.
import { defineConfig } from "vitest/config";
import { HANG_MS } from "../long.ts";

export default defineConfig({
  test: { include: ["test/tried/*.tried.ts"], maxWorkers: 1, testTimeout: HANG_MS, hookTimeout: HANG_MS },
});
