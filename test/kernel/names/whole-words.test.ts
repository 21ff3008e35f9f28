import { expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";

const begin = `must start with -----${"BEGIN PRIVATE KEY"}-----`;
const line = "Bk+/".repeat(16);

/** Next to each word that the kernel knows stands one that only begins like it. */
const cases: readonly (readonly [what: string, text: string, clean: string])[] = [
  [
    "a header of a block",
    `${begin}\nComment: a key of the test\n${line}\n`,
    `${begin}\nComment: a key of the test\n[REDACTED]\n`,
  ],
  [
    "no header",
    `${begin}\nCommon words of a sentence\n${line}\n`,
    `${begin}\nCommon words of a sentence\n${line}\n`,
  ],
  ["a setting of cookies", "cookie: { originalMaxAge: 3600000 }", "cookie: { originalMaxAge: 3600000 }"],
  ["a cookie", "cookie: { originalMinAge: 3600000 }", "cookie: { originalMinAge: [REDACTED] }"],
  ["an entity", "password=&quot;hunter22x&quot;", "password=&quot;[REDACTED]&quot;"],
  ["no entity", "password=&quote;hunter22x", "password=[REDACTED]"],
  ["git's command", "git config set password sesame", "git config set password [REDACTED]"],
  ["a command", "> configure set password sesame", "> configure set password [REDACTED]"],
  ["no command", "> confident set password sesame", "> confident set password sesame"],
  [
    "no command of a client",
    "client confusion set token sesame done",
    "client confusion set token sesame done",
  ],
  [
    "a change",
    'password changed from "abc1" to "hunter22x"',
    'password changed from "[REDACTED]" to "[REDACTED]"',
  ],
  ["no change", 'password chunked from "abc1" to "hunter22x"', 'password chunked from "abc1" to "hunter22x"'],
  ["an optional of Java", "password: Optional[hunter22x]", "password: Optional[[REDACTED]]"],
  ["no optional", "password: Original[hunter22x]", "password: [REDACTED]"],
  ["an option of Rust", "password: Some(hunter22x)", "password: Some([REDACTED])"],
  ["no option", "password: Sane(hunter22x)", "password: [REDACTED]"],
  ["a dump of PHP", 'password: string(9) "hunter22x"', 'password: string(9) "[REDACTED]"'],
  ["no dump", 'password: struct(9) "hunter22x"', 'password: [REDACTED] "hunter22x"'],
  ["a Maybe of Haskell", 'password: Just "hunter22x y"', 'password: Just "[REDACTED]"'],
  ["no Maybe", 'password: Jest "hunter22x y"', 'password: [REDACTED] "hunter22x y"'],
  ["a slice of Go", 'password = []string{"hunter22x"}', 'password = []string{"[REDACTED]"}'],
  ["a slice of any type", 'password = []my.Type{"hunter22x"}', 'password = []my.Type{"[REDACTED]"}'],
  ["a conversion of Go", 'password = []byte("hunter22x")', 'password = []byte("[REDACTED]")'],
  ["no slice", 'password = []my.Type+"hunter22x"', 'password = []my.Type+"hunter22x"'],
  [
    "an insert",
    "INSERT INTO t (a, password) VALUES ('x', 'hunter22x')",
    "INSERT INTO t (a, password) VALUES ('x', '[REDACTED]')",
  ],
  [
    "no insert",
    "INSERT INTO t (a, password) VALENCE ('x', 'hunter22x')",
    "INSERT INTO t (a, password) VALENCE ('x', 'hunter22x')",
  ],
  [
    "an element that holds a value",
    "<password><string>hunter22x</string></password>",
    "<password><string>[REDACTED]</string></password>",
  ],
  [
    "another element",
    "<password><street>hunter22x</street></password>",
    "<password><street>[REDACTED]</street></password>",
  ],
  ["a buffer of Node", "password: <Buffer 68 75 6e>", "password: <Buffer [REDACTED]>"],
  ["no buffer", "password: <Busser 68 75 6e>", "password: <Busser 68 75 6e>"],
  ["a test's outcome", "PASS: gcc.dg/a.c (test for x)", "PASS: gcc.dg/a.c (test for x)"],
  ["a password", "pass: gcc.dg/a.c", "pass: [REDACTED]"],
  ["a field of one's own", "this.password = password;", "this.password = password;"],
  ["another field", "thus.password = password;", "thus.password = [REDACTED];"],
  ["a word of a model", '"token":"Hello","logprob":-0.1', '"token":"Hello","logprob":-0.1'],
  ["a token", '"token":"Hello","logpath":-0.1', '"token":"[REDACTED]","logpath":-0.1'],
  ["a setter", 'config.setToken("hunter22x")', 'config.setToken("[REDACTED]")'],
];

test.each(cases)("%s", (_what, text, clean) => {
  expect(createRedactor().redact(text)).toBe(clean);
});
