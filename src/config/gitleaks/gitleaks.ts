// Reads a configuration of gitleaks, version 8 (https://github.com/gitleaks/gitleaks#configuration).
import { parse, TomlError } from "smol-toml";
import { didYouMean } from "../nearest.ts";
import type { OwnRule } from "../own-rules.ts";
import { type Allowed, type Allowlist, allowedBy } from "./allowlists.ts";
import { parseGoPattern } from "./go-pattern.ts";
import { hasOneOf, ownPatterns } from "./own-pattern.ts";

/** A rule that is not used, or that finds more than gitleaks does, and why. */
export interface Note {
  readonly rule: string;
  readonly reason: string;
  /** File, line and column, where that is known. */
  readonly place?: string;
}

export interface GitleaksRules {
  readonly rules: readonly OwnRule[];
  /** Values that the file allows for all rules: patterns of whole values. */
  readonly allowed: readonly string[];
  readonly unused: readonly Note[];
  readonly wider: readonly Note[];
}

/** What can be read of a file; every field may be missing or of another type. */
interface Config {
  readonly extend?: {
    readonly useDefault?: boolean;
    readonly path?: string;
    readonly disabledRules?: readonly string[];
  };
  readonly rules?: readonly GitleaksRule[];
  readonly allowlist?: Allowlist;
  readonly allowlists?: readonly Allowlist[];
}

interface GitleaksRule {
  readonly id?: string;
  readonly description?: string;
  readonly regex?: string;
  readonly path?: string;
  readonly secretGroup?: number;
  readonly entropy?: number;
  readonly keywords?: readonly string[];
  readonly required?: readonly unknown[];
  readonly allowlist?: Allowlist;
  readonly allowlists?: readonly Allowlist[];
}

/** The host's part: files, and the compiler. */
export interface GitleaksHost {
  /** The text of the file that another one extends. */
  readonly read: (path: string) => string;
  /** Compiles a rule, so that one that cannot work throws. */
  readonly compile: (rule: OwnRule) => void;
}

/** A file that is not a configuration of gitleaks; the message has the place. */
export class GitleaksError extends Error {
  override readonly name = "UsageError";
}

/** How deep files may extend others, as in gitleaks. */
const EXTENDS_MOST = 2;

/**
 * The rules of a file as rules of scrubjay. One that cannot be used is named with the reason.
 *
 * @param name What the file is called in messages
 * @throws GitleaksError with line and column for what is not TOML, or a field of another type
 */
export function readGitleaks(text: string, name: string, host: GitleaksHost, depth = 0): GitleaksRules {
  const config = parseConfig(text, name);
  const extended = extendedRules(config, name, host, depth);
  const ids = new Set((config.rules ?? []).map(({ id }) => id));
  const own = (config.rules ?? []).map((rule) => convert(rule, host));
  const global = [...(config.allowlists ?? []), ...(config.allowlist === undefined ? [] : [config.allowlist])]
    .filter(({ targetRules }) => targetRules === undefined)
    .map(allowedBy);
  const off = new Set(config.extend?.disabledRules);
  const isKept = ({ id }: { id: string }): boolean =>
    !off.has(id.slice("gitleaks/".length)) && !ids.has(id.slice("gitleaks/".length));
  return {
    rules: [...extended.rules.filter(isKept), ...own.flatMap(({ rules }) => rules)],
    allowed: [...extended.allowed, ...global.flatMap(({ values }) => values)],
    unused: [
      ...extended.unused,
      ...own
        .flatMap(({ unused }) => unused)
        .map((note) => ({ ...note, place: `${name}:${placeOf(text, note.rule)}` })),
    ],
    wider: [
      ...extended.wider,
      ...own.flatMap(({ wider }) => wider),
      ...global.flatMap(({ notes, within }) => [
        ...notes.map((reason) => ({ rule: "[allowlist]", reason })),
        ...(within.length > 0 ? [{ rule: "[allowlist]", reason: "is about lines, and for all rules" }] : []),
      ]),
    ],
  };
}

