import { json, xml, yamlSingle } from "../escape.ts";
import { camel, kebab, pascal, snake, upper } from "../keys.ts";
import type { Notation } from "../notations.ts";

const oneLine = (value: string) => !/[\r\n]/.test(value);

/** A plain YAML scalar: no indicator in front, no `: ` and no ` #` inside. */
const plainYaml = (value: string) => /^[A-Za-z0-9/+._$(=-][^\r\n]*$/.test(value) && !/: | #|:$/.test(value);

export const fileNotations: Notation[] = [
  {
    name: "YAML",
    accepts: plainYaml,
    render: (key, value) => `app:\n  id: 7\n  ${key}: ${value}\n  ok: true\n`,
  },
  { name: "YAML, double quotes", render: (key, value) => `id: 7\n${key}: "${json(value)}"\nok: true\n` },
  {
    name: "YAML, single quotes",
    accepts: oneLine,
    render: (key, value) => `id: 7\n${key}: ${yamlSingle(value)}\nok: true\n`,
  },
  {
    name: "YAML, block",
    render: (key, value) => `id: 7\n${key}: |\n  ${value.replaceAll("\n", "\n  ")}\nok: true\n`,
  },
  {
    name: "YAML, name and value",
    accepts: plainYaml,
    kinds: ["key", "shape"],
    render: (key, value) =>
      `env:\n  - name: ${upper(key)}\n    value: ${value}\n  - name: TZ\n    value: UTC\n`,
  },
  {
    name: "XML element",
    render: (key, value) =>
      `<config><id>7</id><${camel(key)}>${xml(value)}</${camel(key)}><ok>1</ok></config>`,
  },
  { name: "XML attribute", render: (key, value) => `<user id="7" ${camel(key)}="${xml(value)}" ok="1"/>` },
  {
    name: "XML, key and value attributes",
    render: (key, value) => `<add key="${pascal(key)}" value="${xml(value)}" /><add key="id" value="7" />`,
  },
  {
    name: "HTML-escaped JSON",
    json: false,
    render: (key, value) => `<pre>${xml(JSON.stringify({ id: 7, [key]: value, ok: true }))}</pre>`,
  },
  {
    name: "HTML-escaped JSON, numeric",
    render: (key, value) =>
      `<pre>${xml(JSON.stringify({ id: 7, [key]: value, ok: true })).replaceAll("&quot;", "&#34;")}</pre>`,
  },
  {
    name: ".env",
    accepts: (value) => /^[^\s'"#`$\\]+$/.test(value),
    kinds: ["key", "shape"],
    render: (key, value) => `PORT=8080\n${upper(key)}=${value}\nTZ=UTC\n`,
  },
  {
    name: ".env, quoted",
    accepts: (value) => !/[\r\n"\\$`]/.test(value),
    render: (key, value) => `PORT=8080\n${upper(key)}="${value}"\nTZ=UTC\n`,
  },
  {
    name: "CGI environment",
    kinds: ["header"],
    accepts: oneLine,
    render: (key, value) => `HTTP_HOST=a.example\nHTTP_${upper(key)}=${value}\nSERVER_PORT=80\n`,
  },
  {
    name: "INI",
    accepts: (value) => oneLine(value) && !/^["']|[;#]/.test(value),
    kinds: ["key", "shape"],
    render: (key, value) => `[app]\nport = 8080\n${snake(key)} = ${value}\ntz = UTC\n`,
  },
  {
    name: "Java properties",
    accepts: oneLine,
    kinds: ["key", "shape"],
    render: (key, value) =>
      `app.port=8080\napp.${kebab(key)}=${value.replaceAll("\\", "\\\\")}\napp.tz=UTC\n`,
  },
];
