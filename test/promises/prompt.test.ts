import { describe, expect, test } from "vitest";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { bytesOf } from "../program/matching.ts";
import { randomSecret } from "../samples/random-secret.ts";
import { allLines } from "./sample-lines.ts";

const stream = createByteRedactor();

const join = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString("latin1");

/** What a line waits for: whether a cell that could name a column stands in a heading, a rule below it. */
const mayBeHeading = /^\W*\w+ +(?:\||\u00e2\u0094.) +[A-Za-z_ ]+\W*$/;
/** The same of a user's flag in a list of arguments, an item a line: its argument. */
const isUserFlag = /["'](?:-u|-U|--user|--proxy-user)["'],$/;

describe("a byte goes out as soon as no match can cover it", () => {
  test("a whole line goes out at once", () => {
    for (const [name, line] of allLines) {
      for (const each of line.split("\n")) {
        if (mayBeHeading.test(each) || isUserFlag.test(each)) continue;
        const out = join(stream.push(bytesOf(`${each}\n`)));
        expect(join(stream.end()), `held back of ${name}: ${JSON.stringify(each)}`).toBe("");
        expect(out.endsWith("\n"), name).toBe(true);
      }
    }
  });

  test.each([
    "Password: ",
    "Enter password for deploy: ",
    "[sudo] password for a: ",
    "Token? ",
    "Are you sure (y/n)? ",
    "> ",
    "$ ",
    "login: ",
  ])("a prompt goes out: %j", (prompt) => {
    expect(join(stream.push(bytesOf(prompt)))).toBe(prompt);
    expect(join(stream.end())).toBe("");
  });

  test.each([
    "http://127.0.0.1:46041/",
    "listening on http://localhost:3000/",
    "http://[::1]:8080/",
    "https://shop.host.example/",
    "ws://a:1/",
    "Local: http://localhost:5173/ ready:",
  ])("an address goes out, its port and slash too: %j", (text) => {
    expect(join(stream.push(bytesOf(text)))).toBe(text);
    expect(join(stream.end())).toBe("");
  });

  test("what may be a password in a URL does not", () => {
    for (const text of ["http://ann:46041", "http://ann:4a/", "ftp://ann:4/x@"])
      expect(join(stream.push(bytesOf(text))).length, text).toBeLessThan(text.length);
    stream.end();
  });

  test("of ordinary text only what may be a match is held back", () => {
    const text =
      "2026-01-01T00:00:00Z INFO the request for /v1/items was served in 12 ms by worker 7; cache hit, 200 OK ";
    let most = 0;
    let held = 0;
    for (const byte of bytesOf(text)) {
      held += 1 - stream.push(Uint8Array.of(byte)).reduce((sum, { length }) => sum + length, 0);
      most = Math.max(most, held);
    }
    stream.end();
    expect(most).toBeLessThanOrEqual(24);
    expect(held).toBe(0);
  });

  test("inside a match its replacement goes out, and what follows it", () => {
    // A capital may begin the name of a type: `password=Secret(…`.
    for (const first of "aZ7") {
      expect(join(stream.push(bytesOf(`password=${first}${randomSecret(300)}`)))).toBe("password=[REDACTED]");
      stream.end();
    }
    stream.push(bytesOf(`password=${randomSecret(300)}`));
    expect(join(stream.push(bytesOf(`${randomSecret(300)} next `)))).toBe(" next ");
    expect(join(stream.end())).toBe("");
  });

  test("what follows a token that is longer than is looked at goes out", () => {
    expect(join(stream.push(bytesOf(`a gh${"p_"}${"Zq7Lv".repeat(2000)}`)))).toBe("a [REDACTED]");
    expect(join(stream.push(bytesOf("m4k and so on\n")))).toBe(" and so on\n");
    expect(join(stream.end())).toBe("");
  });
});
