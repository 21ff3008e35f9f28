// Blocks of what programs print, with slots in which secrets are set.
import { createRandom, type Random } from "../../random.ts";
import { go, php, sql } from "../escape.ts";

export interface Block {
  id: string;
  /** With slots: `«»` any notation, `«"»` in double quotes, `«'»` in single ones, `«''»` of SQL, `«hex»` and its like a secret of that kind */
  text: string;
}

export interface Rendered {
  id: string;
  text: string;
  /** Where the secrets stand */
  marks: [start: number, end: number][];
}

/** What people and generators choose, for any slot. */
export const plainValues: readonly string[] = ["k3Jq9vR2xW7bN5tY8mZ4cL6p", "Kestrel-9tide", "hunter22x"];

/** Names that need no judging have any of these, where a quote says where it ends. */
export const anyValues: readonly string[] = [
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

export const readBlocks = (file: string): Block[] =>
  file
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf("\n");
      return { id: block.slice(0, end), text: block.slice(end + 1).replace(/\n$/, "") };
    });

export function render({ id, text }: Block, value: string, seed: number): Rendered {
  const random = createRandom(seed);
  let out = "";
  const marks: [number, number][] = [];
  let at = 0;
  for (const slot of text.matchAll(/«([^»]*)»/g)) {
    out += text.slice(at, slot.index);
    at = slot.index + slot[0].length;
    const [before, secret] = write(slot[1] ?? "", value, random);
    marks.push([out.length + before.length, out.length + before.length + secret.length]);
    out += before + secret;
    // A dump's lines go on after the secret.
    if (slot[1] === "xxd" || slot[1] === "hexdump") {
      marks.pop();
      const dump = slot[1] === "xxd" ? xxd(value) : hexdump(value);
      out = out.slice(0, out.length - before.length - secret.length) + dump;
    }
  }
  return { id, text: out + text.slice(at), marks };
}

function write(kind: string, value: string, random: Random): [string, string] {
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

const request = (value: string) =>
  Buffer.from(`GET / HTTP/1.1\r\nHost: a.example\r\nAuthorization: Bearer ${value}\r\n\r\n`);

const printable = (bytes: Buffer) => bytes.toString("latin1").replace(/[^ -~]/g, ".");

function xxd(value: string) {
  const bytes = request(value);
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const pairs = (row.toString("hex").match(/.{1,4}/g) ?? []).join(" ");
    lines.push(`${at.toString(16).padStart(8, "0")}: ${pairs.padEnd(39)}  ${printable(row)}`);
  }
  return lines.join("\n");
}

function hexdump(value: string) {
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
