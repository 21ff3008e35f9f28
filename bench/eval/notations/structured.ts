import { go, json, ruby } from "../escape.ts";
import { camel, kebab, pascal, snake, upper } from "../keys.ts";
import type { Kind, Notation } from "../notations.ts";

const oneLine = (value: string) => !/[\r\n]/.test(value);
const word = (value: string) => /^[^\s,;&|'"`<>()[\]{}\\]+$/.test(value);
const simple = (value: string) => /^[\x21-\x7e ]+$/.test(value) && !/["\\]/.test(value);
const named: Kind[] = ["key", "shape"];

/** Languages' printers beside those in `languages.ts`. */
export const structuredNotations: Notation[] = [
  { name: "TOML", kinds: named, render: (key, value) => `[app]\nid = 7\n${snake(key)} = "${json(value)}"\n` },
  {
    name: "HCL",
    kinds: named,
    render: (key, value) => `  + id       = 7\n  + ${snake(key)} = "${json(value)}"\n`,
  },
  {
    name: "HCL, a change",
    kinds: named,
    accepts: simple,
    render: (key, value) => `  ~ ${snake(key)} = "${value}" -> (sensitive value)\n`,
  },
  {
    name: "Kotlin data class",
    kinds: named,
    accepts: word,
    render: (key, value) => `Config(id=7, ${camel(key)}=${value}, ok=true)`,
  },
  {
    name: "Swift struct",
    kinds: named,
    render: (key, value) => `Config(id: 7, ${camel(key)}: ${go(value)}, ok: true)`,
  },
  {
    name: "Swift optional",
    kinds: named,
    render: (key, value) => `Config(id: 7, ${camel(key)}: Optional(${go(value)}), ok: true)`,
  },
  {
    name: "Dart map",
    kinds: named,
    accepts: word,
    render: (key, value) => `{id: 7, ${camel(key)}: ${value}, ok: true}`,
  },
  {
    name: "Lua table",
    kinds: named,
    render: (key, value) => `{ ["id"] = 7, ["${snake(key)}"] = ${go(value)}, }`,
  },
  {
    name: "Perl Data::Dumper",
    kinds: named,
    accepts: (value) => oneLine(value) && !/['\\]/.test(value),
    render: (key, value) =>
      `$VAR1 = {\n          'id' => 7,\n          '${snake(key)}' => '${value}'\n        };\n`,
  },
  { name: "Elixir map", render: (key, value) => `%{"${snake(key)}" => ${ruby(value)}, "id" => 7}` },
  {
    name: "Elixir struct",
    kinds: named,
    render: (key, value) => `%Config{id: 7, ${snake(key)}: ${ruby(value)}}`,
  },
  {
    name: "Erlang map",
    kinds: named,
    accepts: simple,
    render: (key, value) => `#{id => 7,${snake(key)} => <<"${value}">>,ok => true}`,
  },
  {
    name: "Erlang proplist",
    kinds: named,
    accepts: simple,
    render: (key, value) => `[{id,7},{${snake(key)},"${value}"}]`,
  },
  { name: "EDN", kinds: named, render: (key, value) => `{:id 7, :${kebab(key)} ${go(value)}, :ok true}` },
  {
    name: "Haskell record",
    kinds: named,
    render: (key, value) => `Config {cfgId = 7, ${camel(key)} = ${go(value)}, ok = True}`,
  },
  {
    name: "Haskell Maybe",
    kinds: named,
    render: (key, value) => `Config {cfgId = 7, ${camel(key)} = Just ${go(value)}, ok = True}`,
  },
  {
    name: "OCaml record",
    kinds: named,
    render: (key, value) => `{ id = 7; ${snake(key)} = ${go(value)}; ok = true }`,
  },
  {
    name: "Java Optional",
    kinds: named,
    accepts: word,
    render: (key, value) => `Config[id=7, ${camel(key)}=Optional[${value}], ok=true]`,
  },
  {
    name: "pydantic SecretStr",
    kinds: named,
    accepts: simple,
    render: (key, value) => `Config(id=7, ${snake(key)}=SecretStr("${value}"), ok=True)`,
  },
  {
    name: "Serilog object",
    kinds: named,
    render: (key, value) => `Config { Id: 7, ${pascal(key)}: ${go(value)}, Ok: True }`,
  },
  {
    name: "setter in source",
    kinds: named,
    accepts: simple,
    render: (key, value) => `client.set${pascal(key)}("${value}");\n`,
  },
  {
    name: "#define",
    kinds: named,
    accepts: simple,
    render: (key, value) => `#define ${upper(key)} "${value}"\n`,
  },
];
