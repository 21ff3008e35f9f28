import { describe, expect, test } from "vitest";
import { allLines } from "../../promises/sample-lines.ts";
import { randomSecret } from "../../samples/random-secret.ts";
import { scrubjay, start } from "../program.ts";

const pem = (what: string): string => `-----${what}-----`;
const lines = (count: number, prefix = ""): string[] =>
  Array.from({ length: count }, () => `${prefix}${randomSecret(64)}`);

/** Through the program, a byte at a time. */
async function trickled(text: string | Uint8Array): Promise<string> {
  const run = start([]);
  let out = "";
  run.child.stdout!.setEncoding("latin1").on("data", (data) => {
    out += data;
  });
  for (const byte of Buffer.from(text as string)) {
    if (!run.child.stdin!.write(Uint8Array.of(byte))) await new Promise(setImmediate);
  }
  run.child.stdin!.end();
  await run.ended;
  return Buffer.from(out, "latin1").toString();
}

/** Blocks of several lines, each with what it comes to. */
const secret = randomSecret(30);
const body = lines(6);
const redacted = Array.from({ length: 6 }, () => "[REDACTED]");
const key = [pem("BEGIN RSA PRIVATE KEY"), ...body, pem("END RSA PRIVATE KEY"), "after", ""];
const cleanKey = [pem("BEGIN RSA PRIVATE KEY"), ...redacted, pem("END RSA PRIVATE KEY"), "after", ""];
const pgp = pem("BEGIN PGP PRIVATE KEY BLOCK");
const pgpEnd = pem("END PGP PRIVATE KEY BLOCK");
const headers = { password: secret, tries: [1, 2], authorization: `Bearer ${secret}`, ok: true };
const blocks: readonly (readonly [what: string, text: string, clean: string])[] = [
  ["a PEM key", key.join("\n"), cleanKey.join("\n")],
  ["with CRLF", key.join("\r\n"), cleanKey.join("\r\n")],
  ["behind a logger's prefix", key.join("\napp | "), cleanKey.join("\napp | ")],
  [
    "a PGP key",
    [pgp, "Version: GnuPG v2", "", ...body, pgpEnd, ""].join("\n"),
    [pgp, "Version: GnuPG v2", "", ...redacted, pgpEnd, ""].join("\n"),
  ],
  [
    "a folded header",
    `GET / HTTP/1.1\r\nAuthorization:\r\n Bearer ${secret}\r\nHost: x\r\n`,
    "GET / HTTP/1.1\r\nAuthorization:\r\n Bearer [REDACTED]\r\nHost: x\r\n",
  ],
  [
    "a JSON document",
    `${JSON.stringify(headers, null, 2)}\nafter\n`,
    `${JSON.stringify({ ...headers, password: "[REDACTED]", authorization: "Bearer [REDACTED]" }, null, 2)}\nafter\n`,
  ],
];

describe("over lines, a byte at a time", () => {
  test("each line of what spans several is redacted as it comes", async () => {
    const text = blocks.map(([what, dirty]) => `# ${what}\n${dirty}`).join("\n");
    const clean = blocks.map(([what, , expected]) => `# ${what}\n${expected}`).join("\n");
    expect(await trickled(text)).toBe(clean);
  });

  test("all notations and rules: the same as at once", async () => {
    const all = Buffer.from(allLines.map(([, line]) => line).join("\n\n"), "latin1");
    const some = all.subarray(0, 60_000);
    expect(await trickled(some)).toBe(scrubjay([], some).stdout);
  });
});
