import { go, php, python, ruby } from "../escape.ts";
import { header, pascal, snake } from "../keys.ts";
import type { Notation } from "../notations.ts";

/** What an unquoted dump can carry without becoming ambiguous to its own reader. */
const plain = (value: string) => /^[^\s,;[\](){}'"]+( [^\s,;[\](){}'"]+)?$/.test(value);

export const languageNotations: Notation[] = [
  {
    name: "Python dict",
    render: (key, value) => `{'id': 7, '${key}': ${python(value)}, 'ok': True}`,
  },
  {
    name: "Python bytes headers",
    accepts: (value) => /^[\x20-\x7e]+$/.test(value),
    render: (key, value) => `[(b'host', b'a.example'), (b'${snake(key)}', b${python(value)})]`,
  },
  {
    name: "Python pairs",
    render: (key, value) => `[('Accept', '*/*'), ('${header(key)}', ${python(value)}), ('X-Id', '7')]`,
  },
  {
    name: "Python dataclass",
    kinds: ["key", "shape"],
    render: (key, value) => `Config(id=7, ${snake(key)}=${python(value)}, ok=True)`,
  },
  {
    name: "Python http.client debug",
    accepts: (value) => /^[\x20-\x7e]+$/.test(value),
    render: (key, value) =>
      `send: b${python(`GET / HTTP/1.1\r\nHost: a.example\r\n${header(key)}: ${value}\r\nAccept: */*\r\n\r\n`)}`,
  },
  { name: "Ruby hash =>", render: (key, value) => `{"id"=>7, "${key}"=>${ruby(value)}, "ok"=>true}` },
  {
    name: "Ruby hash => symbols",
    render: (key, value) => `{:id=>7, :${snake(key)}=>${ruby(value)}, :ok=>true}`,
  },
  { name: "Ruby 3.4 hash", render: (key, value) => `{id: 7, ${snake(key)}: ${ruby(value)}, ok: true}` },
  { name: "Ruby 3.4 string keys", render: (key, value) => `{"id" => 7, "${key}" => ${ruby(value)}}` },
  {
    name: "Ruby object",
    render: (key, value) => `#<Config:0x000073e1 @id=7, @${snake(key)}=${ruby(value)}, @ok=true>`,
  },
  {
    name: "Go map %v",
    accepts: plain,
    render: (key, value) => `map[accept:*/* ${snake(key)}:${value} x_id:7]`,
  },
  {
    name: "Go http.Header %v",
    bracketed: true,
    accepts: (value) => !/[\r\n[\]]/.test(value),
    render: (key, value) => `map[Accept:[*/*] ${header(key)}:[${value}] X-Id:[7]]`,
  },
  {
    name: "Go struct %+v",
    accepts: plain,
    render: (key, value) => `{ID:7 ${pascal(key)}:${value} OK:true}`,
  },
  {
    name: "Go map %q",
    bracketed: true,
    render: (key, value) => `map["Accept":["*/*"] "${header(key)}":[${go(value)}]]`,
  },
  {
    name: "Go %#v",
    bracketed: true,
    render: (key, value) => `http.Header{"Accept":[]string{"*/*"}, "${header(key)}":[]string{${go(value)}}}`,
  },
  {
    name: "Go struct %#v",
    render: (key, value) => `main.Config{ID:7, ${pascal(key)}:${go(value)}, OK:true}`,
  },
  {
    name: "Java map",
    accepts: plain,
    render: (key, value) => `{accept=*/*, ${key}=${value}, id=7}`,
  },
  {
    name: "Java map of lists",
    bracketed: true,
    accepts: plain,
    render: (key, value) => `{accept=[*/*], ${key}=[${value}], id=[7]}`,
  },
  {
    name: "Java record",
    accepts: plain,
    render: (key, value) => `Config[id=7, ${key}=${value}, ok=true]`,
  },
  {
    name: "Java toString, quoted",
    accepts: plain,
    render: (key, value) => `Config{id=7, ${key}='${value}', ok=true}`,
  },
  {
    name: "Spring headers",
    accepts: plain,
    render: (key, value) => `[accept:"*/*", ${key}:"${value}", id:"7"]`,
  },
  {
    name: "PHP print_r",
    accepts: (value) => !/[\r\n]/.test(value),
    render: (key, value) => `Array\n(\n    [id] => 7\n    [${key}] => ${value}\n    [ok] => 1\n)\n`,
  },
  {
    name: "PHP var_dump",
    render: (key, value) =>
      `array(2) {\n  ["${key}"]=>\n  string(${Buffer.byteLength(value)}) "${value}"\n  ["ok"]=>\n  bool(true)\n}\n`,
  },
  {
    name: "PHP var_export",
    render: (key, value) => `array (\n  'id' => 7,\n  '${key}' => ${php(value)},\n  'ok' => true,\n)`,
  },
  {
    name: "Rust struct",
    render: (key, value) => `Config { id: 7, ${snake(key)}: ${go(value)}, ok: true }`,
  },
  {
    name: "Rust Some",
    render: (key, value) => `Config { id: 7, ${snake(key)}: Some(${go(value)}), ok: true }`,
  },
  {
    name: "Elixir pairs",
    render: (key, value) => `[{"accept", "*/*"}, {"${snake(key)}", ${ruby(value)}}]`,
  },
  {
    name: "C# record",
    accepts: plain,
    render: (key, value) => `Config { Id = 7, ${pascal(key)} = ${value}, Ok = True }`,
  },
];
