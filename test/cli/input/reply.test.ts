import { expect, test } from "vitest";
import { replyTo } from "../../../src/cli/input/replying.ts";
import { randomSecret } from "../../samples/random-secret.ts";
import { scrubjay, start } from "../program.ts";

const DONE = '"$!":{"scrubjay":"done"}';
const repliesTo = (input: string | Uint8Array, form = "json", ...args: string[]): readonly string[] =>
  scrubjay(["--reply", form, ...args], input)
    .bytes.toString("latin1")
    .split("\n");

test.each<[what: string, line: string, reply: string]>([
  ["nothing found", "GET / 200", `{${DONE}}`],
  ["an empty line", "", `{${DONE}}`],
  ["something found", "password=hunter2", `{"msg":"password=[REDACTED]",${DONE}}`],
  [
    "a message of JSON",
    '{"msg":"x","user":"ann","password":"a"}',
    String.raw`{"msg":"{\"msg\":\"x\",\"user\":\"ann\",\"password\":\"[REDACTED]\"}",${DONE}}`,
  ],
  ["a carriage return", "password=hunter2\r", String.raw`{"msg":"password=[REDACTED]\r",${DONE}}`],
  [
    "bytes that are not UTF-8",
    "caf\xe9 password=hunter2 \xff",
    `{"msg":"caf\xe9 password=[REDACTED] \xff",${DONE}}`,
  ],
])("%s", (_, line, reply) => {
  expect(repliesTo(Buffer.from(`${line}\nnext\n`, "latin1"))).toEqual([reply, `{${DONE}}`, ""]);
});

test("a last line without its end has a reply, too", () => {
  expect(repliesTo("password=hunter2")).toEqual([`{"msg":"password=[REDACTED]",${DONE}}`, ""]);
});

test("rawmsg is the property where that is asked for", () => {
  expect(repliesTo("<13>password=hunter2\n", "rawmsg")[0]).toBe(
    `{"rawmsg":"<13>password=[REDACTED]",${DONE}}`,
  );
});

test("of an object with all properties, those reply that changed", () => {
  const full = {
    msg: " login password=hunter2",
    rawmsg: "<13>app: login password=hunter2",
    syslogtag: "app:",
    "$!": { user: "ann", password: "hunter2" },
  };
  expect(JSON.parse(repliesTo(`${JSON.stringify(full)}\n`, "fulljson")[0]!)).toEqual({
    msg: " login password=[REDACTED]",
    rawmsg: "<13>app: login password=[REDACTED]",
    "$!": { user: "ann", password: "[REDACTED]", scrubjay: "done" },
  });
  expect(repliesTo('{"msg":"x","$!":{"a":1}}\n', "fulljson")[0]).toBe(`{${DONE}}`);
});

test("an object that was withheld is withheld in all its properties", () => {
  const reply = JSON.parse(replyTo("fulljson", '{"msg":"a"}', "[scrubjay: line withheld]"));
  expect(reply).toMatchObject({
    msg: "[scrubjay: line withheld]",
    rawmsg: "[scrubjay: line withheld]",
    syslogtag: "",
  });
});

test("a key over several lines is known as one, line for line", () => {
  const body = Array.from({ length: 5 }, () => randomSecret(64));
  const key = ["-----BEGIN", "RSA PRIVATE KEY-----"].join(" ");
  const replies = repliesTo(`${[key, ...body, key.replace("BEGIN", "END"), "after"].join("\n")}\n`);
  expect(replies).toHaveLength(9);
  expect(replies.slice(1, 6)).toEqual(Array(5).fill(`{"msg":"[REDACTED]",${DONE}}`));
  expect(replies[7]).toBe(`{${DONE}}`);
});

test("a line that is too long is withheld, said, and the next one has its own reply", () => {
  const { stdout, stderr, status } = scrubjay(["--reply", "json"], `${"a".repeat(1_048_577)}\nnext\n`);
  expect(stdout).toBe(`{"msg":"[scrubjay: line withheld]",${DONE}}\n{${DONE}}\n`);
  expect(stderr).toContain("withheld 1 line");
  expect(status).toBe(1);
  expect(repliesTo(`${"a".repeat(1_048_576)}\n`)[0]).toBe(`{${DONE}}`);
});

test("what is only observed stays", () => {
  expect(repliesTo("password=hunter2\n", "json", "--observe")[0]).toBe(`{${DONE}}`);
});

test("a reply comes before the next line", async () => {
  const run = start(["--reply", "json"]);
  for (let i = 1; i <= 20; i++) {
    run.child.stdin!.write(i % 2 ? "password=hunter2\n" : `"password":\n`);
    await run.until((output) => output.split("\n").length === i + 1);
  }
  run.child.stdin!.end();
  expect(await run.ended).toEqual({ status: 0, signal: null });
});

test.each([[["a.log"]], [["-i", "a.log"]], [["--", "app"]]])("with %j it is refused", (args) => {
  const { status, stderr } = scrubjay(["--reply", "json", ...args]);
  expect(stderr).toMatch(/--reply answers lines of standard input/);
  expect(status).toBe(2);
});
