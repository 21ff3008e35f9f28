import { form, shellDouble, shellSingle } from "../escape.ts";
import { header, kebab, snake, upper } from "../keys.ts";
import type { Notation } from "../notations.ts";

const oneLine = (value: string) => !/[\r\n]/.test(value);
const bare = (value: string) => /^[A-Za-z0-9@%_+=:,./~-]+$/.test(value) && !value.startsWith("-");

export const commandNotations: Notation[] = [
  {
    name: "shell flag, space",
    kinds: ["key", "shape"],
    accepts: bare,
    render: (key, value) => `+ deploy --region eu --${kebab(key)} ${value} --verbose\n`,
  },
  {
    name: "shell flag, =",
    kinds: ["key", "shape"],
    accepts: bare,
    render: (key, value) => `+ deploy --region=eu --${kebab(key)}=${value} --verbose\n`,
  },
  {
    name: "shell flag, quoted",
    kinds: ["key", "shape"],
    accepts: oneLine,
    render: (key, value) => `+ deploy --region eu --${kebab(key)} ${shellSingle(value)} --verbose\n`,
  },
  {
    name: "shell assignment",
    kinds: ["key", "shape"],
    accepts: oneLine,
    render: (key, value) => `export ${upper(key)}=${shellDouble(value)} && ./run --id 7\n`,
  },
  {
    name: "argv in JSON",
    json: true,
    kinds: ["key", "shape"],
    accepts: (value) => !value.startsWith("-"),
    render: (key, value) => JSON.stringify({ argv: ["deploy", `--${kebab(key)}`, value, "--verbose"] }),
  },
  {
    name: 'curl -H ""',
    accepts: oneLine,
    render: (key, value) => `curl -s -H ${shellDouble(`${header(key)}: ${value}`)} https://a.example/v1\n`,
  },
  {
    name: "curl -H ''",
    accepts: oneLine,
    render: (key, value) => `curl -s -H ${shellSingle(`${header(key)}: ${value}`)} https://a.example/v1\n`,
  },
  {
    name: "curl -u",
    kinds: ["key"],
    accepts: bare,
    render: (_key, value) => `curl -s -u deploy:${value} https://a.example/v1\n`,
  },
  {
    name: "query string",
    kinds: ["key", "shape"],
    render: (key, value) => `GET /v1/items?id=7&${snake(key)}=${encodeURIComponent(value)}&page=2 HTTP/1.1`,
  },
  {
    name: "form",
    kinds: ["key", "shape"],
    render: (key, value) => `grant_type=x&id=7&${snake(key)}=${form(value)}&scope=read`,
  },
  {
    name: "query string in JSON, \\u0026",
    json: true,
    kinds: ["key", "shape"],
    render: (key, value) =>
      `{"url":"/v1?id=7\\u0026${snake(key)}=${encodeURIComponent(value)}\\u0026page=2"}`,
  },
  {
    name: "query string, &amp;",
    kinds: ["key", "shape"],
    render: (key, value) => `<a href="/v1?id=7&amp;${snake(key)}=${encodeURIComponent(value)}&amp;page=2">`,
  },
  {
    name: "query string, percent-encoded",
    kinds: ["key", "shape"],
    render: (key, value) =>
      `/login?next=${encodeURIComponent(`/v1?id=7&${snake(key)}=${encodeURIComponent(value)}&page=2`)}&ok=1`,
  },
  {
    name: "JSON, percent-encoded",
    render: (key, value) =>
      `/v1?q=${encodeURIComponent(JSON.stringify({ id: 7, [key]: value, ok: true }))}&page=2`,
  },
  {
    name: "URL userinfo",
    whole: true,
    kinds: ["key"],
    render: (_key, value) =>
      `connect to https://deploy:${encodeURIComponent(value)}@db.example:5432/app failed`,
  },
  {
    name: "connection string",
    kinds: ["key"],
    accepts: (value) => /^[^\s;'"{}]+$/.test(value),
    render: (_key, value) => `Server=db.example;Database=app;User Id=deploy;Password=${value};Encrypt=true`,
  },
  {
    name: "libpq",
    kinds: ["key"],
    accepts: (value) => !/[\r\n'\\]/.test(value),
    render: (_key, value) => `host=db.example user=deploy password='${value}' dbname=app`,
  },
  {
    name: "JDBC",
    kinds: ["key"],
    render: (_key, value) =>
      `jdbc:postgresql://db.example/app?user=deploy&password=${encodeURIComponent(value)}&ssl=true`,
  },
];
