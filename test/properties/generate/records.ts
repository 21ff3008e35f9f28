import { inspect } from "node:util";
import * as escapes from "./escapes.ts";
import { camel, type Field, header, members, type Notation, pascal, snake } from "./notation.ts";

const object = (fields: readonly Field[]) => Object.fromEntries(fields);

/** logfmt quotes a value only where it has to. */
const logfmt: escapes.Quoting = (text) =>
  /^[^\s"=\\\x00-\x1f\x7f-\x9f]+$/.test(text) ? text : escapes.go(text);

/** What languages and libraries print of a record. */
// biome-ignore format: a table
export const records: readonly Notation[] = [
  { name: "JSON", anyName: true, render: (fields) => JSON.stringify(object(fields)) },
  { name: "JSON, blanks", anyName: true, render: (fields) => `{${members(fields, escapes.json, (n, v) => `${escapes.json(n)}: ${v}`, ", ")}}` },
  { name: "JSON, indented", anyName: true, render: (fields) => JSON.stringify(object(fields), null, 2) },
  { name: "JSON in colours", anyName: true, render: (fields) => `{${members(fields, escapes.json, (n, v) => `\x1b[34;1m${escapes.json(n)}\x1b[0m\x1b[1m:\x1b[0m \x1b[32m${v}\x1b[0m`, "\x1b[1m,\x1b[0m ")}}` },
  { name: "util.inspect in colours", anyName: true, render: (fields) => inspect(object(fields), { colors: true, breakLength: Infinity, maxStringLength: null }) },
  { name: "JSON in JSON", anyName: true, render: (fields) => JSON.stringify({ msg: JSON.stringify(object(fields)), n: 1 }) },
  { name: "JSON in JSON in JSON", anyName: true, render: (fields) => JSON.stringify({ a: JSON.stringify({ msg: JSON.stringify(object(fields)), n: 1 }) }) },
  { name: "JSON in a parameter", anyName: true, render: (fields) => `GET /?q=${escapes.url(JSON.stringify(object(fields)))}&page=2` },
  { name: "JSON in nginx's log", anyName: true, render: (fields) => `"POST /a" 200 "${escapes.nginx(JSON.stringify(object(fields)))}" 12` },
  { name: "JSON in HTML", anyName: true, render: (fields) => `<pre>${escapes.xml(JSON.stringify(object(fields)))}</pre>` },
  { name: "JSON in CSV", anyName: true, render: (fields) => `7,${escapes.csv(JSON.stringify(object(fields)))},ok` },
  { name: "logfmt", render: (fields) => members(fields, logfmt, (n, v) => `${n}=${v}`, " ") },
  { name: "logfmt, all quoted", render: (fields) => members(fields, escapes.go, (n, v) => `${n}=${v}`, " ") },
  { name: "util.inspect", anyName: true, render: (fields) => inspect(object(fields), { breakLength: Infinity, maxStringLength: null }) },
  { name: "util.inspect, lines", render: (fields) => inspect(object(fields), { breakLength: 1, compact: false, maxStringLength: null }) },
  { name: "util.inspect in JSON", anyName: true, render: (fields) => JSON.stringify({ msg: inspect(object(fields), { breakLength: Infinity, maxStringLength: null }), n: 1 }) },
  { name: "util.inspect, nested", anyName: true, render: (fields) => inspect({ req: { headers: object(fields) }, n: 1 }, { breakLength: Infinity, maxStringLength: null }) },
  { name: "Python dict", anyName: true, render: (fields) => `{${members(fields, escapes.python, (n, v) => `${escapes.python(n)}: ${v}`, ", ")}}` },
  { name: "Python repr", render: (fields) => `User(${members(fields, escapes.python, (n, v) => `${snake(n)}=${v}`, ", ")})` },
  { name: "Python pairs", anyName: true, render: (fields) => `[${members(fields, escapes.python, (n, v) => `(${escapes.python(n)}, ${v})`, ", ")}]` },
  { name: "Ruby inspect", anyName: true, render: (fields) => `{${members(fields, escapes.ruby, (n, v) => `${escapes.ruby(n)}=>${v}`, ", ")}}` },
  { name: "Ruby 3.4 inspect", anyName: true, render: (fields) => `{${members(fields, escapes.ruby, (n, v) => `${escapes.ruby(n)} => ${v}`, ", ")}}` },
  { name: "Ruby symbols", render: (fields) => `{${members(fields, escapes.ruby, (n, v) => `:${snake(n)}=>${v}`, ", ")}}` },
  { name: "Ruby object", render: (fields) => `#<User:0x000073e1 ${members(fields, escapes.ruby, (n, v) => `@${snake(n)}=${v}`, ", ")}>` },
  { name: "Rails record", render: (fields) => `#<User ${members(fields, escapes.ruby, (n, v) => `${snake(n)}: ${v}`, ", ")}>` },
  { name: "Go %#v", render: (fields) => `main.User{${members(fields, escapes.go, (n, v) => `${pascal(n)}:${v}`, ", ")}}` },
  { name: "Go map %q", anyName: true, render: (fields) => `map[${members(fields, escapes.go, (n, v) => `${escapes.go(n)}:${v}`, " ")}]` },
  { name: "Go map %#v", anyName: true, render: (fields) => `map[string]string{${members(fields, escapes.go, (n, v) => `${escapes.go(n)}:${v}`, ", ")}}` },
  { name: "Rust Debug", render: (fields) => `User { ${members(fields, escapes.rust, (n, v) => `${snake(n)}: ${v}`, ", ")} }` },
  { name: "Rust Debug, Some", render: (fields) => `User { ${members(fields, escapes.rust, (n, v) => `${snake(n)}: Some(${v})`, ", ")} }` },
  { name: "Rust Debug, lines", render: (fields) => `User {\n${members(fields, escapes.rust, (n, v) => `    ${snake(n)}: ${v},\n`, "")}}` },
  { name: "PHP var_export", oneLine: true, render: (fields) => `array (${members(fields, escapes.php, (n, v) => ` '${n}' => ${v},`, "")} )` },
  { name: "PHP array in a line", oneLine: true, anyName: true, render: (fields) => `[${members(fields, escapes.php, (n, v) => `${escapes.php(n)} => ${v}`, ", ")}]` },
  { name: "Elixir map", anyName: true, render: (fields) => `%{${members(fields, escapes.ruby, (n, v) => `${escapes.ruby(n)} => ${v}`, ", ")}}` },
  { name: "Elixir struct", render: (fields) => `%User{${members(fields, escapes.ruby, (n, v) => `${snake(n)}: ${v}`, ", ")}}` },
  { name: "Haskell record", render: (fields) => `User {${members(fields, escapes.json, (n, v) => `${camel(n)} = ${v}`, ", ")}}` },
  { name: "Kotlin, quoted", render: (fields) => `User(${members(fields, escapes.json, (n, v) => `${camel(n)}=${v}`, ", ")})` },
  { name: "Swift struct", render: (fields) => `User(${members(fields, escapes.rust, (n, v) => `${camel(n)}: ${v}`, ", ")})` },
  { name: "EDN", render: (fields) => `{${members(fields, escapes.json, (n, v) => `:${n} ${v}`, ", ")}}` },
  { name: "YAML, quoted", render: (fields) => members(fields, escapes.json, (n, v) => `${n}: ${v}\n`, "") },
  { name: "YAML, flow", render: (fields) => `user: {${members(fields, escapes.json, (n, v) => `${n}: ${v}`, ", ")}}` },
  { name: "TOML", render: (fields) => members(fields, escapes.json, (n, v) => `${n} = ${v}\n`, "") },
  { name: "name and value in JSON", anyName: true, render: (fields) => JSON.stringify({ headers: fields.map(([name, value]) => ({ name, value })) }) },
  { name: "key and value in JSON", anyName: true, render: (fields) => JSON.stringify(fields.map(([key, value]) => ({ key, value, type: "text" }))) },
  { name: "pairs in JSON", anyName: true, render: (fields) => JSON.stringify({ headers: fields.map(([name, value]) => [name, value]) }) },
  { name: "rawHeaders in JSON", render: (fields) => JSON.stringify({ rawHeaders: fields.flatMap(([name, value]) => [header(name), String(value)]) }) },
];