const NONE: GitleaksRules = { rules: [], allowed: [], unused: [], wider: [] };

function parseConfig(text: string, name: string): Config {
  let config: Config;
  try {
    config = parse(text) as Config;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split("\n")[0]!.replace(/^Invalid TOML document: /, "");
    throw new GitleaksError(`${name}:${error.line}:${error.column}: not TOML: ${reason}`);
  }
  const wrong = wrongField(config);
  if (wrong !== undefined) throw new GitleaksError(`${name}:${placeOf(text, wrong.id)}: ${wrong.message}`);
  if (FIELDS.every((field) => config[field] === undefined)) {
    const meant = Object.keys(config).map((field) => didYouMean(field, FIELDS));
    throw new GitleaksError(
      `${name}:1:1: no configuration of gitleaks: it has none of ${FIELDS.join(", ")}${meant.find((each) => each !== "") ?? ""}`,
    );
  }
  return config;
}

/** Of these, one is there. */
const FIELDS = ["rules", "extend", "allowlist", "allowlists"] as const;

/** A field of another type than gitleaks knows. */
function wrongField({ rules }: Config): { readonly id: unknown; readonly message: string } | undefined {
  if (rules !== undefined && !Array.isArray(rules))
    return { id: undefined, message: "rules must be [[rules]]" };
  for (const rule of rules ?? []) {
    const { id } = rule;
    const wrong = (Object.entries(TYPES) as [keyof GitleaksRule, string][]).find(([field, type]) => {
      const value = rule[field];
      return value !== undefined && (type === "list" ? !Array.isArray(value) : typeof value !== type);
    });
    if (wrong !== undefined) return { id, message: `rule ${id ?? ""}: ${wrong[0]} must be a ${wrong[1]}` };
    if (id === undefined) return { id, message: "a rule has no id" };
  }
  return undefined;
}

const TYPES: Readonly<Partial<Record<keyof GitleaksRule, string>>> = {
  id: "string",
  regex: "string",
  path: "string",
  secretGroup: "number",
  entropy: "number",
  keywords: "list",
};

