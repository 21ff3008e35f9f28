import { RedactorConfigError } from "./config-error.ts";
import { LeafScan } from "./object/leaf-scan.ts";
import { PathRedactor } from "./object/path-redactor.ts";
import { safeStableStringify } from "./object/stringify.ts";
import { redactValue } from "./object/walk.ts";
import { censorOf, checkOptions, programSource, type RedactorOptions } from "./options.ts";
import { preparedParts, preparedProgram } from "./program/prepared.ts";
import { compileProgram, type Program } from "./program/program.ts";
import { ByteSink } from "./redaction/byte-sink.ts";
import { createReplacer, type Replacer } from "./redaction/censors.ts";
import { MatchSink } from "./redaction/match-sink.ts";
import { type Ledger, type Match, Replacing } from "./redaction/replacing.ts";
import { type Cut, StringSink } from "./redaction/string-sink.ts";
import { scanBytes } from "./scanner/haystack-scan.ts";
import { Scanner } from "./scanner/scanner.ts";
import { Session } from "./scanner/session.ts";
import { type SinkFor, scanString } from "./scanner/text-scan.ts";
import { toUnits } from "./scanner/units.ts";
import { ByteRedactor } from "./stream/byte-redactor.ts";
import { WITHHELD, withholdLines, withholdText } from "./stream/withhold.ts";
import { type Stats, Tally } from "./tally.ts";

/** Finds and replaces credentials; see {@link createRedactor}. */
export interface Redactor {
  /**
   * Redacts a string, bytes or any other value. What holds no credential comes back as the same
   * reference; the caller's objects are never changed. Never throws: what cannot be redacted is
   * withheld and counted. `paths` are looked for in objects and in strings that are JSON.
   *
   * @example
   * redactor.redact("GET /?password=hunter2"); // "GET /?password=[REDACTED]"
   */
  redact<T>(value: T): T;
  /**
   * Lists the credentials in a text without changing it; offsets in UTF-16 units of a string, in bytes
   * of bytes.
   *
   * @throws TypeError for anything that is neither a string nor bytes
   * @example
   * redactor.scan("password=hunter2"); // [{ rule: "key/password", start: 9, end: 16 }]
   */
  scan(input: string | Uint8Array): Match[];
  /** `JSON.stringify` that survives cycles and bigints, redacted: the fastest way from an object to a clean line. */
  stringify(value: unknown): string;
  /** What has been counted so far. */
  stats(): Stats;
}

/** Under this id is counted what one of `paths` named. */
const PATH_RULE = "user/path";

/** One program with its scanner and what it counts: what all redactors of any kind are made of. */
class Engine {
  readonly program: Program;
  readonly replacer: Replacer;
  readonly tally: Tally;
  readonly ledger: Ledger;
  readonly paths: PathRedactor | undefined;
  #scanner: Scanner | undefined;
  /** For what is redacted while a censor or listener is being told of a match. */
  #spare: Scanner[] = [];

  constructor(options: RedactorOptions) {
    checkOptions(options);
    this.program = programFor(options);
    const { onMatch, paths, remove = false } = options;
    const rule = this.program.ruleIds.length;
    const ruleIds = paths === undefined ? this.program.ruleIds : [...this.program.ruleIds, PATH_RULE];
    this.replacer = createReplacer(censorOf(options), ruleIds);
    this.tally = new Tally(ruleIds);
    this.ledger = {
      ruleIds,
      record: (rule) => this.tally.count(rule),
      ...(onMatch && {
        tell: (event) => {
          try {
            onMatch(event);
          } catch {
            // A log call never throws into the application, and the secret is replaced all the same.
          }
        },
      }),
    };
    this.paths = paths && new PathRedactor({ paths, remove, rule }, this.replacer, this.ledger);
  }

  get scanner(): Scanner {
    if (this.#scanner === undefined || this.#scanner.isBroken) this.#scanner = new Scanner(this.program);
    return this.#scanner.isBusy ? this.#spareScanner() : this.#scanner;
  }

  #spareScanner(): Scanner {
    this.#spare = this.#spare.filter(({ isBroken }) => !isBroken);
    const free = this.#spare.find(({ isBusy }) => !isBusy);
    if (free !== undefined) return free;
    const scanner = new Scanner(this.program);
    this.#spare.push(scanner);
    return scanner;
  }

  withhold(lines: number): void {
    this.tally.withheld += lines;
  }

  newReplacing(): Replacing {
    return new Replacing(this.replacer, this.ledger);
  }
}

function programFor(options: RedactorOptions): Program {
  const { rules, keys, allow } = options;
  const isDefault = !rules && !keys && !allow && typeof censorOf(options) !== "object";
  return isDefault ? preparedProgram() : compileProgram(programSource(options), preparedParts());
}

