// The settings of the playground, and how they look as code, as a configuration file, as flags and in a link.

/** What a person can set. Lists are as they are typed: separated by commas. */
export interface Settings {
  readonly rules: string;
  /** Rules of one's own, as JSON. */
  readonly own: string;
  readonly keys: string;
  /** One value a line, as values may have commas in them. */
  readonly allow: string;
  readonly censor: CensorChoice;
  /** For the censor `text`. */
  readonly text: string;
}

export const CENSORS = ["redacted", "label", "mask", "keepLast", "claims", "remove", "text"] as const;
export type CensorChoice = (typeof CENSORS)[number];

export const DEFAULTS: Settings = {
  rules: "",
  own: "",
  keys: "",
  allow: "",
  censor: "redacted",
  text: "(gone)",
};

/** Options of `createRedactor` that are JSON. */
export interface JsonOptions {
  readonly rules?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly allow?: readonly string[];
  readonly censor?: string | object;
}

const listOf = (text: string): readonly string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

/** @throws {Error} For rules of one's own that are not a list in JSON */
export function optionsOf(settings: Settings): JsonOptions {
  const rules = [...listOf(settings.rules), ...ownRules(settings.own)];
  const keys = listOf(settings.keys);
  const allow = linesOf(settings.allow);
  const censor = censorOf(settings);
  return {
    ...(rules.length > 0 && { rules }),
    ...(keys.length > 0 && { keys }),
    ...(allow.length > 0 && { allow }),
    ...(censor !== "redacted" && { censor }),
  };
}

function ownRules(text: string): readonly unknown[] {
  if (text.trim() === "") return [];
  let rules: unknown;
  try {
    rules = JSON.parse(text);
  } catch (error) {
    throw new Error(`your own rules are not JSON: ${(error as Error).message}`);
  }
  return Array.isArray(rules) ? rules : [rules];
}

function censorOf({ censor, text }: Settings): string | object {
  if (censor === "text") return { text };
  return censor === "keepLast" ? { keepLast: 4 } : censor;
}

/** The options as they stand in a program. */
export function asCode(options: JsonOptions): string {
  const entries = Object.entries(options);
  const given = entries.length === 0 ? "" : `{\n${entries.map(codeLine).join("")}}`;
  return `import { createRedactor } from "scrubjay";\n\nconst redactor = createRedactor(${given});\n`;
}

const codeLine = ([name, value]: readonly [string, unknown]): string =>
  `  ${name}: ${JSON.stringify(value, undefined, 2)
    .replaceAll("\n", "\n  ")
    .replace(/"([A-Za-z]+)":/g, "$1:")},\n`;

/** The options as `scrubjay.config.json`. */
export function asConfiguration(options: JsonOptions): string {
  const schema = "./node_modules/scrubjay/dist/config.schema.json";
  return `${JSON.stringify({ $schema: schema, ...options }, undefined, 2)}\n`;
}

/** The filter's command line. Rules of one's own and a text are possible only in a configuration file. */
export function asCommand({ rules = [], keys = [], allow = [], censor }: JsonOptions): string {
  if (rules.some((rule) => typeof rule !== "string") || (typeof censor === "object" && "text" in censor))
    return "# Save the configuration as scrubjay.config.json first.\nscrubjay --config scrubjay.config.json app.log\n";
  const flags = [
    ...(rules.length > 0 ? ["--rules", quoted(rules.join(","))] : []),
    ...(keys.length > 0 ? ["--keys", quoted(keys.join(","))] : []),
    ...allow.flatMap((value) => ["--allow", quoted(value)]),
    ...(censor === undefined ? [] : ["--censor", typeof censor === "string" ? censor : "keepLast:4"]),
  ];
  return `${["scrubjay", ...flags, "app.log"].join(" ")}\n`;
}

const quoted = (text: string): string =>
  /^[\w,./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** What a link has after "#": the settings that are not the defaults, and nothing else. */
export function asLink(settings: Settings): string {
  const changed = Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== DEFAULTS[name as keyof Settings]),
  );
  if (Object.keys(changed).length === 0) return "";
  const bytes = new TextEncoder().encode(JSON.stringify(changed));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** The settings of a link; the defaults for whatever it does not have, or has in a wrong form. */
export function fromLink(link: string): Settings {
  let given: Record<string, unknown>;
  try {
    const text = atob(link.replaceAll("-", "+").replaceAll("_", "/"));
    given = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0))),
    );
  } catch {
    return DEFAULTS;
  }
  const text = (name: keyof Settings): string => {
    const value = given?.[name];
    return typeof value === "string" ? value : DEFAULTS[name];
  };
  const censor = CENSORS.find((name) => name === given?.censor) ?? DEFAULTS.censor;
  return {
    rules: text("rules"),
    own: text("own"),
    keys: text("keys"),
    allow: text("allow"),
    text: text("text"),
    censor,
  };
}
