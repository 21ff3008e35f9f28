import type { Choices } from "../choices.ts";
import type { Json } from "./documents.ts";

/** How a program writes JSON. */
export interface Style {
  readonly colon: string;
  readonly comma: string;
  /** What a level is indented by; undefined for one line. */
  readonly indent?: string;
  /** A string's text as `JSON.stringify` escapes it, escaped as this program does. */
  readonly escape: (escaped: string) => string;
}

const asIs = (escaped: string): string => escaped;

const unicode = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Only beyond ASCII, as Python's json.dumps. */
const ascii = (escaped: string): string => escaped.replace(/[\x7f-\uffff]/g, unicode);

/** `<`, `>` and `&` as Go has them. */
const html = (escaped: string): string => escaped.replace(/[<>&\u2028\u2029]/g, unicode);

/** Slashes as PHP has them. */
const slashes = (escaped: string): string => ascii(escaped).replaceAll("/", "\\/");

/** Quotes, apostrophes and signs as PHP's JSON_HEX_* and Gson have them. */
const hex = (escaped: string): string =>
  escaped.replace(/\\["\\bfnrtu]|[<>&'=]/g, (c) =>
    c === '\\"' ? "\\u0022" : c.length === 1 ? unicode(c) : c,
  );

/** Digits of escapes in capitals, as C# and Java have them. */
const capitals = (escaped: string): string =>
  ascii(escaped).replace(/\\(?:u[0-9a-f]{4}|.)/g, (c) =>
    c.length > 2 ? `\\u${c.slice(2).toUpperCase()}` : c,
  );

/** Some letters, as nobody has to write them. */
const letters = (escaped: string): string =>
  escaped.replace(/\\(?:u[0-9a-f]{4}|.)|[ao=]/g, (c) => (c.length > 1 ? c : unicode(c)));

export const PLAIN: Style = { colon: ":", comma: ",", escape: asIs };

export const oneLineStyles: readonly Style[] = [
  PLAIN,
  { colon: ": ", comma: ", ", escape: ascii },
  { colon: ":", comma: ",", escape: html },
  { colon: ":", comma: ",", escape: slashes },
  { colon: " : ", comma: " , ", escape: hex },
  {
    colon: ":\t",
    comma: ",",
    escape: capitals,
  },
];

/** With one that is only asked to stay valid. */
const validStyles: readonly Style[] = [...oneLineStyles, { ...PLAIN, escape: letters }];

export function validStyle(choices: Choices): Style {
  return choices.pick(validStyles);
}

const prettyStyles: readonly Style[] = [
  { colon: ": ", comma: ",", indent: "  ", escape: asIs },
  { colon: ": ", comma: ",", indent: "    ", escape: ascii },
  { colon: " : ", comma: ",", indent: "\t", escape: html },
  { colon: ":", comma: ",", indent: "", escape: asIs },
  { colon: ": ", comma: ",", indent: " ", escape: hex },
];

export function oneLineStyle(choices: Choices): Style {
  return choices.pick(oneLineStyles);
}

export function prettyStyle(choices: Choices): Style {
  return choices.pick(prettyStyles);
}

/** A style in one line and the same over lines. */
export function layouts(choices: Choices): readonly [inLine: Style, overLines: Style] {
  const style = choices.pick(oneLineStyles);
  const indent = choices.pick(["  ", "    ", "\t"]);
  return [
    { ...PLAIN, escape: style.escape },
    { colon: ": ", comma: ",", indent, escape: style.escape },
  ];
}

/** JSON in pieces: strings, numbers, literals and punctuation, with blanks of their own. Joined, it is the text. */
export function tokensOf(value: Json, style: Style = PLAIN, depth = 0): string[] {
  if (typeof value === "string") return [`"${style.escape(JSON.stringify(value).slice(1, -1))}"`];
  if (typeof value !== "object" || value === null) return [JSON.stringify(value)];
  const isList = Array.isArray(value);
  const members = isList
    ? (value as readonly Json[]).map((each) => ["", each] as const)
    : Object.entries(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (members.length === 0) return [open, close];
  const lineEnd = (level: number): string[] =>
    style.indent === undefined ? [] : [`\n${style.indent.repeat(level)}`];
  return [
    open,
    ...members.flatMap(([name, each], i) => [
      ...(i > 0 ? [style.comma] : []),
      ...lineEnd(depth + 1),
      ...(isList ? [] : [...tokensOf(name, style), style.colon]),
      ...tokensOf(each, style, depth + 1),
    ]),
    ...lineEnd(depth),
    close,
  ];
}

export function render(value: Json, style: Style): string {
  return tokensOf(value, style).join("");
}
