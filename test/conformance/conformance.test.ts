import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conform, createProject } from "./project.js";
import { presentRuntimes } from "./runtimes.js";

// This Node, and whatever `npm run conformance` has brought before.
describe("the suite", () => {
  let project: Awaited<ReturnType<typeof createProject>>;
  beforeAll(async () => {
    project = await createProject();
  });
  afterAll(() => project.remove());

  test.each(presentRuntimes().map((runtime) => [runtime.name, runtime] as const))("on %s", (_, runtime) => {
    for (const { way, passed, failures } of conform(runtime, project.folder)) {
      expect(failures, way).toEqual([]);
      expect(passed, way).toBeGreaterThanOrEqual(13);
    }
  });
});
