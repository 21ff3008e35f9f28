import type { Node } from "./node.ts";

/**
 * The name of each element of an array that pairs names with values, or `undefined` for an ordinary
 * array, whose elements all inherit its own name.
 *
 * Three shapes that logs really hold: Node's `rawHeaders`, an entry of `Object.entries(headers)`, and the
 * arguments of a child process (`["--password", "…"]`).
 *
 * @param inArray Whether the array is itself an element: an entry counts as one only then, or the list of
 *   columns `["password", "email"]` would lose its second name.
 */
export function elementNames(
  elements: readonly unknown[],
  name: string | undefined,
  inArray: boolean,
): readonly (string | undefined)[] | undefined {
  if (elements.length < 2 || typeof elements[0] !== "string") return undefined;
  if (inArray && elements.length === 2 && isEntryValue(elements[1])) return [undefined, elements[0]];
  if (name !== undefined && RAW_HEADERS.test(name) && isPairs(elements)) {
    return elements.map((_, i) => (i % 2 === 1 ? (elements[i - 1] as string) : undefined));
  }
  return flagNames(elements, name);
}

const RAW_HEADERS = /rawheaders$/i;

/** A number next to a word is a count (`["token", 3]`), not the value of a header. */
function isEntryValue(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

function isPairs(elements: readonly unknown[]): boolean {
  return elements.length % 2 === 0 && elements.every((element) => typeof element === "string");
}

function flagNames(
  elements: readonly unknown[],
  name: string | undefined,
): (string | undefined)[] | undefined {
  let names: (string | undefined)[] | undefined;
  for (let i = 0; i + 1 < elements.length; i++) {
    const element = elements[i];
    if (typeof element !== "string" || !element.startsWith("--") || element.includes("=")) continue;
    names ??= new Array<string | undefined>(elements.length).fill(name);
    names[i + 1] = element.slice(2);
  }
  return names;
}

/** Private members of a JSON Web Key (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1): their own names say nothing. */
const JWK_PRIVATE = /^(?:d|p|q|dp|dq|qi|k)$/;

/** The name under which the property `key` of an object stands. */
export function propertyName(node: Node, key: PropertyKey): string | undefined {
  if (typeof key === "symbol") return key.description;
  if (key === "value") return pairName(node);
  if (JWK_PRIVATE.test(String(key)) && node.keys.includes("kty")) return "private jwk";
  return String(key);
}

/**
 * The name under which the `value` of `{ name: "Authorization", value: "…" }` stands: how HAR files, form
 * fields and Kubernetes environments write a pair.
 */
function pairName(node: Node): string {
  for (const key of ["name", "key"]) {
    const at = node.keys.indexOf(key);
    if (at >= 0 && typeof node.values[at] === "string") return node.values[at];
  }
  return "value";
}
