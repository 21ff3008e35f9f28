import { inspect } from "node:util";
import * as escapes from "./escapes.ts";

export type Field = readonly [name: string, value: string | number | boolean];

/** A notation for fields of which one may hold anything. */
export interface Notation {
  readonly name: string;
  render(fields: readonly Field[]): string;
  /** It cannot hold line ends, neither as they are nor escaped. */
  readonly oneLine?: true;
}

/** Members written one by one, strings in quotes. */
function members(
  fields: readonly Field[],
  quote: escapes.Quoting,
  member: (name: string, value: string) => string,
  join: string,
): string {
  return fields
    .map(([name, value]) => member(name, typeof value === "string" ? quote(value) : String(value)))
    .join(join);
}

const camel = (name: string): string => name.replace(/[-_](\w)/g, (_, c: string) => c.toUpperCase());
const pascal = (name: string): string => camel(name).replace(/^\w/, (c) => c.toUpperCase());
const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`).replaceAll("-", "_");
const header = (name: string): string =>
  snake(name)
    .split("_")
    .map((word) => pascal(word))
    .join("-");

const object = (fields: readonly Field[]) => Object.fromEntries(fields);

/** logfmt quotes a value only where it has to. */
const logfmt: escapes.Quoting = (text) =>
  /^[^\s"=\\\x00-\x1f\x7f-\x9f]+$/.test(text) ? text : escapes.go(text);

// biome-ignore format: a table
export const records: readonly Notation[] = [
  { name: "JSON", render: (fields) => JSON.stringify(object(fields)) },
  { name: "JSON, blanks", render: (fields) => `{${members(fields, escapes.json, (n, v) => `"${n}": ${v}`, ", ")}}` },
  { name: "JSON, indented", render: (fields) => JSON.stringify(object(fields), null, 2) },
  { name: "JSON in JSON", render: (fields) => JSON.stringify({ msg: JSON.stringify(object(fields)), n: 1 }) },
  { name: "JSON in JSON in JSON", render: (fields) => JSON.stringify({ a: JSON.stringify({ msg: JSON.stringify(object(fields)), n: 1 }) }) },
  { name: "JSON in a parameter", render: (fields) => `GET /?q=${escapes.url(JSON.stringify(object(fields)))}&page=2` },
  { name: "JSON in nginx's log", render: (fields) => `"POST /a" 200 "${escapes.nginx(JSON.stringify(object(fields)))}" 12` },
  { name: "JSON in HTML", render: (fields) => `<pre>${escapes.xml(JSON.stringify(object(fields)))}</pre>` },
  { name: "JSON in CSV", render: (fields) => `7,${escapes.csv(JSON.stringify(object(fields)))},ok` },
  { name: "logfmt", render: (fields) => members(fields, logfmt, (n, v) => `${n}=${v}`, " ") },
  { name: "logfmt, all quoted", render: (fields) => members(fields, escapes.go, (n, v) => `${n}=${v}`, " ") },
  { name: "util.inspect", render: (fields) => inspect(object(fields), { breakLength: Infinity, maxStringLength: null }) },
  { name: "util.inspect, lines", render: (fields) => inspect(object(fields), { breakLength: 1, compact: false, maxStringLength: null }) },
  { name: "util.inspect in JSON", render: (fields) => JSON.stringify({ msg: inspect(object(fields), { breakLength: Infinity, maxStringLength: null }), n: 1 }) },
  { name: "util.inspect, nested", render: (fields) => inspect({ req: { headers: object(fields) }, n: 1 }, { breakLength: Infinity, maxStringLength: null }) },
  { name: "Python dict", render: (fields) => `{${members(fields, escapes.python, (n, v) => `'${n}': ${v}`, ", ")}}` },
  { name: "Python repr", render: (fields) => `User(${members(fields, escapes.python, (n, v) => `${snake(n)}=${v}`, ", ")})` },
  { name: "Python pairs", render: (fields) => `[${members(fields, escapes.python, (n, v) => `('${n}', ${v})`, ", ")}]` },
  { name: "Ruby inspect", render: (fields) => `{${members(fields, escapes.ruby, (n, v) => `"${n}"=>${v}`, ", ")}}` },
  { name: "Ruby 3.4 inspect", render: (fields) => `{${members(fields, escapes.ruby, (n, v) => `"${n}" => ${v}`, ", ")}}` },
  { name: "Ruby symbols", render: (fields) => `{${members(fields, escapes.ruby, (n, v) => `:${snake(n)}=>${v}`, ", ")}}` },
  { name: "Ruby object", render: (fields) => `#<User:0x000073e1 ${members(fields, escapes.ruby, (n, v) => `@${snake(n)}=${v}`, ", ")}>` },
  { name: "Rails record", render: (fields) => `#<User ${members(fields, escapes.ruby, (n, v) => `${snake(n)}: ${v}`, ", ")}>` },
  { name: "Go %#v", render: (fields) => `main.User{${members(fields, escapes.go, (n, v) => `${pascal(n)}:${v}`, ", ")}}` },
  { name: "Go map %q", render: (fields) => `map[${members(fields, escapes.go, (n, v) => `"${n}":${v}`, " ")}]` },
  { name: "Go map %#v", render: (fields) => `map[string]string{${members(fields, escapes.go, (n, v) => `"${n}":${v}`, ", ")}}` },
  { name: "Rust Debug", render: (fields) => `User { ${members(fields, escapes.rust, (n, v) => `${snake(n)}: ${v}`, ", ")} }` },
  { name: "Rust Debug, Some", render: (fields) => `User { ${members(fields, escapes.rust, (n, v) => `${snake(n)}: Some(${v})`, ", ")} }` },
  { name: "Rust Debug, lines", render: (fields) => `User {\n${members(fields, escapes.rust, (n, v) => `    ${snake(n)}: ${v},\n`, "")}}` },
  { name: "PHP var_export", oneLine: true, render: (fields) => `array (${members(fields, escapes.php, (n, v) => ` '${n}' => ${v},`, "")} )` },
  { name: "PHP array in a line", oneLine: true, render: (fields) => `[${members(fields, escapes.php, (n, v) => `'${n}' => ${v}`, ", ")}]` },
  { name: "Elixir map", render: (fields) => `%{${members(fields, escapes.ruby, (n, v) => `"${n}" => ${v}`, ", ")}}` },
  { name: "Elixir struct", render: (fields) => `%User{${members(fields, escapes.ruby, (n, v) => `${snake(n)}: ${v}`, ", ")}}` },
  { name: "Haskell record", render: (fields) => `User {${members(fields, escapes.json, (n, v) => `${camel(n)} = ${v}`, ", ")}}` },
  { name: "Kotlin, quoted", render: (fields) => `User(${members(fields, escapes.json, (n, v) => `${camel(n)}=${v}`, ", ")})` },
  { name: "Swift struct", render: (fields) => `User(${members(fields, escapes.rust, (n, v) => `${camel(n)}: ${v}`, ", ")})` },
  { name: "EDN", render: (fields) => `{${members(fields, escapes.json, (n, v) => `:${n} ${v}`, ", ")}}` },
  { name: "YAML, quoted", render: (fields) => members(fields, escapes.json, (n, v) => `${n}: ${v}\n`, "") },
  { name: "YAML, flow", render: (fields) => `user: {${members(fields, escapes.json, (n, v) => `${n}: ${v}`, ", ")}}` },
  { name: "TOML", render: (fields) => members(fields, escapes.json, (n, v) => `${n} = ${v}\n`, "") },
  { name: "shell assignments", oneLine: true, render: (fields) => members(fields, escapes.shell, (n, v) => `${snake(n).toUpperCase()}=${v}`, " ") },
  { name: "shell flags", oneLine: true, render: (fields) => `+ deploy ${members(fields, escapes.shell, (n, v) => `--${snake(n).replaceAll("_", "-")} ${v}`, " ")}` },
  { name: "shell flags, =", oneLine: true, render: (fields) => `+ deploy ${members(fields, escapes.shell, (n, v) => `--${snake(n).replaceAll("_", "-")}=${v}`, " ")}` },
  { name: "SQL SET", oneLine: true, render: (fields) => `UPDATE users SET ${members(fields, escapes.sql, (n, v) => `${snake(n)} = ${v}`, ", ")} WHERE x = 7` },
  { name: "SQL INSERT", oneLine: true, render: (fields) => `INSERT INTO users (${fields.map(([n]) => snake(n)).join(", ")}) VALUES (${members(fields, escapes.sql, (_, v) => v, ", ")})` },
  { name: "CSV", oneLine: true, render: (fields) => `${fields.map(([n]) => n).join(",")}\n${members(fields, escapes.csv, (_, v) => v, ",")}\n` },
  { name: "CSV, all quoted", oneLine: true, render: (fields) => `${fields.map(([n]) => `"${n}"`).join(",")}\n${members(fields, escapes.csv, (_, v) => v, ",")}\n` },
  { name: "query string", render: (fields) => `GET /v1?${members(fields, (v) => v, (n, v) => `${n}=${escapes.url(v)}`, "&")} HTTP/1.1` },
  { name: "form", render: (fields) => members(fields, (v) => v, (n, v) => `${n}=${escapes.url(v)}`, "&") },
  { name: "query string, &amp;", render: (fields) => `<a href="/v1?${members(fields, (v) => v, (n, v) => `${n}=${escapes.url(v)}`, "&amp;")}">` },
  { name: "XML elements", render: (fields) => `<user>${members(fields, escapes.xml, (n, v) => `<${n}>${v}</${n}>`, "")}</user>` },
  { name: "XML elements, lines", render: (fields) => `<user>\n${members(fields, escapes.xml, (n, v) => `  <${n}>${v}</${n}>\n`, "")}</user>` },
  { name: "XML attributes", render: (fields) => `<user ${members(fields, escapes.xml, (n, v) => `${n}="${v}"`, " ")}/>` },
  { name: "XML, key and value", render: (fields) => members(fields, escapes.xml, (n, v) => `<add key="${n}" value="${v}" />`, "") },
  { name: "XML, named elements", render: (fields) => members(fields, escapes.xml, (n, v) => `<Data Name="${n}">${v}</Data>`, "") },
  { name: "syslog", oneLine: true, render: (fields) => `<165>1 2025-11-22T14:08:03Z h app 7 ID47 [auth@32473 ${members(fields, escapes.syslog, (n, v) => `${n}=${v}`, " ")}] login` },
  { name: "HTTP headers", oneLine: true, render: (fields) => `GET / HTTP/1.1\r\n${members(fields, (v) => v, (n, v) => `${header(n)}: ${v}\r\n`, "")}\r\n` },
  { name: "GraphQL arguments", render: (fields) => `mutation { login(${members(fields, escapes.json, (n, v) => `${camel(n)}: ${v}`, ", ")}) { done } }` },
  { name: "name and value in JSON", render: (fields) => JSON.stringify({ headers: fields.map(([name, value]) => ({ name, value })) }) },
  { name: "key and value in JSON", render: (fields) => JSON.stringify(fields.map(([key, value]) => ({ key, value, type: "text" }))) },
  { name: "pairs in JSON", render: (fields) => JSON.stringify({ headers: fields.map(([name, value]) => [name, value]) }) },
  { name: "rawHeaders in JSON", render: (fields) => JSON.stringify({ rawHeaders: fields.flatMap(([name, value]) => [header(name), String(value)]) }) },
];

/** A record in a line as it is, or in what a logger makes of it. */
// biome-ignore format: a table
export const hosts: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify({ level: 30, msg: text, pid: 7 }),
  (text) => `2026-03-02T09:14:01.118Z INFO [app] user ${text}`,
  (text) => `level=info msg=${escapes.go(text)} pid=7`,
  (text) => `${text} ok`,
  (text) => JSON.stringify({ message: JSON.stringify({ log: text }), pid: 7 }),
  (text) => `{ msg: ${escapes.javascript(text)}, pid: 7 }`,
  (text) => `[09:14:01] app: user=${text}, id=7`,
];
