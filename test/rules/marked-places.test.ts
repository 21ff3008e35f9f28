import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";

const { redact } = createRedactor();
const token = "q7Zx0VbN2mKe5RtY8uWc";
const hex = (length: number): string => "9f3a7b2c4d5e6f708192a3b4c5d6e7f8".repeat(8).slice(0, length);
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const mark = (word: string): string => `-----${word} RSA PRIVATE ${"KEY"}-----`;
const key = `${base64("a key's first line, which is long enough")}`;
const inOneLine = (body: string): string => `${mark("BEGIN")} ${body} ${mark("END")}`;
const auths = (auth: string): string => JSON.stringify({ auths: { "r.example": { auth } } });

/** Credentials known by where they stand; the secrets stand between « and ». */
const places: Readonly<Record<string, readonly string[]>> = {
  "a URL's user": [
    `Looking in indexes: http://«${token}»:@pypi.example/simple`,
    `https://«${token}»@git.example/a.git`,
    `git clone https://«${token}»:x-oauth-basic@git.example/a.git`,
    `https://«${token}»:x@api.example/v1 https://«${token}»:X@api.example/v2`,
    `{"url":"https://«${token}»:@api.example/v1","n":1}`,
  ],
  "a node's URL": [
    `https://mainnet.infura.io/v3/«${hex(32)}»`,
    `wss://sepolia.infura.io/ws/v3/«${hex(32)}» connected`,
    `{"url":"https:\\/\\/mainnet.infura.io\\/v3\\/«${hex(32)}»"}`,
    `url=https%3A%2F%2Fmainnet.infura.io%2Fv3%2F«${hex(32)}»&n=1`,
    `https://eth-mainnet.g.alchemy.com/v2/«${token}-x7Qp_2»`,
    `https://eth-mainnet.g.alchemy.com/nft/v3/«${token}»/getNFTs?owner=0x1`,
    `https://a-b-c.quiknode.pro/«${hex(40)}»/`,
    `https://rpc.ankr.com/eth/«${hex(64)}»`,
    `https://go.getblock.io/«${hex(32)}» https://nd-1.p2pify.com/«${hex(32)}»`,
    `https://mainnet.gateway.tenderly.co/«${token}»`,
  ],
  "a private key in one line": [
    inOneLine(`«${key} ${key} NcMyTd8Xb0Lp»`),
    inOneLine(`«${key} ${key} Nc=»`),
    `key="${inOneLine(`«${key} NcMyTd8Xb0Lp»`)}" n=1`,
    JSON.stringify({ a: inOneLine(`«${key}\tNcMyTd8Xb0Lp»`), n: 1 }),
    encodeURIComponent(inOneLine(`«${key} NcMyTd8Xb0Lp»`))
      .replace("%C2%AB", "«")
      .replace("%C2%BB", "»"),
    // Words in front of the end mark are none of it.
    inOneLine(`«${key}» and then`),
  ],
  "a log of TLS keys": [
    `CLIENT_RANDOM ${hex(64)} «${hex(96)}»`,
    `CLIENT_HANDSHAKE_TRAFFIC_SECRET ${hex(64)} «${hex(64)}»\nEXPORTER_SECRET ${hex(64)} «${hex(96)}»`,
    `SERVER_TRAFFIC_SECRET_0 ${hex(64)} «${hex(64)}»`,
    `RSA Session-ID:${hex(64)} Master-Key:«${hex(96)}»`,
    JSON.stringify({ msg: `CLIENT_RANDOM ${hex(64)} «${hex(96)}»`, n: 1 }),
  ],
  "Docker's config.json": [
    auths(`«${base64("ann:hunter22x")}»`),
    auths(`«${base64("a:bc")}»`),
    auths(`«${base64("ab:c")}»`),
    auths(`«${base64("abc:d")}»`),
    auths(`«${base64("bob:pa")}»`),
    `{\n\t"auths": {\n\t\t"ghcr.io": {\n\t\t\t"auth": "«${base64("ann@a.example:pa55-w0rd")}»"\n\t\t}\n\t}\n}`,
    JSON.stringify({ body: auths(`«${base64("ann:hunter22x")}»`) }),
  ],
};

describe.each(Object.entries(places))("%s", (_name, texts) => {
  test.each(texts.map((text) => [text]))("%s", (text) => {
    expect(redact(text.replace(/[«»]/g, ""))).toBe(text.replace(/«[^»]*»/g, "[REDACTED]"));
  });
});

test.each([
  // A user, or a host and its port, is no token.
  "mysql://root:@localhost/app ftp://anonymous:@ftp.example/",
  "https://user-profile-service:@svc.cluster.local/ http://continuous-integration:x@git.example/",
  "https://mainnet.infura.io/v3/ https://mainnet.infura.io/docs/0123456789",
  "https://eth-mainnet.g.alchemy.com/v2/getting-started-with-alchemy",
  `a key begins with ${mark("BEGIN")} and ends with ${mark("END")} here`,
  // A certificate's fingerprint, a client's random alone.
  `RSA 2048 ${hex(40)}`,
  `CLIENT_RANDOM ${hex(64)}`,
  // What an option of that name says, in as many characters as base64 has.
  '{"auth":"required","auth":"ldap","auth":"passthrough1","auth":"basic-v2"}',
])("%s stays", (text) => {
  expect(redact(text)).toBe(text);
});
