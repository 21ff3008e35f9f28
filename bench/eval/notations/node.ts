import { inspect } from "node:util";
import { header, kebab } from "../keys.ts";
import type { Notation } from "../notations.ts";

const print = (value: unknown, options?: object) =>
  inspect(value, { depth: null, maxStringLength: null, ...options });

export const nodeNotations: Notation[] = [
  { name: "util.inspect", render: (key, value) => print({ id: 7, [key]: value, ok: true }) },
  {
    name: "util.inspect, nested",
    render: (key, value) => print({ req: { headers: { [kebab(key)]: value } } }),
  },
  {
    name: "util.inspect, one line",
    render: (key, value) => print({ id: 7, [key]: value, ok: true }, { breakLength: Infinity }),
  },
  {
    name: "util.inspect, array value",
    bracketed: true,
    render: (key, value) => print({ id: 7, [key]: [value], ok: true }),
  },
  {
    name: "util.inspect, rawHeaders",
    render: (key, value) => print({ rawHeaders: ["Host", "a.example", header(key), value, "Accept", "*/*"] }),
  },
  {
    name: "util.inspect, Map",
    render: (key, value) =>
      print(
        new Map([
          ["accept", "*/*"],
          [key, value],
          ["id", "7"],
        ]),
      ),
  },
  {
    name: "util.inspect, Headers",
    accepts: (value) => /^[\t\x20-\x7e]+$/.test(value) && value.trim() === value,
    render: (key, value) => print(new Headers({ accept: "*/*", [kebab(key)]: value, "x-id": "7" })),
  },
  {
    name: "util.inspect, {name, value}",
    render: (key, value) => print({ headers: [{ name: header(key), value }] }),
  },
  {
    name: "util.inspect, colours",
    render: (key, value) => print({ id: 7, [key]: value, ok: true }, { colors: true }),
  },
  {
    name: "util.inspect in a JSON string",
    json: true,
    render: (key, value) => JSON.stringify({ msg: print({ id: 7, [key]: value, ok: true }) }),
  },
  {
    name: "JavaScript source",
    kinds: ["key", "shape"],
    render: (key, value) => `const ${key} = ${JSON.stringify(value)};`,
  },
];
