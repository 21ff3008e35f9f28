// The secrets of a run: random, each of its program's own format. None is ever written down.
import { generateKeyPairSync, randomBytes, randomInt, randomUUID } from "node:crypto";

/** @import { SecretKind } from "./program.js" */

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS = "0123456789";
const WORD = LETTERS + DIGITS;
const SIGNS = "!#$%&()*+,-./:;<=>?@[]^_{|}~";

/** @param {string} alphabet @param {number} length */
const random = (alphabet, length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

const base64url = (/** @type {number} */ bytes) => randomBytes(bytes).toString("base64url");

/** A password that begins and ends with letters, so that it can stand in any command. */
const password = (/** @type {string} */ signs) =>
  [random(LETTERS, 3), random(signs, 1), random(WORD, 4), random(signs, 1), random(WORD, 4)].join("");

const segment = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** @type {Record<SecretKind, () => string>} */
const KINDS = {
  plain: () => random(WORD, 14),
  password: () => password(SIGNS),
  phrase: () => [random(LETTERS, 5), password(` "'${SIGNS}`), random(WORD, 4)].join(" "),
  opaque: () => base64url(30),
  hex: () => randomBytes(16).toString("hex"),
  uuid: () => randomUUID(),
  jwt: () =>
    [segment({ alg: "HS256", typ: "JWT" }), segment({ sub: "ann", iat: 1 }), base64url(32)].join("."),
  aws: () => randomBytes(30).toString("base64"),
  azure: () => randomBytes(64).toString("base64"),
  anthropic: () => `sk-ant-api03-${base64url(70)}AA`,
  github: () => `ghp_${random(WORD, 36)}`,
  gitlab: () => `glpat-${random(WORD, 20)}`,
  google: () => `AIza${base64url(27).slice(0, 35)}`,
  npm: () => `npm_${random(WORD, 36)}`,
  openai: () => `sk-proj-${random(WORD, 74)}T3BlbkFJ${random(WORD, 74)}`,
  pem: () =>
    generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    }).privateKey,
  pypi: () => `pypi-AgEIcHlwaS5vcmc${base64url(60)}`,
  slack: () => `xoxb-${random(DIGITS, 12)}-${random(DIGITS, 12)}-${random(WORD, 24)}`,
  stripe: () => `sk_live_${random(WORD, 24)}`,
  cloudflare: () => random(`${WORD}_-`, 40),
};

/** What the server gives to every program: a cookie, tokens. */
const OF_THE_SERVER = /** @type {const} */ ({ SESSION: "opaque", ACCESS: "opaque", REFRESH: "jwt" });

/** @param {Readonly<Record<string, SecretKind>>} kinds @returns {Record<string, string>} */
export function makeSecrets(kinds) {
  const all = Object.entries({ ...OF_THE_SERVER, ...kinds });
  return Object.fromEntries(all.map(([name, kind]) => [name, KINDS[kind]()]));
}
