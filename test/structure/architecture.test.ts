import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, root } from "./files.ts";

test("docs/architecture.md and its picture name every room of src/", () => {
  const rooms = readdirSync(join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${name}/`);
  const page = readText("docs/architecture.md");
  expect(rooms.filter((room) => !page.includes(`\`${room}\``))).toEqual([]);
  const drawn = [...readText("docs/architecture.svg").matchAll(/<text class="name"[^>]*>([^<]*)/g)].flatMap(
    ([, names]) => names!.match(/[a-z]+\//g) ?? [],
  );
  expect(drawn.filter((room) => !rooms.includes(room))).toEqual([]);
});
