import { describe, expect, test } from "vitest";
import { parseCommand } from "../../src/cli/flags/filter-command.ts";
import { givenOptions } from "../../src/cli/flags/given-options.ts";
import { readCommand } from "../../src/cli/flags/table.ts";
import { isToolName } from "../../src/cli/tool-names.ts";
import { parseAudit } from "../../src/cli/tools/audit/command.ts";
import { allBlocksOf } from "./blocks.ts";
import { readDocument, USER_DOCUMENTS } from "./documents.ts";

/** Blocks that are not run: their commands are read. */
const LANGUAGES = ["dockerfile", "ini", "json", "sh", "yaml"];

const PROGRAM = /(?:^|[\s"'/])scrubjay(?=["'\s]|$)"?,?/;

/** The arguments of each `scrubjay` in a line, whether that is a shell's, or a list in quotes. */
function commandsIn(line: string): string[][] {
  const [, ...calls] = line.replace(/#.*/, "").split(PROGRAM);
  return calls.map((rest) => {
    const [list] = rest.split(line.includes('["') ? "]" : /[|<>;)]|\s2>/);
    return list!
      .split(/[\s,]+/)
      .map((word) => word.replaceAll(/["']/g, ""))
      .filter((word) => word !== "");
  });
}

const blocks = USER_DOCUMENTS.flatMap((name) =>
  allBlocksOf(readDocument(name))
    .filter(({ language, mark }) => language !== "js" && mark !== "run")
    .map((block) => ({ at: `${name}:${block.line}`, ...block })),
);

describe("blocks that are not run", () => {
  test("are in languages that are known here", () => {
    expect(blocks.filter(({ language }) => !LANGUAGES.includes(language)).map(({ at }) => at)).toEqual([]);
  });

  test("that are JSON can be read", () => {
    const json = blocks.filter(({ language }) => language === "json");
    expect(json.length).toBeGreaterThan(0);
    for (const { code } of json) expect(() => JSON.parse(code)).not.toThrow();
  });

  const commands = blocks.flatMap(({ at, code }) =>
    code
      .split("\n")
      .flatMap(commandsIn)
      .map((args) => [at, args.join(" "), args] as const),
  );

  test("hold commands", () => expect(commands.length).toBeGreaterThan(5));

  test.each(commands)("%s: scrubjay %s can be parsed", (_, __, args) => {
    const [tool, ...rest] = args;
    if (tool === "audit") expect(parseAudit(rest, { readCommand, givenOptions })).toBeDefined();
    else if (isToolName(tool)) expect(readCommand(tool, rest)).toBeDefined();
    else expect(parseCommand(args).does).toBe("filter");
  });
});

test.each([
  ["node app.js 2>&1 | npx scrubjay --stats", [["--stats"]]],
  ["npx scrubjay < in.log > out.log", [[]]],
  ['CMD ["node_modules/.bin/scrubjay", "--", "node", "server.js"]', [["--", "node", "server.js"]]],
  ["npm install path/to/scrubjay-*.tgz", []],
  ['NODE_OPTIONS="--import scrubjay/register" node app.js', []],
])("commands are found in a line: %s", (line, commands) => {
  expect(commandsIn(line)).toEqual(commands);
});
