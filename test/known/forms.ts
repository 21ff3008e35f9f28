/** How a secret may be written. */
export interface Form {
  readonly name: string;
  write(value: string): string;
  /** What of it stays in front. */
  readonly left?: string;
}

const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

export const FORMS: readonly Form[] = [
  { name: "as JSON", write: inJson },
  { name: "as JSON in JSON", write: (value) => inJson(inJson(value)) },
  { name: "as JSON in JSON in JSON", write: (value) => inJson(inJson(inJson(value))) },
  { name: "as JSON with escaped slashes", write: (value) => inJson(value).replaceAll("/", "\\/") },
  { name: "with every character escaped", write: (value) => value.replace(/./g, unicode) },
  { name: "with some characters escaped", write: (value) => inJson(value.replace(/[zL4k<&"\\]/g, unicode)) },
  {
    name: "with hexadecimal escapes",
    write: (value) => inJson(value.replace(/\W/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`)),
  },
  { name: "percent-encoded", write: encodeURIComponent },
  { name: "percent-encoded two times", write: (value) => encodeURIComponent(encodeURIComponent(value)) },
  { name: "percent-encoded in every character", write: (value) => value.replace(/./g, percent) },
  { name: "of a form", write: (value) => `${new URLSearchParams({ q: value })}`.slice(2) },
  {
    name: "for HTML",
    write: (value) =>
      inJson(value)
        .replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]!)
        .replace('\\"', "&quot;"),
  },
  { name: "for XML by numbers", write: (value) => value.replace(/\W/g, entity) },
  { name: "in capitals", write: (value) => inJson(value.toUpperCase()) },
  { name: "in small letters", write: (value) => inJson(value.toLowerCase()) },
  { name: "in hexadecimal", write: (value) => Buffer.from(value).toString("hex") },
  { name: "in hexadecimal capitals", write: (value) => Buffer.from(value).toString("hex").toUpperCase() },
  { name: "in base64", write: base64 },
  { name: "in base64 behind a byte", write: (value) => base64(`-${value}`), left: "LX" },
  { name: "in base64 behind two bytes", write: (value) => base64(`--${value}`), left: "LS1" },
  { name: "in base64 for URLs", write: (value) => Buffer.from(value).toString("base64url") },
  { name: "in percent-encoded base64", write: (value) => encodeURIComponent(base64(value)) },
  { name: "in base64 over lines", write: (value) => base64(value).replace(/.{14}/, "$&\n") },
  { name: "in base64 over escaped lines", write: (value) => base64(value).replace(/.{5}/, "$&\\r\\n") },
  { name: "in base64 over encoded lines", write: (value) => base64(value).replace(/.{10}/, "$&%0D%0A") },
  { name: "in base64 over indented lines", write: (value) => base64(value).replace(/.{10}/, "$&\r\n    ") },
];
