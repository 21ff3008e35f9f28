// The tests that hold src/redaction and src/stream, without those that only repeat them through a host or
// a built program: some seconds for each mutant.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/promises/{fail-closed,idempotent,nested,no-secret,prompt}.test.ts",
      "test/stream/*.test.ts",
      "test/object/walk.test.ts",
      "test/adapters/stream.test.ts",
    ],
    env: { SCRUBJAY_LONG: "0.1" },
    testTimeout: 60_000,
  },
});
