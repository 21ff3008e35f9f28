import { expect, test } from "vitest";
import { plainSecret } from "../../src/redaction/plain-secret.ts";

test.each([
  ["abc", "abc"],
  ["a%3Db", "a=b"],
  ["a%3db%C3%A9", "a=bé"],
  ["a%253Db", "a=b"],
  ["100%", "100%"],
  ["a%zzb", "a%zzb"],
  ["%ff", "%ff"],
  ["a\\u003Db", "a=b"],
  ["a\\\\u003db", "a=b"],
  ["a\\x3db", "a=b"],
  ['a\\"b', 'a"b'],
  ["a\\/b", "a/b"],
  ["\\ud83d\\ude00", "\u{1f600}"],
  ["a&amp;b&lt;&gt;&quot;&apos;", "a&b<>\"'"],
  ["a&AMP;b", "a&b"],
  ["a&nope;b", "a&nope;b"],
  ["a&#61;&#x3D;b", "a==b"],
  ["&#x110000;", "&#x110000;"],
  ["a\n b\\nc", "abc"],
  ["", ""],
])("%j was %j", (written, plain) => {
  expect(plainSecret(written)).toBe(plain);
});