/** The line and column of a rule. */
function placeOf(text: string, id: unknown): string {
  const lines = text.split("\n");
  const line = lines.findIndex((each) => /^\s*id\s*=\s*["'](.*)["']/.exec(each)?.[1] === id);
  return line < 0 ? "1:1" : `${line + 1}:${lines[line]!.search(/\S/) + 1}`;
}

function extendedRules({ extend }: Config, name: string, host: GitleaksHost, depth: number): GitleaksRules {
  if (extend === undefined) return NONE;
  if (extend.path !== undefined) {
    if (depth >= EXTENDS_MOST)
      throw new GitleaksError(`${name}: files extend each other more than ${EXTENDS_MOST} deep`);
    return readGitleaks(host.read(extend.path), extend.path, host, depth + 1);
  }
  if (!extend.useDefault) return NONE;
  const reason = "scrubjay does not have gitleaks' own rules; name their file, too: --gitleaks gitleaks.toml";
  return { ...NONE, unused: [{ rule: "[extend] useDefault", reason }] };
}

function convert(rule: GitleaksRule, host: GitleaksHost): GitleaksRules {
  const name = rule.id!;
  const unused = (reason: string): GitleaksRules => ({ ...NONE, unused: [{ rule: name, reason }] });
  if (rule.regex === undefined) {
    if (rule.path !== undefined) return unused("it looks at names of files alone");
    const meant = Object.keys(rule).map((field) => didYouMean(field, ["regex"]));
    return unused(`it has no regex${meant.find((each) => each !== "") ?? ""}`);
  }
  if (rule.required !== undefined && rule.required.length > 0)
    return unused("it asks for matches of other rules beside its own");
  const wider: string[] = rule.path === undefined ? [] : ["its path counts for nothing in a stream"];
  try {
    const node = parseGoPattern(rule.regex);
    const words = (rule.keywords ?? []).map((word) => word.toLowerCase());
    // A keyword that every match has says nothing.
    const keywords = words.length === 0 || hasOneOf(node, words) ? undefined : rule.keywords;
    const ownOf = (pattern: string): OwnRule => ({
      id: `gitleaks/${name.toLowerCase().replace(/[^a-z0-9-]+/g, "-")}`,
      ...(rule.description === undefined ? {} : { name: rule.description }),
      pattern,
      ...(rule.entropy === undefined || rule.entropy < 0.1 ? {} : { entropy: Math.min(8, rule.entropy) }),
      ...(keywords === undefined ? {} : { keywords }),
    });
    const rules = compileOne(
      (isWide) => ownPatterns(node, rule.secretGroup ?? 0, isWide).map(ownOf),
      listsOf(rule),
      host,
      wider,
    );
    return { ...NONE, rules, wider: [...new Set(wider)].map((reason) => ({ rule: name, reason })) };
  } catch (error) {
    return unused((error as Error).message.replace(/^rule [^:]*: /, ""));
  }
}

function listsOf({ allowlist, allowlists = [] }: GitleaksRule): readonly Allowed[] {
  return [...allowlists, ...(allowlist === undefined ? [] : [allowlist])].map(allowedBy);
}

/**
 * What of a rule compiles, with what its own allowlists leave as far as a match shows that. Most do as they are, so that
 * is tried first: each time takes milliseconds.
 *
 * @param patternsOf The rule's patterns, with counts without an end where `isWide`
 */
function compileOne(
  patternsOf: (isWide: boolean) => readonly OwnRule[],
  lists: readonly Allowed[],
  host: GitleaksHost,
  wider: string[],
): readonly OwnRule[] {
  const whole = tried(() => {
    const all = patternsOf(false).map((each) => lists.reduce(withAllowed, each));
    for (const each of all) compileAllowed(each, lists, host);
    return all;
  });
  if (whole !== undefined) {
    wider.push(...lists.flatMap(({ notes }) => notes));
    return whole;
  }
  const compiled = (isWide: boolean): readonly OwnRule[] => {
    const rules = patternsOf(isWide);
    for (const each of rules) host.compile(each);
    return rules;
  };
  let rules = tried(() => compiled(false));
  if (rules === undefined) {
    rules = compiled(true);
    wider.push("its counts have no end, as they need too many states");
  }
  return rules.map((each) => allowing(each, lists, host, wider));
}

function tried<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** The longest rule that is tried with patterns of whole matches: a longer one takes the states of both together. */
const WITHIN_MOST = 1_000;

function compileAllowed(rule: OwnRule, lists: readonly Allowed[], host: GitleaksHost): void {
  const hasWithin = lists.some(({ within }) => within.length > 0);
  if (hasWithin && JSON.stringify(rule).length > WITHIN_MOST) throw new RangeError();
  host.compile(rule);
}

/** With those of the lists that compile, one after the other. */
function allowing(rule: OwnRule, lists: readonly Allowed[], host: GitleaksHost, wider: string[]): OwnRule {
  let allowed = rule;
  for (const list of lists) {
    wider.push(...list.notes);
    if (list.values.length + list.within.length === 0) continue;
    const next = withAllowed(allowed, list);
    try {
      compileAllowed(next, [list], host);
      allowed = next;
    } catch {
      wider.push("an allowlist needs too many states");
    }
  }
  return allowed;
}

function withAllowed(rule: OwnRule, { values, within }: Allowed): OwnRule {
  if (!("pattern" in rule)) return rule;
  const { allow = [], not } = rule;
  const nots = [...(not === undefined ? [] : [not]), ...within];
  return {
    ...rule,
    ...(values.length > 0 && { allow: [...allow, ...values.map((pattern) => ({ pattern }))] }),
    ...(nots.length > 0 && { not: nots.map((each) => `(?:${each})`).join("|") }),
  };
}
