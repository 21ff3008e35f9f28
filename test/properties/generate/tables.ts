import * as escapes from "./escapes.ts";
import { members, type Notation, snake } from "./notation.ts";

/** CSV quotes a cell only where it has to. */
const cell =
  (mark: string): escapes.Quoting =>
  (text) =>
    text.includes(mark) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** MySQL escapes by backslashes. */
const mysql: escapes.Quoting = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** As Gson and .NET write it: quotes and signs of markup as escapes. */
const gson: escapes.Quoting = (text) =>
  `"${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', "\\u0022")
    .replace(/['&<>]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`)}"`;

const heading = (fields: readonly (readonly [string, unknown])[], mark: string): string =>
  fields.map(([name]) => name).join(mark);

/** Tables, statements and dumps in which what an attacker typed into a field took a cell or a member along. */
// biome-ignore format: a table
export const tables: readonly Notation[] = [
  { name: "CSV, unquoted", oneLine: true, hasHeading: true, render: (fields) => `${heading(fields, ",")}\n${members(fields, cell(","), (_, v) => v, ",")}\n` },
  { name: "CSV, semicolons", oneLine: true, hasHeading: true, render: (fields) => `${heading(fields, ";")}\n${members(fields, cell(";"), (_, v) => v, ";")}\n` },
  { name: "SQL INSERT, MySQL", oneLine: true, render: (fields) => `INSERT INTO users (${fields.map(([name]) => `\`${snake(name)}\``).join(",")}) VALUES (${members(fields, mysql, (_, v) => v, ",")})` },
  { name: "SQL INSERT, two rows", oneLine: true, render: (fields) => `INSERT INTO users (${fields.map(([name]) => snake(name)).join(", ")}) VALUES (${members(fields, escapes.sql, (_, v) => v, ", ")}), (${members(fields, escapes.sql, (_, v) => v, ", ")})` },
  { name: "JSON, Gson", anyName: true, render: (fields) => `{${members(fields, gson, (n, v) => `${gson(n)}:${v}`, ",")}}` },
  { name: "JSON in an attribute", render: (fields) => `<div data-user="${escapes.xml(JSON.stringify(Object.fromEntries(fields)))}"></div>` },
  { name: "Erlang, pairs", oneLine: true, render: (fields) => `[${members(fields, escapes.json, (n, v) => `{${snake(n)},<<${v}>>}`, ",")}]` },
  { name: "SOAP", oneLine: true, render: (fields) => `<soap:Body>${members(fields, escapes.xml, (n, v) => `<ns1:${n} xsi:type="xsd:string">${v}</ns1:${n}>`, "")}</soap:Body>` },
];
