import { CENSOR_FORMS } from "../../redactor/byte-redactor-with.ts";
import type { ToolName } from "../tool-names.ts";
import { type Flag, flagRows, type ReadFlags, readFlags } from "./read-flags.ts";

/** What takes flags: the filter, which has no name on a command line, and the subcommands. */
export type CommandName = "filter" | ToolName;

/** A flag, and what takes it. */
export interface SharedFlag extends Flag {
  readonly of: readonly CommandName[];
}

const FILTER = ["filter"] as const;
const AUDIT = ["audit"] as const;
const KAFKA = ["kafka"] as const;
const COMPILE = ["compile"] as const;
const REPLACING = ["filter", "kafka"] as const;
const SEARCHING = ["filter", "audit", "explain", "kafka"] as const;
/** What takes options that a policy has, too. */
const RULED = [...SEARCHING, ...COMPILE] as const;
const CONFIGURED = [...RULED, "rules"] as const;
const ALL = [...CONFIGURED, "completion"] as const;

/**
 * All flags of all commands, in the order in which help shows them. What reads a command line, tells what was meant, writes
 * help, completes words in a shell or writes the man page takes them from here.
 */
export const FLAGS: readonly SharedFlag[] = [
  { name: "brokers", value: "LIST", help: "HOST:PORT of brokers", of: KAFKA },
  { name: "from", value: "TOPIC", help: "the topic that is read", of: KAFKA },
  { name: "to", value: "TOPIC", help: "the topic that is written", of: KAFKA },
  { name: "group", value: "NAME", help: "who shares the work; else scrubjay-TOPIC", of: KAFKA },
  { name: "dead-letter", value: "NAME", help: "takes what cannot be redacted, withheld", of: KAFKA },
  { name: "redact-keys", help: "also the keys of records", of: KAFKA },
  { name: "redact-headers", help: "also the headers of records", of: KAFKA },
  {
    name: "binary",
    value: "WHAT",
    choices: ["pass", "withhold"],
    help: "of values not UTF-8: pass compressed ones, withhold all",
    of: KAFKA,
  },
  {
    name: "start",
    value: "WHERE",
    choices: ["earliest", "latest"],
    help: "where a new group begins: earliest, latest",
    of: KAFKA,
  },
  { name: "settings", value: "FILE", help: "settings of librdkafka, NAME=VALUE: SASL, TLS", of: KAFKA },
  { name: "instance", value: "NAME", help: "this worker's name, the same at each start", of: KAFKA },
  { name: "batch-bytes", value: "N", help: "bytes of a transaction; else 1000000", of: KAFKA },
  { name: "batch-ms", value: "N", help: "how long a record waits for others; else 100", of: KAFKA },
  { name: "any-policy", help: "start beside workers with another policy", of: KAFKA },
  { name: "http", value: "ADDRESS", help: "serve /metrics, /status, /ready, /live there", of: KAFKA },
  {
    name: "format",
    value: "NAME",
    choices: ["text", "json", "sarif", "html"],
    help: "text, json, sarif, html",
    of: AUDIT,
  },
  {
    name: "format",
    value: "NAME",
    choices: ["table", "json"],
    help: "table (the default) or json",
    of: ["rules"],
  },
  { name: "baseline", value: "FILE", help: "only what this report (json, sarif) does not have", of: AUDIT },
  { name: "compare", value: "FILE", help: "what is found otherwise than in this report (json)", of: AUDIT },
  { name: "suspects", help: "only names that no rule covers, as a list of keys", of: AUDIT },
  { name: "canary-file", value: "FILE", help: "also the secret in this file, in every form", of: AUDIT },
  { name: "word", value: "TEXT", help: "only what concerns this part of the text", of: ["explain"] },
  {
    name: "output",
    short: "o",
    value: "FILE",
    help: "the policy that is written",
    of: COMPILE,
  },
  {
    name: "censor",
    value: "NAME",
    forms: CENSOR_FORMS,
    help: "what replaces credentials",
    more: "or RULE=NAME, for one rule or issuer; may be repeated",
    of: [...REPLACING, ...COMPILE],
  },
  {
    name: "key-file",
    value: "FILE",
    help: "the key of the censor hash; else SCRUBJAY_HMAC_KEY",
    of: REPLACING,
  },
  { name: "key-file", value: "FILE", help: "the key of pseudonyms; else SCRUBJAY_HMAC_KEY", of: AUDIT },
  {
    name: "rules",
    value: "LIST",
    help: "only these rules (ids, globs, rulesets); !ID: without",
    of: CONFIGURED,
  },
  { name: "keys", value: "LIST", help: "more names whose values are secret", of: RULED },
  { name: "allow", value: "TEXT", help: "this text is not secret; may be repeated", of: RULED },
  {
    name: "config",
    value: "FILE",
    help: "options as JSON; else scrubjay.config.json, if here",
    of: RULED,
  },
  { name: "config", value: "FILE", help: "what is on with the options of this file, as JSON", of: ["rules"] },
  {
    name: "gitleaks",
    value: "FILE",
    help: "also the rules of a .gitleaks.toml; may be repeated",
    of: CONFIGURED,
  },
  {
    name: "secret-env",
    value: "LIST",
    help: "values of these variables are secret: 'DB_*'",
    of: SEARCHING,
  },
  {
    name: "secret-file",
    value: "FILE",
    help: "its lines are secret values; may be repeated",
    of: SEARCHING,
  },
  {
    name: "learn",
    help: "values seen under a name are secret without it, too",
    of: ["filter", "audit", "kafka"],
  },
  {
    name: "keep-only",
    value: "LIST",
    help: "of records keep only these values: level,req.method",
    of: REPLACING,
  },
  { name: "observe", help: "only count: replace nothing; with --stats or --check", of: FILTER },
  { name: "tee", value: "FILE", help: "also write the redacted output to FILE", of: FILTER },
  { name: "line-buffered", help: "write whole lines only", of: FILTER },
  {
    name: "in-place",
    short: "i",
    value: "EXT",
    isOptional: true,
    help: "replace the files; keep each old one as FILE + EXT",
    of: FILTER,
  },
  { name: "dry-run", help: "with --in-place: only list what would be replaced", of: FILTER },
  { name: "binary", help: "also redact files that are not text, such as archives", of: FILTER },
  { name: "check", help: "status 1 if something was replaced, 2 on a failure", of: FILTER },
  {
    name: "stats",
    value: "FORM",
    isOptional: true,
    choices: ["json", "prometheus"],
    help: "counts by rule on standard error; json, prometheus",
    of: FILTER,
  },
  {
    name: "reply",
    value: "FORM",
    choices: ["json", "rawmsg", "fulljson"],
    help: "reply to rsyslog in JSON: json, rawmsg, fulljson",
    of: FILTER,
  },
  { name: "help", short: "h", help: "show this help", of: ALL },
  { name: "version", short: "V", help: "show the version", of: FILTER },
];

/** The flags of one command. */
export function flagsOf(command: CommandName): readonly Flag[] {
  return FLAGS.filter(({ of }) => of.includes(command));
}

/** The rows of a command's help. */
export function helpRows(command: CommandName): string {
  return flagRows(flagsOf(command));
}

/**
 * Reads the command line of a command.
 *
 * @throws {UsageError} If a flag is unknown, has no value or has one that is not allowed
 * @example readCommand("rules", ["--format", "json"]).values.get("format") // ["json"]
 */
export function readCommand(command: CommandName, args: readonly string[]): ReadFlags {
  return readFlags(args, flagsOf(command), (name) =>
    FLAGS.filter((flag) => flag.name === name)
      .flatMap(({ of }) => of)
      .map((other) => (other === "filter" ? "scrubjay" : `scrubjay ${other}`)),
  );
}
