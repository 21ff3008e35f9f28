import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { HANG_MS } from "../long.ts";
import { type Block, blocksOf, expectation } from "./blocks.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = blocksOf(readme);
const migrating = blocksOf(readFileSync(join(root, "docs/migrating.md"), "utf8"));

// An empty project in which the built package is installed.
const project = mkdtempSync(join(tmpdir(), "scrubjay-readme-"));
const modules = join(project, "node_modules");
mkdirSync(join(modules, ".bin"), { recursive: true });
writeFileSync(join(project, "package.json"), '{ "name": "reader", "private": true }\n');
symlinkSync(root, join(modules, "scrubjay"));
for (const name of ["pino", "winston", "bunyan", "@logtape", "@opentelemetry"])
  symlinkSync(join(root, "node_modules", name), join(modules, name));
symlinkSync(join(root, "dist", "scrubjay.cjs"), join(modules, ".bin", "scrubjay"));
afterAll(() => rmSync(project, { recursive: true }));

function run({ language, code, line }: Block, document = "README") {
  const options = { cwd: project, encoding: "utf8", timeout: HANG_MS } as const;
  if (language === "sh") return spawnSync("bash", ["-c", code], options);
  const file = join(project, `${document}-${line}.mjs`);
  writeFileSync(file, code);
  // Pino's pipelines lose lines when a process ends by itself: this one is ended when its line is there.
  if (code.includes("pipeline } })"))
    return spawnSync(
      "bash",
      [
        "-c",
        `"$0" --import "data:text/javascript,setInterval(()=>{},1000)" "$1" > "$1.out" &
        until [ -s "$1.out" ]; do sleep 0.05; done; kill $!; cat "$1.out"`,
        process.execPath,
        file,
      ],
      options,
    );
  return spawnSync(process.execPath, [file], options);
}

function printsWhatItSays(block: Block, document?: string): void {
  const { stdout, stderr, status } = run(block, document);
  expect(stdout).toMatch(expectation(block.stdout));
  // npm may have its own to say.
  expect(stderr.replace(/^npm .*\n/gm, "")).toMatch(expectation(block.stderr));
  expect(status).toBe(0);
}

describe("docs/migrating.md", () => {
  test("has its blocks", () => expect(migrating).toHaveLength(4));

  test.each(migrating.map((block) => [`line ${block.line}`, block] as const))(
    "%s prints what it says",
    (_, block) => printsWhatItSays(block, "migrating"),
  );
});

describe("README.md", () => {
  test("has its blocks", () => {
    expect(blocks.filter(({ language }) => language === "js").length).toBeGreaterThan(10);
    expect(blocks.filter(({ language }) => language === "sh").length).toBeGreaterThan(3);
  });

  test.each(blocks.map((block) => [`line ${block.line}`, block] as const))(
    "%s prints what it says",
    (_, block) => printsWhatItSays(block),
  );

  test("names the files that are there", () => {
    for (const [, file] of readme.matchAll(/\]\(([A-Z]+(?:\.md)?|docs\/\w+\.md)\)/g)) {
      expect(readFileSync(join(root, file!), "utf8").length).toBeGreaterThan(100);
    }
  });

  test.each(["README.md", "DESIGN.md", "CONTRIBUTING.md", "SECURITY.md"])(
    "%s names files that are there",
    (document) => {
      const text = readFileSync(join(root, document), "utf8");
      const paths = [...text.matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)+\.(?:ts|js|json|jsonl|log|md))`/g)].map(
        ([, path]) => path!,
      );
      const missing = paths.filter(
        (path) => ![path, `src/${path}`].some((each) => existsSync(join(root, each))),
      );
      expect(missing).toEqual([]);
    },
  );

  test("has the generated tables' places", () => {
    for (const name of ["eval", "peers", "tried", "bench", "aims"]) {
      expect(readme.split(`<!-- ${name}:begin -->`)).toHaveLength(2);
      expect(readme.split(`<!-- ${name}:end -->`)).toHaveLength(2);
    }
  });

  test("gives the reason for every dependency", () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const table = readme.slice(readme.indexOf("## Dependencies"));
    for (const name of Object.keys({ ...dependencies, ...peerDependencies }))
      expect(table).toContain(`\`${name}\``);
  });
});

describe("the expectation that a block states", () => {
  test("is exact but for …", () => {
    expect('{"a":17,"b":2}\n').toMatch(expectation(['{"a":…,"b":2}']));
    expect('{"a":17,"b":3}\n').not.toMatch(expectation(['{"a":…,"b":2}']));
    expect("a\nb\n").not.toMatch(expectation(["a"]));
    expect("").toMatch(expectation([]));
  });
});
