import type { Choices } from "../choices.ts";
import { attack } from "./attack.ts";
import { innocentName, plainValue, sample, sensitiveName } from "./words.ts";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

const numbers: readonly number[] = [
  481516234242,
  0,
  7,
  1234,
  481516,
  -1,
  1.5,
  1e21,
  1e-7,
  1797693134862,
  0.1,
  -0.5,
  2 ** 70,
];

// biome-ignore format: a list
const words: readonly string[] = [
  "x", "ok", "ann", "a.example", "GET /v1/items 200", "2026-03-02T09:14:01.118Z", "10.0.0.7", "", "payment failed", "\ud800", "x\udc00", "\u0000",
];

/** Most members and elements of one container. */
const MAX_MEMBERS = 5;

/** Pairs of names under which one member names what another holds. */
const pairs: readonly (readonly [name: string, value: string])[] = [
  ["name", "value"],
  ["key", "value"],
  ["Name", "Value"],
  ["Key", "Value"],
  ["field", "value"],
  ["header", "value"],
  ["ParameterKey", "ParameterValue"],
  ["name", "newValue"],
  ["type", "value"],
  ["path", "value"],
  ["param", "value"],
  ["NAME", "VALUE"],
  ["parameter_key", "parameter_value"],
  ["k", "v"],
  ["label", "text"],
  ["attribute", "content"],
  ["variable", "val"],
  ["id", "value"],
  ["option", "argument"],
  ["setting", "value"],
  ["fieldName", "newVal"],
  ["env", "value"],
  ["op", "value"],
];

function aString(choices: Choices, depth: number): string {
  switch (choices.below(11)) {
    case 0:
      return choices.pick(words);
    case 1:
    case 2:
      return plainValue(choices);
    case 3:
    case 4:
    case 5:
    case 6:
      return attack(choices);
    case 7:
      return sample(choices);
    case 8:
      return sensitiveName(choices);
    case 9:
      return `user:${plainValue(choices)}${choices.pick(["", "\n", "\r\npassword: ", "\n  "])}`;
    default:
      return depth > 0 ? JSON.stringify(container(choices, depth - 1)) : attack(choices);
  }
}

function aName(choices: Choices): string {
  switch (choices.below(8)) {
    case 0:
    case 1:
    case 2:
      return innocentName(choices);
    case 7:
      return attack(choices);
    default:
      return sensitiveName(choices);
  }
}

function aValue(choices: Choices, depth: number): Json {
  const kind = choices.below(depth > 0 ? 14 : 9);
  if (kind < 7) return aString(choices, depth);
  if (kind === 7) return choices.pick(numbers);
  if (kind === 8) return choices.pick([null, true, false]);
  return container(choices, depth - 1);
}

/** Members that belong together: an answer of a form's check, an audit entry, a patch, a request's options. */
function aRecord(choices: Choices): Json {
  const name = choices.isOneOf(4) ? innocentName(choices) : sensitiveName(choices);
  const value: Json = choices.isOneOf(4) ? choices.pick([...numbers, null, true]) : plainValue(choices);
  return choices.pick<() => Json>([
    () => ({ type: "field", value, msg: "Invalid value", path: name, location: "body" }),
    () => ({ field: name, oldValue: value, newValue: plainValue(choices) }),
    () => ({ op: "replace", path: `/users/0/${name}`, value }),
    () => ({ host: "a.example", auth: `ann:${plainValue(choices)}` }),
    () => ({ [name]: { value, type: "string" } }),
    () => ({ [name]: [value, plainValue(choices)], note: "x" }),
    () => ({ argv: ["deploy", `--${name}`, plainValue(choices), "-v"] }),
    () => ({ headers: [name, plainValue(choices), "Accept", "*/*"] }),
    () => ({ kty: "EC", crv: "P-256", x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU" }),
  ])();
}

function anObject(choices: Choices, depth: number): Json {
  const members = choices.list(2, MAX_MEMBERS, () => [aName(choices), aValue(choices, depth)] as const);
  return objectOf(members);
}

/** `__proto__` is a member like any other. */
export function objectOf(members: Iterable<readonly [name: string, value: Json]>): Json {
  return Object.fromEntries(members);
}

function aPair(choices: Choices, depth: number): Json {
  const [name, value] = choices.pick(pairs);
  const members: (readonly [string, Json])[] = [
    [name, choices.isOneOf(4) ? innocentName(choices) : sensitiveName(choices)],
    ...choices.list(1, 2, () => [innocentName(choices), aValue(choices, 0)] as const),
    [value, aValue(choices, choices.isOneOf(4) ? depth : 0)],
  ];
  return objectOf(choices.isOneOf(4) ? members.reverse() : members);
}

const commands: readonly (readonly string[])[] = [
  ["deploy", "--password"],
  ["mysql", "-u", "root", "-phunter22x"],
  ["curl", "-u", "ann:hunter22x"],
  ["--token"],
  ["redis-cli", "-a"],
  ["docker", "login", "-p"],
  ["psql", "--db-password"],
  ["mysqldump", "-u", "root", "-phunter22x", "shop"],
  ["openssl", "pkcs12", "-passin", "pass:hunter22x"],
  ["sshpass", "-p", "hunter22x", "ssh", "a.example"],
  ["wget", "--http-password=hunter22x"],
  ["PGPASSWORD=hunter22x", "psql"],
];

function anArray(choices: Choices, depth: number): Json {
  switch (choices.below(5)) {
    case 0:
    case 1:
      return choices.list(2, MAX_MEMBERS, () => aValue(choices, depth));
    case 2:
      return [...choices.pick(commands), ...choices.list(2, MAX_MEMBERS, () => aString(choices, 0))];
    case 3:
      // `rawHeaders`, or pairs of a name and a value.
      return choices
        .list(2, 3, () => [
          choices.isOneOf(3) ? innocentName(choices) : sensitiveName(choices),
          plainValue(choices),
        ])
        .flat(choices.below(2));
    default:
      return choices.list(2, 3, () => aPair(choices, depth));
  }
}

/** An object or an array, so deep at most. */
export function container(choices: Choices, depth: number): Json {
  const kind = choices.below(7);
  if (kind === 6) return aRecord(choices);
  if (kind < 4) return anObject(choices, depth);
  return kind === 4 ? anArray(choices, depth) : aPair(choices, depth);
}

/** A document with the kernel's anchors in all its names and strings, JSON in strings three deep. */
export function document(choices: Choices, isOverLines = false): Json {
  const value = container(choices, 3);
  return choices.isOneOf(60) ? deep(choices, value, isOverLines ? OVER_LINES : IN_LINE) : value;
}

/** Far more levels than anyone counts. */
const IN_LINE = 300;
/** A pair reaches over 320 characters, and what indents its lines is some of them. */
const OVER_LINES = 12;

function deep(choices: Choices, value: Json, most: number): Json {
  const levels = choices.below(most);
  const isList = choices.isOneOf(2);
  let out = value;
  for (let i = 0; i < levels; i++) out = isList ? [out] : { a: out };
  return out;
}
