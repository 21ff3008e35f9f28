import { parseArgs } from "node:util";
import { didYouMean } from "../../config/nearest.ts";

/** A flag, for the parser and the help text. */
export interface Flag {
  readonly name: string;
  readonly short?: string;
  /** The name of its value; a flag without one takes no value. */
  readonly value?: string;
  /** Whether its value may be left out; a value follows `=`. */
  readonly isOptional?: true;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** The forms of its value, for the help text. */
  readonly forms?: readonly string[];
  /** One more line of the help text. */
  readonly more?: string;
  readonly help: string;
}

/** A wrong command line; the message is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What stands on a command line. */
export interface ReadFlags {
  /** The values of each flag that was given, in their order; `""` for one without a value. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
  /** What follows `--`; undefined if that is missing. */
  readonly rest: readonly string[] | undefined;
}

/**
 * Reads flags by their table, in any order with operands.
 *
 * @param othersWith The commands that take a flag of this name, for a message
 * @throws {UsageError} If a flag is unknown, has no value or has one that is not allowed.
 */
export function readFlags(
  args: readonly string[],
  flags: readonly Flag[],
  othersWith: (name: string) => readonly string[] = () => [],
): ReadFlags {
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  let rest: readonly string[] | undefined;
  // Not strict, and read as tokens: Node's own messages have several lines and name no alternatives.
  const parsed = () =>
    parseArgs({ args: [...args], options: parserOptions(flags), strict: false, tokens: true });
  // Without arguments, Node need not load its parser: 1 ms of the start.
  for (const token of args.length === 0 ? [] : parsed().tokens) {
    if (token.kind === "option-terminator") rest = args.slice(token.index + 1);
    if (token.kind === "positional" && rest === undefined) operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = flags.find(({ name }) => name === token.name);
    if (flag === undefined) throw new UsageError(unknownFlag(token.rawName, flags, othersWith(token.name)));
    const given = values.get(flag.name) ?? [];
    values.set(flag.name, [...given, checkedValue(flag, token.rawName, token.value)]);
  }
  return { values, operands, rest };
}

function unknownFlag(given: string, flags: readonly Flag[], others: readonly string[]): string {
  const names = flags.map((flag) => flag.name);
  const meant =
    others.length > 0
      ? `: that is a flag of ${listed(others)}`
      : didYouMean(given.replace(/^-+/, ""), names, (each) => `--${each}`);
  // All of them are two dozen: a list for who is nowhere near.
  if (meant !== "") return `unknown flag ${given}${meant}`;
  return `unknown flag ${given}; allowed are ${names.map((each) => `--${each}`).join(", ")}`;
}

/** @example listed(["a", "b", "c"]) // "a, b and c" */
function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), names.at(-1)].filter((part) => part !== "").join(" and ");
}

function parserOptions(
  flags: readonly Flag[],
): Record<string, { type: "string" | "boolean"; short?: string }> {
  return Object.fromEntries(
    flags.map((flag) => [
      flag.name,
      {
        type: flag.value === undefined || flag.isOptional ? "boolean" : "string",
        ...(flag.short === undefined ? {} : { short: flag.short }),
      },
    ]),
  );
}

function checkedValue(flag: Flag, given: string, value: string | undefined): string {
  if (flag.value === undefined) {
    if (value !== undefined) throw new UsageError(`${given} takes no value`);
    return "";
  }
  if (value === undefined && flag.isOptional) return "";
  if (value === undefined || value === "")
    throw new UsageError(`${given} needs a value: ${given} ${flag.value}`);
  if (flag.choices !== undefined && !flag.choices.includes(value))
    throw new UsageError(
      `${given}=${JSON.stringify(value)} is unknown; allowed are ${flag.choices.join(", ")}`,
    );
  return value;
}

/**
 * The items of a flag's lists, which are separated by commas; undefined if it was not given.
 *
 * @throws {UsageError} If there is none
 */
export function listOf(name: string, values: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const given = values.get(name);
  if (given === undefined) return undefined;
  const items = given.flatMap((list) => list.split(",")).map((item) => item.trim());
  const list = items.filter((item) => item !== "");
  if (list.length === 0) throw new UsageError(`--${name} needs at least one name`);
  return list;
}

/** The help text of flags: a row for each. */
export function flagRows(flags: readonly Flag[]): string {
  const lefts = flags.map((flag) => {
    const short = flag.short === undefined ? "    " : `-${flag.short}, `;
    const value = flag.isOptional ? `[=${flag.value}]` : flag.value && ` ${flag.value}`;
    return `  ${short}--${flag.name}${value ?? ""}`;
  });
  const width = Math.max(...lefts.map(({ length }) => length)) + 1;
  const rows = flags.map(({ forms, more, help }, i) => {
    const next = [forms?.join(", "), more].filter((text) => text !== undefined);
    return [lefts[i]!.padEnd(width) + help, ...next.map((text) => " ".repeat(width) + text)].join("\n");
  });
  return rows.join("\n");
}
