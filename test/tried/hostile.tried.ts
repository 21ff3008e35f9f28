import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { hostile } from "../../bench/hostile.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { program, TOKEN } from "../cli/program.ts";
import { isLong, times } from "../long.ts";
import { between, createRandom } from "../samples/random.ts";
import { Tally } from "./tally.ts";

const random = createRandom(14);
const secret = TOKEN.slice(4);

test("hostile inputs", () => {
  const tally = new Tally(
    "hostile texts (quotes, brackets, escapes, endless starts of tokens), a token after each",
    "texts",
  );
  const redactor = createRedactor();
  for (const [, unit, head = ""] of hostile) {
    const text = Buffer.alloc(times(100_000), unit, "latin1");
    const bytes = Buffer.concat([Buffer.from(head), text, Buffer.from(`\n\nsay ${TOKEN}\n`)]);
    const expected = Buffer.from(redactor.redact(bytes)).toString("latin1");
    const stream = createByteRedactor();
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; ) {
      const to = at + between(1, 20_000, random);
      pieces.push(...stream.push(bytes.subarray(at, to)));
      at = to;
    }
    const output = Buffer.concat([...pieces, ...stream.end()]).toString("latin1");
    tally.times++;
    tally.bytes += bytes.length;
    tally.compare(output, expected);
    tally.lookFor([secret], output);
    const lineCount = (each: string): number => each.split("\n").length;
    tally.lost += Math.max(0, lineCount(bytes.toString("latin1")) - lineCount(output));
    tally.lost += stream.stats().withheld;
  }
  tally.record();
});

const MB = 1_000_000;
const unit = "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z";
const base64 = ["PHNhbWxwOlJl", "c3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6"].join("");

const large: readonly (readonly [
  what: string,
  head: string,
  unit: string,
  tail: string,
  bytes: number,
  out: string | undefined,
])[] = [
  [
    "lines of JSON",
    "",
    '{"level":30,"msg":"GET /index.html 200"}\n',
    "",
    isLong ? 10_000 * MB : 1000 * MB,
    undefined,
  ],
  ["one line", "", "lorem ipsum dolor ", "\n", 1000 * MB, undefined],
  ["one token", `say ${["ghp", ""].join("_")}`, unit, " end\n", 1000 * MB, "say [REDACTED] end\n"],
  [
    "one SAML response",
    "SAMLResponse=",
    base64,
    "&RelayState=7\n",
    100 * MB,
    "SAMLResponse=[REDACTED]&RelayState=7\n",
  ],
  ["open brackets", "", "[", "\n", 10 * MB, undefined],
  ["open brackets under a name", '{"password":', "[", "\n", 10 * MB, undefined],
];

/** Most resident memory, in MB, that the program may ever have: 68 to 79 were measured, Node's own 45 among them. */
const MOST_RESIDENT_MB = 100;

/** Makes the program tell its peak on standard error, in KB. */
const PEAK = "data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

/** Writes head, units and tail without holding them. */
const WRITER = `
  const fs = require("node:fs");
  const [head, unit, tail, bytes] = JSON.parse(process.argv[1]);
  const put = (chunk) => { for (let at = 0; at < chunk.length; ) at += fs.writeSync(1, chunk, at); };
  const chunk = Buffer.from(unit.repeat(Math.ceil(65536 / unit.length)));
  put(Buffer.from(head));
  for (let left = bytes; left > 0; left -= chunk.length) put(chunk.subarray(0, Math.min(left, chunk.length)));
  put(Buffer.from(tail));`;

test.each(large)("large: %s", (what, head, unit, tail, bytes, out) => {
  const tally = new Tally(what, "run");
  const quoted = `'${JSON.stringify([head, unit, tail, bytes]).replaceAll("'", "'\\''")}'`;
  const writer = `"$NODE" -e '${WRITER}' -- ${quoted}`;
  const env = { ...process.env, NODE: process.execPath };
  const bash = (command: string) => spawnSync("bash", ["-c", command], { encoding: "utf8", env });
  const filter = `"$NODE" --import "${PEAK}" ${program}`;
  const sum = "md5sum";
  const { stdout, stderr } = bash(`${writer} | ${filter} | ${sum}`);
  const expected =
    out === undefined
      ? bash(`${writer} | ${sum}`).stdout
      : execFileSync(sum, { input: out, encoding: "utf8" });
  tally.times++;
  tally.bytes = bytes;
  if (stdout !== expected) tally.changed++;
  const peak = Number(stderr) / 1000;
  tally.note = `, at most ${Math.round(peak)} MB of memory`;
  expect(peak).toBeLessThan(MOST_RESIDENT_MB);
  tally.record();
});
