// What `npm run tried` runs: minutes, so it is no part of `npm test`.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/tried/*.tried.ts"], maxWorkers: 1 } });
