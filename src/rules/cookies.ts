import type { ShapeRule } from "./rule.ts";

/** Cookies as libraries and clients print them; headers are found by their names. */
// biome-ignore format: a table
export const cookieRules: readonly ShapeRule[] = [
  {
    id: "cookie/wget",
    name: "Cookie that wget has stored, as --debug shows it",
    source: "https://git.savannah.gnu.org/cgit/wget.git/tree/src/cookies.c",
    pattern: String.raw`<(?:in)?secure> \[expiry [^\]\n]+\] [^\s]+ ([^\s]+)$`,
  },
  {
    id: "cookie/python",
    name: "Cookie of Python's http.cookiejar",
    source: "https://docs.python.org/3/library/http.cookiejar.html#cookie-objects",
    pattern: String.raw`\bCookie\(version=\w+, name='[^'\n]+', value='([^'\n]+)'`,
  },
];
