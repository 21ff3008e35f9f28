/** How programs write a text between quotes: the quotes are part of what is returned. */
export type Quoting = (text: string) => string;

const SHORT: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
  "\v": "\\v",
  "\x07": "\\a",
};

const hexOf = (c: string): string => c.charCodeAt(0).toString(16).padStart(2, "0");

/** Quotes and backslashes after a backslash, short escapes for those in `short`, and `other` for other controls. */
function quoting(quote: string, short: string, other: (c: string) => string): Quoting {
  return (text) => {
    const inner = text.replace(/[\\"'\x00-\x1f\x7f-\x9f]/g, (c) => {
      if (c === "\\" || c === quote) return `\\${c}`;
      if (c === "'" || c === '"') return c;
      return short.includes(c) ? SHORT[c]! : other(c);
    });
    return `${quote}${inner}${quote}`;
  };
}

export const json: Quoting = (text) => JSON.stringify(text);

/** Go's strconv.Quote, and what logfmt writes with it. */
export const go: Quoting = quoting('"', "\n\r\t\b\f\v\x07", (c) => `\\x${hexOf(c)}`);

/** Python's repr: apostrophes, unless there are some and no quotes. */
export const python: Quoting = (text) =>
  quoting(text.includes("'") && !text.includes('"') ? '"' : "'", "\n\r\t", (c) => `\\x${hexOf(c)}`)(text);

/** Ruby's inspect, which also escapes what would interpolate. */
export const ruby: Quoting = (text) =>
  quoting('"', "\n\r\t\b\f\v\x07", (c) => (c === "\x1b" ? "\\e" : `\\x${hexOf(c).toUpperCase()}`))(
    text,
  ).replace(/#(?=[{$@])/g, "\\#");

/** JavaScript's, always in apostrophes. */
export const javascript: Quoting = quoting("'", "\n\r\t\b\f\v", (c) => `\\x${hexOf(c).toUpperCase()}`);

export const rust: Quoting = quoting(
  '"',
  "\n\r\t",
  (c) => `\\u{${Number.parseInt(hexOf(c), 16).toString(16)}}`,
);

/** PHP's var_export: backslashes and apostrophes only. */
export const php: Quoting = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** A shell's single quotes, in one word. */
export const shell: Quoting = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** SQL and CSV: the quote twice. */
export const sql: Quoting = (text) => `'${text.replaceAll("'", "''")}'`;
export const csv: Quoting = (text) => `"${text.replaceAll('"', '""')}"`;

/** Quotes, backslashes and brackets of syslog's structured data, RFC 5424. */
export const syslog: Quoting = (text) => `"${text.replace(/[\\"\]]/g, "\\$&")}"`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML's text and attributes, line ends included. */
export function xml(text: string): string {
  return text.replace(/[&<>"'\n\r\t]/g, (c) => ENTITIES[c] ?? `&#${c.charCodeAt(0)};`);
}

/** A parameter of a URL. */
export function url(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${hexOf(c).toUpperCase()}`);
}

/** nginx's log format: `\x22`. */
export function nginx(text: string): string {
  return text.replace(/["\\\x00-\x1f\x7f]/g, (c) => `\\x${hexOf(c).toUpperCase()}`);
}

/** A section of XML that needs no escapes; what would end it is written in two. */
export const cdata: Quoting = (text) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** A cell of PostgreSQL's COPY. */
export const tsv: Quoting = (text) => text.replace(/[\\\n\r\t]/g, (c) => (c === "\\" ? "\\\\" : SHORT[c]!));

/** A value of CEF's extension. */
export const cef: Quoting = (text) => text.replace(/[\\=]/g, "\\$&").replace(/\r?\n|\r/g, "\\n");
