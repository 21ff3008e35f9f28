// The suites of other packages, as their own scripts run them, and the ways in which scrubjay is switched on.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const register = fileURLToPath(new URL("../../dist/adapters/register.js", import.meta.url));

/**
 * @typedef {object} Suite
 * @property {string} name Of its package, and of its folder
 * @property {readonly string[]} ways
 * @property {(folder: string, way: string) => { args: string[], env: Record<string, string> }} command
 * @property {(output: string, folder: string) => Map<string, boolean>} results Whether each test passed
 */

const NODE_WAYS = ["hooks", "in place of pino/file", "in front of every target", "register"];

/** Options of Node for a way. @param {string} way @returns {Record<string, string>} */
function switchedOn(way) {
  if (way === "without") return {};
  if (way === "register") return { NODE_OPTIONS: `--import ${register}` };
  return { NODE_OPTIONS: `--require ${here("switch-pino.cjs")}`, SCRUBJAY_SUITE_WAY: way };
}

/** @param {string} name @param {string} files A pattern of `git ls-files` @param {readonly string[]} [ways] @returns {Suite} */
const ofNode = (name, files, ways = NODE_WAYS) => ({
  name,
  ways,
  command: (folder, way) => {
    const all = execFileSync("git", ["ls-files", files], { cwd: folder, encoding: "utf8" })
      .trim()
      .split("\n");
    return {
      args: ["--test", "--test-concurrency=2", `--test-reporter=${here("reporter.js")}`, ...all],
      env: switchedOn(way),
    };
  },
  results: (output) =>
    new Map(
      output
        .split("\n")
        .filter((line) => line.startsWith('{"name":'))
        .map((line) => JSON.parse(line))
        .map(({ name, passes }) => [name, passes]),
    ),
});

/** @type {readonly Suite[]} */
export const suites = [
  ofNode("pino", "test/*.test.js"),
  ofNode("pino-pretty", "test/*.test.js", ["hooks", "register"]),
  ofNode("pino-http", "test/*.js", ["hooks", "register"]),
  ofNode("fastify", "test/logger/*.test.js", ["hooks", "register"]),
  {
    name: "winston",
    ways: ["redactFormat", "RedactTransport", "register"],
    command: (folder, way) => ({
      args: [
        join(folder, "node_modules", "jest", "bin", "jest.js"),
        ...["--json", "--silent", "--forceExit", "--coverage=false", "-c", "test/jest.config.unit.js"],
        ...(way === "without" || way === "register" ? [] : ["--setupFiles", here("switch-winston.cjs")]),
      ],
      env: {
        ...(way === "register" ? switchedOn(way) : {}),
        SCRUBJAY_SUITE: folder,
        SCRUBJAY_SUITE_WAY: way,
      },
    }),
    results: (output) => {
      const { testResults } = JSON.parse(output.slice(output.indexOf('{"num')));
      return new Map(
        testResults.flatMap((/** @type {any} */ file) =>
          file.assertionResults
            .filter((/** @type {any} */ { status }) => status === "passed" || status === "failed")
            .map((/** @type {any} */ { fullName, status }) => [
              `${file.name.split("/").at(-1)}: ${fullName}`,
              status === "passed",
            ]),
        ),
      );
    },
  },
];

/** @param {string} folder */
export function versionIn(folder) {
  const path = join(folder, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : undefined;
}
