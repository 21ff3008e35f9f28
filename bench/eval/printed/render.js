// Blocks of what programs print, with slots in which secrets are set.
import { createRandom } from "../../random.ts";
import { go, php, sql } from "../escape.js";

/**
 * @typedef {object} Block
 * @property {string} id
 * @property {string} text with slots: `«»` any notation, `«"»` in double quotes, `«'»` in single ones, `«''»` of SQL,
 *   `«hex»` and its like a secret of that kind
 *
 * @typedef {object} Rendered
 * @property {string} id
 * @property {string} text
 * @property {[start: number, end: number][]} marks where the secrets stand
 */

/** What people and generators choose, for any slot. @type {readonly string[]} */
export const plainValues = ["k3Jq9vR2xW7bN5tY8mZ4cL6p", "Kestrel-9tide", "hunter22x"];

/** Names that need no judging have any of these, where a quote says where it ends. @type {readonly string[]} */
export const anyValues = [
  "two words",
  "correct horse battery staple",
  "{a b}",
  "a[b]c d",
  'he"llo7abc',
  "it's me",
  "x",
  "48213907",
  "密码很长",
  "пароль-мой",
  "${abc d",
  "<abc def",
  "a, b=c; d",
];

/** @param {string} file @returns {Block[]} */
export const readBlocks = (file) =>
  file
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf("\n");
      return { id: block.slice(0, end), text: block.slice(end + 1).replace(/\n$/, "") };
    });

/** @param {Block} block @param {string} value @param {number} seed @returns {Rendered} */
export function render({ id, text }, value, seed) {
  const random = createRandom(seed);
  let out = "";
  /** @type {[number, number][]} */
  const marks = [];
  let at = 0;
  for (const slot of text.matchAll(/«([^»]*)»/g)) {
    out += text.slice(at, slot.index);
    at = slot.index + slot[0].length;
    const [before, secret] = write(slot[1] ?? "", value, random);
    marks.push([out.length + before.length, out.length + before.length + secret.length]);
    out += before + secret;
    // A dump's lines go on behind the secret.
    if (slot[1] === "xxd" || slot[1] === "hexdump") {
      marks.pop();
      const dump = slot[1] === "xxd" ? xxd(value) : hexdump(value);
      out = out.slice(0, out.length - before.length - secret.length) + dump;
    }
  }
  return { id, text: out + text.slice(at), marks };
}

/** @param {string} kind @param {string} value @param {import("../../random.ts").Random} random @returns {[string, string]} */
function write(kind, value, random) {
  switch (kind) {
    case '"':
      return ["", go(value).slice(1, -1)];
    case "'":
      return ["", php(value).slice(1, -1)];
    case "''":
      return ["", sql(value).slice(1, -1)];
    case "b64":
      return ["", Buffer.from(`ann:${value}`).toString("base64")];
    case "b64key":
      return ["", `${random.text(43)}=`];
    case "hex":
      return ["", random.hex(32)];
    case "uuid":
      return ["", random.uuid()];
    case "digits":
      return ["", random.text(6, "0123456789")];
    case "bcrypt":
      return ["", `$2y$10$${random.text(53)}`];
    case "u":
      return ["", `ann:${value}`];
    case "pass":
      return ["", `pass:${value}`];
    case "tg":
      return ["", `5349382694:AA${random.text(33)}`];
    case "tgenc":
      return ["", `5349382694%3AAA${random.text(33)}`];
    default:
      return ["", value];
  }
}

/** @param {string} value */
const request = (value) =>
  Buffer.from(`GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer ${value}\r\n\r\n`);

/** @param {Buffer} bytes */
const printable = (bytes) => bytes.toString("latin1").replace(/[^ -~]/g, ".");

/** @param {string} value */
function xxd(value) {
  const bytes = request(value);
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const pairs = (row.toString("hex").match(/.{1,4}/g) ?? []).join(" ");
    lines.push(`${at.toString(16).padStart(8, "0")}: ${pairs.padEnd(39)}  ${printable(row)}`);
  }
  return lines.join("\n");
}

/** @param {string} value */
function hexdump(value) {
  const bytes = request(value);
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const pairs = [...row].map((b) => b.toString(16).padStart(2, "0"));
    const halves = `${pairs.slice(0, 8).join(" ")}  ${pairs.slice(8).join(" ")}`;
    lines.push(`${at.toString(16).padStart(8, "0")}  ${halves.padEnd(48)}  |${printable(row)}|`);
  }
  return lines.join("\n");
}
