import { json, jsonTimes } from "../escape.ts";
import { header, kebab } from "../keys.ts";
import type { Notation } from "../notations.ts";

const record = (key: string, value: string) => JSON.stringify({ id: 7, [key]: value, ok: true });

const carried = (text: string, depth: number) => `{"level":30,"msg":"${jsonTimes(text, depth)}","pid":1}`;

const rawPairs = (key: string, value: string) => [
  "Host",
  "api.example.com",
  header(key),
  value,
  "Accept",
  "*/*",
];

export const jsonNotations: Notation[] = [
  { name: "JSON", json: true, render: record },
  {
    name: "JSON, indented",
    json: true,
    render: (key, value) => JSON.stringify({ id: 7, req: { [key]: value, ok: true } }, null, 2),
  },
  {
    name: "JSON, spaces round the colon",
    json: true,
    render: (key, value) => `{ "id" : 7 , "${key}" : "${json(value)}" , "ok" : true }`,
  },
  { name: "JSON in a JSON string", json: true, render: (key, value) => carried(record(key, value), 1) },
  {
    name: "JSON in JSON strings, 2 deep",
    json: true,
    render: (key, value) => carried(record(key, value), 2),
  },
  {
    name: "JSON in JSON strings, 3 deep",
    json: true,
    render: (key, value) => carried(record(key, value), 3),
  },
  {
    name: "JSON in a JSON string, \\u0022",
    json: true,
    render: (key, value) => `{"level":30,"msg":"${json(record(key, value)).replaceAll('\\"', "\\u0022")}"}`,
  },
  {
    name: "JSON in a variable of nginx, \\x22",
    render: (key, value) =>
      `"POST /a HTTP/1.1" 200 "${record(key, value).replace(/["\\\x00-\x1f]|[^\x00-\x7e]/g, (c) =>
        [...Buffer.from(c)].map((b) => `\\x${b.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
      )}"`,
  },
  {
    name: "JSON, \\u003c \\u003e \\u0026",
    json: true,
    render: (key, value) =>
      record(key, value).replace(/[<>&]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  },
  { name: "JSON, \\/", json: true, render: (key, value) => record(key, value).replaceAll("/", "\\/") },
  {
    name: "JSON, array value",
    bracketed: true,
    json: true,
    render: (key, value) => JSON.stringify({ id: 7, [key]: [value], ok: true }),
  },
  {
    name: "JSON, object value",
    bracketed: true,
    json: true,
    kinds: ["key"],
    render: (key, value) => JSON.stringify({ id: 7, [key]: { current: value }, ok: true }),
  },
  {
    name: "rawHeaders in JSON",
    json: true,
    render: (key, value) => JSON.stringify({ rawHeaders: rawPairs(key, value) }),
  },
  {
    name: "header pairs in JSON",
    json: true,
    render: (key, value) =>
      JSON.stringify({
        headers: [
          ["accept", "*/*"],
          [kebab(key), value],
          ["host", "a.example"],
        ],
      }),
  },
  {
    name: "{name, value} in JSON",
    json: true,
    render: (key, value) => JSON.stringify({ headers: [{ name: header(key), value }], id: 7 }),
  },
  {
    name: "{key, value} in JSON",
    json: true,
    render: (key, value) => JSON.stringify({ header: [{ key: header(key), value, type: "text" }], id: 7 }),
  },
  {
    name: "{name, value} in a JSON string",
    json: true,
    render: (key, value) => carried(JSON.stringify([{ name: header(key), value }]), 1),
  },
  {
    name: "HTTP text in a JSON string",
    json: true,
    accepts: (value) => !/[\r\n]/.test(value),
    render: (key, value) => carried(`GET / HTTP/1.1\r\n${header(key)}: ${value}\r\nAccept: */*\r\n\r\n`, 1),
  },
  {
    name: "HTTP text in JSON strings, 2 deep",
    json: true,
    accepts: (value) => !/[\r\n]/.test(value),
    render: (key, value) => carried(`GET / HTTP/1.1\r\n${header(key)}: ${value}\r\nAccept: */*\r\n\r\n`, 2),
  },
  {
    name: "environment list in JSON",
    json: true,
    kinds: ["key", "shape"],
    render: (key, value) => JSON.stringify({ Env: ["PATH=/bin", `${key}=${value}`, "TZ=UTC"] }),
  },
];
