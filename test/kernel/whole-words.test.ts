import { expect, test } from "vitest";
import { createRedactor } from "../../src/redactor/redactor.ts";

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
  ["a cookie", "cookie: { originalMinAge: 3600000 }", "cookie: [REDACTED]"],
  ["an entity", "password=&quot;hunter22x&quot;", "password=&quot;[REDACTED]&quot;"],
  ["no entity", "password=&quote;hunter22x", "password=[REDACTED]"],
  ["a setter", 'config.setToken("hunter22x")', 'config.setToken("[REDACTED]")'],
];

test.each(cases)("%s", (_what, text, clean) => {
  expect(createRedactor().redact(text)).toBe(clean);
});
