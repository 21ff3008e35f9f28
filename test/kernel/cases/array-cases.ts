import { marked } from "./marked.ts";

const random = ["Qw83hhTyLp0293mmXz", "Rw83hhTyLp0293mmXz"] as const;

/** Arrays under a sensitive name keep their form; what is redacted are their elements. */
// biome-ignore format: one case a line
export const arrayCases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "arrays with blanks between": [
    "map[X-Api-Key:[«k1abc999» «k2abc888»] Accept:[*/*]]",
    "{Password:[«hunter22x» «swordfish»] User:x}",
    'password: ["«abc123»" "«def456»"], x: ["y" "z"]',
    "password: [not set by the user]",
    "token: [expired at noon]",
  ].map(marked),
  "arrays behind their type": [
    'http.Header{"X-Api-Key":[]string{"«abc123def»", "«def456abc»"}, "Host":[]string{"h"}}',
    'Password:[]string{"«abc123def»"}, User:"x", Roles:[]string{"admin"}',
  ].map(marked),
  "arrays over lines": [
    `"tokens": [\n  "«${random[0]}»",\n  "«${random[1]}»"\n],\n"ids": ["${random[0]}"]`,
    `tokens: [\r\n    '«${random[0]}»',\r\n    '«${random[1]}»'\r\n  ],\r\n`,
    `{"j":"\\"tokens\\": [\\n  \\"«${random[0]}»\\",\\n  \\"«${random[1]}»\\"\\n],\\n\\"ids\\": [\\"${random[0]}\\"]"}`,
    '"password": ["«a1b2c3»",\n  "«b2c3d4»"], "x": ["b2c3d4"]',
    '"tokens": [\n  "the",\n  "cat"\n], password=«hunter22x»',
    "secret: [«abc99»,\nnext line token\n",
  ].map(marked),
  "objects of cookies, and of their settings": [
    ['{"cookies":{"sid":"k3v9q7"},"n":1}', '{"cookies":{"sid":"[REDACTED]"},"n":1}'],
    ...[
      "Session { cookie: { path: '/', _expires: null, httpOnly: true } }",
      '{"cookie":{"originalMaxAge":null,"expires":null,"httpOnly":true,"path":"/"},"n":1}',
      "cookie: {\n  path: '/',\n  httpOnly: true\n}",
      "session({ cookie: { maxAge: 60000 } })",
    ].map(marked),
  ],
  "percent-encoded arrays": [
    "q=%7B%22password%22%3A%5B%22«hunter22x»%22%2C%22«swordfish»%22%5D%7D&x=1",
    "q=%7B%22password%22%3A%5B%5D%7D&x=1",
    "q=%7B%22password%22%3A%7B%22a%22%3A%22b%22%7D%7D&x=1",
    "password=«%5Bhunter22x»&x=1",
  ].map(marked),
  "arguments": [
    'npm verbose argv "view" "--password" "«hunter22x»" "--json"',
    'argv "--//registry.example:8123/:_authToken" "«Qw83hhTyLp»"',
    "exec '--token' '«hunter22x»'",
    '["npm","--//registry.example/:_authToken","«Qw83hhTyLp»"]',
    '{"cmd":"argv \\"--password\\" \\"«hunter22x»\\" \\"--y\\""}',
    "args: [deploy, --password, «hunter22x», -v]",
    "args: [--token, «hunter22x»]",
    "usage [--password, --user] and --token, then",
    'the options "--password" "--user" and "--host"',
  ].map(marked),
};
