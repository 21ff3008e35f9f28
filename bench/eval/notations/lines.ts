import { json } from "../escape.ts";
import { header, kebab, snake } from "../keys.ts";
import type { Notation } from "../notations.ts";

const oneLine = (value: string) => !/[\r\n]/.test(value);
const oneWord = (value: string) => /^[^\s,;&'"<>()[\]{}]+$/.test(value);

/** logfmt quotes a value that has a space, a quote or an equals sign. */
const logfmt = (value: string) => (/[\s"=]/.test(value) ? `"${json(value)}"` : value);

const stamp = "2025-11-22T14:08:03.512Z";

export const lineNotations: Notation[] = [
  {
    name: "HTTP text",
    accepts: oneLine,
    render: (key, value) =>
      `GET /v1/items HTTP/1.1\r\nHost: api.example.com\r\n${header(key)}: ${value}\r\nAccept: */*\r\n\r\n`,
  },
  {
    name: "HTTP text, lower case",
    accepts: oneLine,
    render: (key, value) => `> host: api.example.com\n> ${kebab(key)}: ${value}\n> accept: */*\n`,
  },
  {
    name: "key: value at a line's end",
    accepts: oneLine,
    render: (key, value) => `${stamp} DEBUG [http] request ${key}: ${value}\n${stamp} DEBUG [http] sent\n`,
  },
  {
    name: "key=value in a sentence",
    accepts: oneWord,
    kinds: ["key", "shape"],
    render: (key, value) => `${stamp} WARN retry with ${key}=${value} after 3 s\n`,
  },
  {
    name: "key=value, commas",
    accepts: oneWord,
    kinds: ["key", "shape"],
    render: (key, value) => `${stamp} INFO id=7, ${key}=${value}, ok=true\n`,
  },
  {
    name: "logfmt",
    render: (key, value) => `time=${stamp} level=info ${snake(key)}=${logfmt(value)} status=200\n`,
  },
  {
    name: "pino-pretty",
    render: (key, value) =>
      `[14:08:03.512] INFO (7): request\n    ${snake(key)}: "${json(value)}"\n    ok: true\n`,
  },
  {
    name: "ANSI colours round key and value",
    accepts: oneLine,
    render: (key, value) =>
      `\x1b[32mINFO\x1b[39m \x1b[36m${key}\x1b[39m=\x1b[33m${value}\x1b[39m \x1b[2mok\x1b[22m\n`,
  },
  {
    name: "ANSI colours inside the quotes",
    accepts: (value) => !/[\r\n"\\]/.test(value),
    render: (key, value) => `"\x1b[36m${key}\x1b[0m": "\x1b[33m${value}\x1b[0m", "ok": true\n`,
  },
  {
    name: "ANSI colour inside the value",
    accepts: (value) => oneWord(value.replace(" ", "")) && value.length > 11,
    render: (key, value) => `${key}: ${value.slice(0, -5)}\x1b[1m${value.slice(-5)}\x1b[0m\n`,
  },
  {
    name: "access log field",
    kinds: ["header", "shape"],
    // A field that holds cookies has names of its own ("session=a"), none of them told from other fields'.
    accepts: (value) => !/[\r\n"\\]/.test(value) && !value.startsWith("session="),
    render: (_key, value) =>
      `10.0.0.7 - - [22/Nov/2025:14:08:03 +0000] "GET / HTTP/1.1" 200 17 "-" "${value}"\n`,
  },
  {
    name: "multipart",
    kinds: ["key", "shape"],
    render: (key, value) =>
      `--x7\r\nContent-Disposition: form-data; name="${snake(key)}"\r\n\r\n${value}\r\n--x7--\r\n`,
  },
  {
    name: "SQL SET",
    accepts: oneLine,
    kinds: ["key", "shape"],
    render: (key, value) =>
      `UPDATE users SET ${snake(key)} = '${value.replaceAll("'", "''")}' WHERE id = 7;\n`,
  },
];
