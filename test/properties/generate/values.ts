import { inspect } from "node:util";
import type { Json } from "./documents.ts";
import * as escapes from "./escapes.ts";

export type Member = readonly [name: string, value: Json];

/** A notation for members that hold containers, too. */
export interface ValueNotation {
  readonly name: string;
  render(members: readonly Member[]): string;
}

function nested(
  value: Json,
  quote: escapes.Quoting,
  arrow: string,
  literals: readonly [string, string, string],
): string {
  if (typeof value === "string") return quote(value);
  if (value === null || typeof value === "boolean") return literals[value === null ? 0 : value ? 1 : 2];
  if (typeof value === "number") return String(value);
  const inner = (each: Json): string => nested(each, quote, arrow, literals);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(inner).join(", ")}]`;
  return `{${Object.entries(value)
    .map(([name, each]) => `${quote(name)}${arrow}${inner(each as Json)}`)
    .join(", ")}}`;
}

const json = (members: readonly Member[], indent?: number): string =>
  JSON.stringify(Object.fromEntries(members), null, indent);

const inspected = (members: readonly Member[]): string =>
  inspect(Object.fromEntries(members), {
    depth: null,
    breakLength: Infinity,
    compact: true,
    maxArrayLength: null,
    maxStringLength: null,
  });

// biome-ignore format: a table
export const valueNotations: readonly ValueNotation[] = [
  { name: "JSON", render: (members) => json(members) },
  { name: "JSON, indented", render: (members) => json(members, 2) },
  { name: "JSON in JSON", render: (members) => JSON.stringify({ msg: json(members), n: 1 }) },
  { name: "util.inspect", render: inspected },
  { name: "util.inspect in JSON", render: (members) => JSON.stringify({ msg: inspected(members), n: 1 }) },
  { name: "Python dict", render: (members) => nested(Object.fromEntries(members), escapes.python, ": ", ["None", "True", "False"]) },
  { name: "Ruby inspect", render: (members) => nested(Object.fromEntries(members), escapes.ruby, "=>", ["nil", "true", "false"]) },
  { name: "Ruby 3.4 inspect", render: (members) => nested(Object.fromEntries(members), escapes.ruby, " => ", ["nil", "true", "false"]) },
  { name: "PHP", render: (members) => nested(Object.fromEntries(members), escapes.php, " => ", ["NULL", "true", "false"]).replace(/[\r\n]/g, " ") },
  { name: "JSON in logfmt", render: (members) => members.map(([name, value]) => `${name}=${escapes.go(typeof value === "string" ? value : JSON.stringify(value))}`).join(" ") },
  { name: "JSON in an element", render: (members) => `<user>${members.map(([name, value]) => `<${name}>${escapes.xml(typeof value === "string" ? value : JSON.stringify(value))}</${name}>`).join("")}</user>` },
  { name: "JSON in a parameter", render: (members) => `GET /?${members.map(([name, value]) => `${name}=${escapes.url(typeof value === "string" ? value : JSON.stringify(value))}`).join("&")} HTTP/1.1` },
];