/**
 * Makes a redactor.
 *
 * @throws RedactorConfigError for anything in `options` that cannot work, with what was given, what is
 * allowed and how to mend it
 * @example
 * const redactor = createRedactor({ keys: ["ssn"], censor: "label" });
 * redactor.redact({ ssn: "078-05-1120" }); // { ssn: "[REDACTED:user/key]" }
 */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const engine = new Engine(options);
  const { tally, paths } = engine;

  const newStringSink = (text: string, isAscii: boolean) =>
    new StringSink(text, isAscii, engine.newReplacing());

  function redactString(text: string): string {
    try {
      tally.bytes += text.length;
      const cuts = paths?.cuts(text);
      if (cuts !== undefined && cuts.length > 0) return redactBesideCuts(text, cuts);
      const sink = scanString(engine.scanner, text, newStringSink);
      return sink === undefined ? text : sink.finish();
    } catch {
      engine.withhold(text.match(/[^\r\n]+/g)?.length ?? 0);
      return withholdText(text);
    }
  }

  function redactBesideCuts(text: string, cuts: readonly Cut[]): string {
    const newSink: SinkFor<StringSink> = (text, isAscii) =>
      new StringSink(text, isAscii, engine.newReplacing(), cuts);
    return (scanString(engine.scanner, text, newSink) ?? newSink(text, true)).finish();
  }

  function redactBytes(bytes: Uint8Array): Uint8Array {
    try {
      tally.bytes += bytes.length;
      const sink = new ByteSink(engine.newReplacing(), bytes.length);
      const session = new Session(engine.scanner);
      session.write(bytes, sink);
      session.end(sink);
      return sink.changed ? sink.take() : bytes;
    } catch {
      const { bytes: withheld, lines } = withholdLines(bytes);
      engine.withhold(lines);
      return withheld;
    }
  }

  const leaves = new LeafScan(
    () => engine.scanner,
    () => engine.newReplacing(),
    redactBytes,
  );

  function redactAny(value: unknown): unknown {
    if (typeof value === "string") return redactString(value);
    if (typeof value !== "object" || value === null) return value;
    try {
      // A revoked proxy throws at this already.
      if (value instanceof Uint8Array) return redactBytes(value);
      return redactValue(value, leaves, paths);
    } catch {
      engine.withhold(1);
      return WITHHELD;
    }
  }

  return {
    redact: <T>(value: T) => redactAny(value) as T,
    scan(input) {
      if (typeof input === "string") {
        const sink = scanString(engine.scanner, input, () => new MatchSink());
        return toUnits(input, sink?.matches ?? []).map(withRuleId);
      }
      if (!(input instanceof Uint8Array))
        throw new TypeError("scan takes a string or bytes (Uint8Array, Buffer)");
      return (scanBytes(engine.scanner, input, () => new MatchSink())?.matches ?? []).map(withRuleId);
    },
    stringify(value) {
      try {
        const withheld = tally.withheld;
        const line = redactString(safeStableStringify(value));
        return tally.withheld === withheld ? line : JSON.stringify(WITHHELD);
      } catch {
        engine.withhold(1);
        return JSON.stringify(WITHHELD);
      }
    },
    stats: () => tally.stats(),
  };

  function withRuleId({ rule, start, end }: { rule: number; start: number; end: number }): Match {
    return { rule: engine.program.ruleIds[rule]!, start, end };
  }
}

/**
 * Makes a redactor for one stream of bytes: what adapters and the filter are built on.
 *
 * @throws RedactorConfigError as {@link createRedactor}
 */
export function createByteRedactor(options: RedactorOptions = {}): ByteRedactor & { stats(): Stats } {
  if (options.paths !== undefined) {
    throw new RedactorConfigError(
      "invalid-option",
      "paths need whole values: createRedactor and the logger adapters take them, a stream of bytes does not; `keys` finds names anywhere",
    );
  }
  const engine = new Engine(options);
  const redactor = new ByteRedactor(() => engine.scanner, engine.newReplacing(), {
    withheld: (lines) => engine.withhold(lines),
    checkpoint: () => engine.tally.checkpoint(),
    rollback: () => engine.tally.rollback(),
  });
  const advance = redactor.advance.bind(redactor);
  return Object.assign(redactor, {
    advance(size: number) {
      engine.tally.bytes += size;
      return advance(size);
    },
    stats: () => engine.tally.stats(),
  });
}

let defaultRedactor: Redactor | undefined;

/**
 * Redacts a string, bytes or any other value with the default rules.
 *
 * @returns The same reference where nothing was secret
 * @example
 * redact("Authorization: Bearer abc123"); // "Authorization: Bearer [REDACTED]"
 */
export function redact<T>(value: T): T {
  defaultRedactor ??= createRedactor();
  return defaultRedactor.redact(value);
}

export { CENSOR_NAMES } from "./redaction/censors.ts";
export type { ByteRedactor, Match, RedactorOptions, Stats };
export { RedactorConfigError, WITHHELD };
