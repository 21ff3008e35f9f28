// The tests that hold src/redaction and src/stream by themselves, a second or two for each mutant; what other
// tests kill as well, through a host or a built program, does not count here.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/redaction/*.test.ts", "test/stream/*.test.ts"],
    env: { SCRUBJAY_LONG: "0.1" },
    testTimeout: 60_000,
  },
});
