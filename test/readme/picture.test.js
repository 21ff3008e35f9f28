import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { picture } from "../../build/picture.js";

test("README's picture shows what the filter does now: npm run picture writes it", () => {
  const file = new URL("../../docs/before-after.svg", import.meta.url);
  expect(picture()).toBe(readFileSync(file, "utf8"));
});
