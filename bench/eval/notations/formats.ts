import { go, xml } from "../escape.ts";
import { camel, header, kebab, pascal, snake, upper } from "../keys.ts";
import type { Kind, Notation } from "../notations.ts";

const oneLine = (value: string) => !/[\r\n]/.test(value);
const word = (value: string) => /^[^\s,;&|'"`<>()[\]{}\\]+$/.test(value);
const simple = (value: string) => /^[\x21-\x7e ]+$/.test(value) && !/["\\]/.test(value);
const named: Kind[] = ["key", "shape"];

/** JSON in a field of CSV. */
const csv = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** The formats of shippers, collectors, databases and protocols. */
export const formatNotations: Notation[] = [
  {
    name: "protobuf text",
    kinds: named,
    render: (key, value) => `config {\n  id: 7\n  ${snake(key)}: ${go(value)}\n}\n`,
  },
  {
    name: "syslog structured data",
    kinds: named,
    accepts: simple,
    render: (key, value) =>
      `<165>1 2025-11-22T14:08:03Z h app 7 ID47 [auth@32473 id="7" ${camel(key)}="${value}"] login\n`,
  },
  {
    name: "CEF",
    kinds: named,
    accepts: word,
    render: (key, value) => `CEF:0|Vendor|App|1|100|login|5|suser=deploy ${camel(key)}=${value} outcome=ok\n`,
  },
  {
    name: "CEF, labelled",
    kinds: named,
    accepts: word,
    render: (key, value) => `CEF:0|Vendor|App|1|100|login|5|cs1Label=${camel(key)} cs1=${value} outcome=ok\n`,
  },
  {
    name: "LEEF",
    kinds: named,
    accepts: word,
    render: (key, value) => `LEEF:1.0|Vendor|App|1|login|usrName=deploy\t${camel(key)}=${value}\tsev=5\n`,
  },
  {
    name: "GELF",
    json: true,
    kinds: named,
    render: (key, value) =>
      JSON.stringify({ version: "1.1", short_message: "x", [`_${snake(key)}`]: value, level: 6 }),
  },
  {
    name: "journald export",
    kinds: named,
    accepts: oneLine,
    render: (key, value) => `PRIORITY=6\n${upper(key)}=${value}\nMESSAGE=x\n\n`,
  },
  {
    name: "logcat",
    kinds: named,
    accepts: word,
    render: (key, value) => `11-22 14:08:03.512  1234  5678 D Auth    : ${camel(key)}=${value}, id=7\n`,
  },
  {
    name: "HAR",
    json: true,
    render: (key, value) =>
      JSON.stringify({
        request: {
          headers: [
            { name: "Accept", value: "*/*" },
            { name: header(key), value },
          ],
          cookies: [],
        },
      }),
  },
  {
    name: "Markdown table",
    kinds: named,
    accepts: word,
    render: (key, value) => `| name | value |\n|---|---|\n| id | 7 |\n| ${snake(key)} | ${value} |\n`,
  },
  {
    name: "mysql table",
    kinds: named,
    accepts: word,
    render: (key, value) =>
      `+----+---+\n| k | v |\n+----+---+\n| id | 7 |\n| ${snake(key)} | ${value} |\n+----+---+\n`,
  },
  {
    name: "mysql \\G",
    kinds: named,
    accepts: (value) => oneLine(value),
    render: (key, value) => `*** 1. row ***\n      id: 7\n${snake(key)}: ${value}\n      ok: 1\n`,
  },
  {
    name: "psql \\x",
    kinds: named,
    accepts: word,
    render: (key, value) => `-[ RECORD 1 ]-----\nid       | 7\n${snake(key)} | ${value}\nok       | t\n`,
  },
  {
    name: "console.table",
    kinds: named,
    accepts: (value) => simple(value) && !value.includes("'"),
    render: (key, value) => `│ id │ 7 │\n│ ${camel(key)} │ '${value}' │\n└────┴───┘\n`,
  },
  {
    name: "GraphQL argument",
    kinds: named,
    render: (key, value) => `mutation { login(id: 7, ${camel(key)}: ${go(value)}) { ok } }`,
  },
  {
    name: "GraphQL in JSON",
    json: true,
    kinds: named,
    render: (key, value) =>
      JSON.stringify({ query: `mutation { login(id: 7, ${camel(key)}: ${go(value)}) { ok } }` }),
  },
  {
    name: "SOAP element",
    kinds: named,
    render: (key, value) =>
      `<s:Header><wsse:${pascal(key)} Type="http://docs.example/#Text">${xml(value)}</wsse:${pascal(key)}></s:Header>`,
  },
  {
    name: "CDATA",
    kinds: named,
    accepts: (value) => oneLine(value) && !/[<>\]]/.test(value),
    render: (key, value) => `<config><id>7</id><${camel(key)}><![CDATA[${value}]]></${camel(key)}></config>`,
  },
  {
    name: "Windows event data",
    kinds: named,
    render: (key, value) =>
      `<EventData><Data Name="Id">7</Data><Data Name="${pascal(key)}">${xml(value)}</Data></EventData>`,
  },
  {
    name: "property element",
    kinds: named,
    render: (key, value) =>
      `<property name="${camel(key)}">${xml(value)}</property><property name="id">7</property>`,
  },
  {
    name: "plist",
    kinds: named,
    render: (key, value) =>
      `<key>id</key>\n<integer>7</integer>\n<key>${camel(key)}</key>\n<string>${xml(value)}</string>\n`,
  },
  {
    name: "curl --data",
    kinds: named,
    accepts: word,
    render: (key, value) =>
      `curl -s --data 'id=7&${snake(key)}=${encodeURIComponent(value)}' https://a.example/v1\n`,
  },
  {
    name: "HTTP/2 frame dump",
    accepts: oneLine,
    render: (key, value) =>
      `[  0.012] send HEADERS frame\n          :method: GET\n          ${kebab(key)}: ${value}\n          accept: */*\n`,
  },
  {
    name: "WebSocket frame",
    json: true,
    render: (key, value) =>
      JSON.stringify({ opcode: 1, data: JSON.stringify({ type: "auth", [key]: value }) }),
  },
  {
    name: "JSON5",
    kinds: named,
    accepts: (value) => oneLine(value) && !/['\\]/.test(value),
    render: (key, value) => `{id: 7, ${camel(key)}: '${value}', ok: true,}`,
  },
  {
    name: "JSON in CSV",
    kinds: named,
    accepts: (value) => !/["\\\r\n]/.test(value),
    render: (key, value) => `7,${csv(JSON.stringify({ id: 7, [key]: value, ok: true }))},ok\n`,
  },
  {
    name: "SQL, doubled quote",
    kinds: ["key"],
    accepts: oneLine,
    render: (key, value) =>
      `UPDATE users SET ${snake(key)} = '${value.slice(0, 4)}''${value.slice(4).replaceAll("'", "''")}' WHERE id = 7;\n`,
  },
  {
    name: "arrow",
    kinds: named,
    accepts: word,
    render: (key, value) => `config: ${snake(key)} -> ${value}\n`,
  },
];
