// Values of twenty shapes for each kind of slot, written as the slot's notation writes them.
import { createRandom, type Random } from "../../random.ts";
import { go, php, sql } from "../escape.ts";
import type { Block } from "./render.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const words: readonly ((random: Random) => string)[] = [
  (random) => random.text(24),
  () => "Hunter-2!tide",
  () => "s3cr3t_pa55",
  () => "hunter22",
  (random) => random.hex(32),
  (random) => Buffer.from(random.text(18)).toString("base64"),
  () => "Zürich-Käse9",
  () => "пароль9мой",
  () => "correct-horse-battery",
  () => "739182",
  () => "x9Z",
  () => "P@ss:w0rd/1",
  () => "a+b.c=d~7",
  () => "密码很长吗",
  () => "Tr0ub4dor3!",
  (random) => random.uuid(),
  () => "48213907",
  () => "un_der-score.dot9",
  (random) => `${random.text(1, LETTERS)}${random.text(39)}`,
  () => "100%Sure9",
];

/** Of several words and with what ends a value elsewhere: where a quote or the line says where they end. */
const open = [
  "two words",
  "it is, a=b; c&d",
  "{a} [b]",
  "correct horse battery staple",
  `\${abc} d`,
  "<abc def",
];
const quoted = [
  ...words.filter((_, i) => ![3, 8, 13, 14, 17, 19].includes(i)).slice(0, 10),
  ...[...open, 'he"llo7', "it's me", "back\\slash7", "x"].map((text) => () => text),
];
const lines = [
  ...words.slice(0, 15),
  ...["two words9", "a b, c d7", "Blue Kettle 7 sings", "tide-4 and moon-7", "пароль 9 слов"].map(
    (text) => () => text,
  ),
];

/** What has been issued: tokens. */
const issued: readonly ((random: Random) => string)[] = [
  ...[12, 16, 20, 24, 28, 32, 36, 40, 43, 64].map((length) => (random: Random) => random.text(length)),
  ...[16, 32, 40, 64].map((length) => (random: Random) => random.hex(length)),
  (random) => `svc-${random.text(16)}`,
  (random) => Buffer.from(random.text(30)).toString("base64"),
  (random) => random.uuid(),
  () => "tok9.x_7-Kq",
  (random) => random.text(9, "0123456789"),
  () => "x9Z8",
];

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const doubled = (text: string) => text.replaceAll('"', '""');
const shell = (text: string) => text.replaceAll("'", "'\\''");
const inShell = (text: string) => text.replace(/[$`"\\!]/g, "\\$&");
const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const same = (text: string) => text;
const without = (pattern: RegExp) => (text: string) => text.replace(pattern, "7");
const random = (make: (random: Random) => string) => Array.from({ length: 3 }, () => make);

export type Kind = [values: readonly ((random: Random) => string)[], write: (text: string) => string];

const kinds: Readonly<Record<string, Kind>> = {
  "": [words, same],
  t: [issued, same],
  l: [lines, same],
  yl: [lines, (text) => text.replace(/^[%@]|[:#&*]/g, "7")],
  '"': [quoted, go],
  '""': [quoted, (text) => json(json(text))],
  "'": [quoted, php],
  "''": [quoted, sql],
  "\"''": [quoted, (text) => json(sql(`${text}`).slice(1, -1))],
  d: [quoted, doubled],
  o: [quoted, without(/"/g)],
  lit: [quoted, without(/'/g)],
  l2: [quoted, without(/["\\]/g)],
  b: [words, same],
  "%": [words, encodeURIComponent],
  x: [quoted, xml],
  xa: [quoted, (text) => xml(text).replaceAll('"', "&quot;")],
  sh: [words, same],
  sh2: [quoted, inShell],
  sq: [quoted, shell],
  sqj: [quoted, (text) => shell(json(text))],
  tc: [quoted, (text) => text.replace(/['|[\]]/g, "|$&")],
  5424: [quoted, (text) => text.replace(/["\\\]]/g, "\\$&")],
  b20: [words, (text) => text.replaceAll("=", "=3D")],
  b64: [words, base64],
  b64u: [words, (text) => base64(`ann:${text}`)],
  b64nul: [words, (text) => base64(`\0ann\0${text}`)],
  b64key: [random((source) => `${source.text(43)}=`), same],
  hex32: [random((source) => source.hex(32)), same],
  hex37: [random((source) => source.hex(37)), same],
  hex48: [random((source) => source.hex(48)), same],
  hex64: [random((source) => source.hex(64)), same],
  hex128: [random((source) => source.hex(128)), same],
  uuid: [random((source) => source.uuid()), same],
  digits: [random((source) => source.text(6, "0123456789")), same],
  htpw: [random((source) => `$apr1$${source.text(8)}$${source.text(22)}`), same],
};

/** Writers that quote, too: the quotes are the block's own. */
const quoting = new Set([go, php, sql]);

/**
 * Characters of a template's field: `{n36}` letters and digits, `{w20}` with `-` and `_`, `{B40}` of base64, and so on.
 */
const alphabets = new Map([
  ["n", undefined],
  ["w", `${LETTERS}0123456789-_`],
  ["B", `${LETTERS}0123456789+/`],
  ["U", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"],
  ["l", "abcdefghijklmnopqrstuvwxyz0123456789"],
  ["d", "0123456789"],
  ["h", "0123456789abcdef"],
]);

/** Fills the fields of a template, `{h32}` and `{u}`. */
const fill = (template: string, source: Random) =>
  template.replace(/\{(?:u|([a-zA-Z])(\d+))\}/g, (field, kind, length) => {
    if (field === "{u}") return source.uuid();
    if (!alphabets.has(kind)) throw new Error(`no field ${field}`);
    return source.text(Number(length), alphabets.get(kind));
  });

/** Each line of the block is a text of its own; `⏎` is a line end in it. */
export const linesOf = ({ id, text }: Block) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line, i) => ({ id: `${id}/${i + 1}`, text: line.replaceAll("⏎", "\n") }));

const kindOf = (slot: string, isTemplate: boolean): Kind | undefined =>
  isTemplate ? [random((source) => fill(slot, source)), same] : kinds[slot];

/** Writes the block once for each of its slots' values. In a template, slots and text have fields. */
export function* renderings({ id, text }: Block, isTemplate: boolean = false) {
  const slots = [...text.matchAll(/«([^»]*)»/g)].map((slot) => {
    const kind = kindOf(slot[1] ?? "", isTemplate);
    if (!kind) throw new Error(`${id}: no slot «${slot[1]}»`);
    return { at: slot.index, length: slot[0].length, kind };
  });
  const around = (part: string, source: Random) => (isTemplate ? fill(part, source) : part);
  const count = Math.max(...slots.map(({ kind }) => kind[0].length));
  for (let i = 0; i < count; i++) {
    const source = createRandom(i + 1);
    let out = "";
    const marks: [start: number, end: number][] = [];
    let from = 0;
    for (const { at, length, kind } of slots) {
      const [values, write] = kind;
      out += around(text.slice(from, at), source);
      from = at + length;
      const value = write((values[i % values.length] ?? String)(source));
      const secret = quoting.has(write) ? value.slice(1, -1) : value;
      marks.push([out.length, out.length + secret.length]);
      out += secret;
    }
    yield { id, text: out + around(text.slice(from), source), marks };
  }
}
