import type { Quoting } from "./escapes.ts";

export type Field = readonly [name: string, value: string | number | boolean];

/** A notation for fields of which one may hold anything. */
export interface Notation {
  readonly name: string;
  render(fields: readonly Field[]): string;
  /** It cannot hold line ends, neither as they are nor escaped. */
  readonly oneLine?: true;
  /** Nothing says where a value ends but what follows it: it is one word, or goes on to the line's end. */
  readonly isBare?: true;
  /** Nothing but the next name, or a blank, says where a value ends: what is found at its end may go on into the next. */
  readonly isOpen?: true;
  /** Its first line names the columns: nothing stands in front of it. */
  readonly hasHeading?: true;
  /** A field's name may be anything, too. */
  readonly anyName?: true;
}

/** Members written one by one, strings in quotes. */
export function members(
  fields: readonly Field[],
  quote: Quoting,
  member: (name: string, value: string) => string,
  join: string,
): string {
  return fields
    .map(([name, value]) => member(name, typeof value === "string" ? quote(value) : String(value)))
    .join(join);
}

/** As it is. */
export const bare: Quoting = (text) => text;

export const camel = (name: string): string => name.replace(/[-_](\w)/g, (_, c: string) => c.toUpperCase());

export const pascal = (name: string): string => camel(name).replace(/^\w/, (c) => c.toUpperCase());

export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`).replaceAll("-", "_");

export const kebab = (name: string): string => snake(name).replaceAll("_", "-");

export const header = (name: string): string => kebab(name).split("-").map(pascal).join("-");
