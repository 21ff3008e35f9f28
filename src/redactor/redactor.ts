import { type CensoredKey, isOptions, type RedactorOptions } from "../config/options.ts";
import { RedactorConfigError } from "../config-error.ts";
import type { Secrets } from "../known/known.ts";
import { LeafScan } from "../object/leaf-scan.ts";
import type { PathRedactor } from "../object/paths/path-redactor.ts";
import { safeStableStringify } from "../object/stringify.ts";
import { redactValue } from "../object/walk.ts";
import { MatchSink } from "../redaction/match-sink.ts";
import type { Match } from "../redaction/replacing.ts";
import { type Cut, StringSink } from "../redaction/string-sink.ts";
import { MARK_BYTES, readUtf16, type Utf16Text, writeUtf16 } from "../redaction/utf16.ts";
import { WholeBytesSink } from "../redaction/whole-bytes-sink.ts";
import { scanBytes } from "../scanner/haystack-scan.ts";
import { type SinkFor, scanString } from "../scanner/text-scan.ts";
import { toUnits } from "../scanner/units.ts";
import {
  latin1,
  WITHHELD,
  withholdBytesAt,
  withholdLines,
  withholdText,
  withholdTextAt,
} from "../stream/withhold.ts";
import { Engine } from "./engine.ts";
import { keptOf, keptOfJson } from "./kept.ts";
import { programFor } from "./program-for.ts";
import type { Redactor } from "./redactor-interface.ts";
import type { Stats } from "./tally.ts";

/**
 * Makes a redactor. Make it once and use it for any number of texts and values.
 *
 * @param options What to look for and what replaces it. Without options it does what {@link redact} does.
 * @throws RedactorConfigError for options that cannot work, with what was given, what is allowed and how to fix it,
 *   and if WebAssembly cannot be compiled (code `"no-webassembly"`), with what to allow
 * @example
 * const redactor = createRedactor({ keys: ["ssn"], censor: "label" });
 * redactor.redact({ ssn: "078-05-1120" }); // { ssn: "[REDACTED:user/key]" }
 */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  return createLookingRedactor(options).redactor;
}

/** A redactor that can also be asked about parts of a value, for adapters that know what of it is the same. */
export interface LookingRedactor {
  readonly redactor: Redactor;
  /**
   * Whether a look says that nothing is to redact in a text, and in an object without its members under some symbols.
   * `false` says nothing, and nothing is counted then.
   */
  areClean(text: string, value: object, without: ReadonlySet<symbol>): boolean;
}

/** The same as {@link createRedactor}. */
export function createLookingRedactor(options: RedactorOptions): LookingRedactor {
  const engine = new Engine(options, programFor);
  const { tally, paths } = engine;

  const newStringSink = (text: string, isAscii: boolean) =>
    new StringSink(text, isAscii, engine.newReplacing());

  function redactString(text: string): string {
    try {
      tally.bytes += text.length;
      return redactText(text);
    } catch {
      return withhold(text);
    }
  }

  /** The same string where nothing was found. */
  function redactText(text: string): string {
    if (paths !== undefined) {
      const cuts = paths.cuts(text);
      if (cuts.length > 0) return redactBesideCuts(text, cuts);
    }
    const sink = scanString(engine.scanner, text, newStringSink, engine.watch);
    return sink === undefined ? text : finishText(sink);
  }

  function redactBesideCuts(text: string, cuts: readonly Cut[]): string {
    const newSink: SinkFor<StringSink> = (text, isAscii) =>
      new StringSink(text, isAscii, engine.newReplacing(), cuts);
    return finishText(scanString(engine.scanner, text, newSink, engine.watch) ?? newSink(text, true));
  }

  /** Only the lines are withheld that a censor failed on. */
  function finishText(sink: StringSink): string {
    const finished = sink.finish();
    if (sink.failures.length === 0) return finished;
    const { text, lines } = withholdTextAt(finished, sink.failures);
    engine.withhold(lines);
    return text;
  }

  function withhold(text: string): string {
    engine.withhold(text.match(/[^\r\n]+/g)?.length ?? 0);
    return withholdText(text);
  }

  function redactBytes(bytes: Uint8Array): Uint8Array {
    const utf16 = readUtf16(bytes);
    const redacted = utf16 === undefined ? redactUtf8(bytes) : redactUtf16(bytes, utf16);
    // A `Buffer` stays one.
    return redacted === bytes ? bytes : Object.setPrototypeOf(redacted, Object.getPrototypeOf(bytes));
  }

  function redactUtf8(bytes: Uint8Array): Uint8Array {
    try {
      tally.bytes += bytes.length;
      const copy = paths && redactJson(bytes, paths);
      if (copy !== undefined) return copy;
      const newSink = () => new WholeBytesSink(bytes, engine.newReplacing());
      const sink = scanBytes(engine.scanner, bytes, newSink, engine.watch);
      if (sink === undefined) return bytes;
      const redacted = sink.finish();
      if (sink.failures.length === 0) return redacted;
      const withheld = withholdBytesAt(redacted, sink.failures);
      engine.withhold(withheld.lines);
      return withheld.bytes;
    } catch {
      const { bytes: withheld, lines } = withholdLines(bytes);
      engine.withhold(lines);
      return withheld;
    }
  }

  /** Undefined where no path names anything. What is not UTF-8 is read byte by byte, as JSON's own characters are ASCII. */
  function redactJson(bytes: Uint8Array, paths: PathRedactor): Uint8Array | undefined {
    const text = strictText(bytes);
    const read = text ?? latin1(bytes);
    const cuts = paths.cuts(read);
    if (cuts.length === 0) return undefined;
    const redacted = redactBesideCuts(read, cuts);
    return text === undefined
      ? Uint8Array.from(redacted, (c) => c.charCodeAt(0))
      : new TextEncoder().encode(redacted);
  }

  function redactUtf16(bytes: Uint8Array, utf16: Utf16Text): Uint8Array {
    try {
      tally.bytes += bytes.length;
      const text = redactText(utf16.text);
      return text === utf16.text ? bytes : writeUtf16({ ...utf16, text });
    } catch {
      return writeUtf16({ ...utf16, text: withhold(utf16.text) });
    }
  }

  const leaves = new LeafScan(
    () => engine.scanner,
    () => engine.newReplacing(),
    redactBytes,
    () => engine.watch,
    tally,
  );

  function redactAny(value: unknown): unknown {
    if (typeof value === "string") return redactString(value);
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
    try {
      // A revoked proxy throws at this already.
      if (value instanceof Uint8Array) return redactBytes(value);
      return redactValue(value, leaves, paths);
    } catch {
      engine.withhold(1);
      return WITHHELD;
    }
  }

  /** What closes over the value stands apart, or each line would cost memory. */
  const redactMeasured = (value: unknown): unknown => tally.measure(() => redactKept(value));

  /** What is left out goes last: it may be what another value is known by. */
  function redactKept(value: unknown): unknown {
    const redacted = redactAny(value);
    return engine.keeping === undefined ? redacted : keptOf(redacted, engine);
  }

  const canLook = paths === undefined && engine.keeping === undefined;

  const areClean = (text: string, value: object, without: ReadonlySet<symbol>): boolean => {
    if (!canLook) return false;
    const before = tally.bytes;
    if (leaves.isCleanText(text) && leaves.isClean(value, without)) return true;
    // It is looked at again as a whole.
    tally.bytes = before;
    return false;
  };

  const redactor: Redactor = {
    redact<T>(value: T): T {
      const redacted = tally.isMeasured() ? redactMeasured(value) : redactKept(value);
      return engine.observes ? value : (redacted as T);
    },
    scan(input) {
      if (typeof input === "string") return scanText(input);
      if (!(input instanceof Uint8Array))
        throw new TypeError("scan takes a string or bytes (Uint8Array, Buffer)");
      const utf16 = readUtf16(input);
      if (utf16 !== undefined) {
        const at = (unit: number): number => MARK_BYTES + 2 * unit;
        return scanText(utf16.text).map(({ rule, start, end }) => ({ rule, start: at(start), end: at(end) }));
      }
      const sink = scanBytes(engine.scanner, input, () => new MatchSink(), engine.watch);
      return (sink?.matches ?? []).map(withRuleId);
    },
    stringify(value) {
      try {
        const withheld = tally.withheld;
        const line = keptOfJson(redactString(safeStableStringify(value)), engine);
        if (engine.observes) return safeStableStringify(value);
        return tally.withheld === withheld ? line : JSON.stringify(WITHHELD);
      } catch {
        engine.withhold(1);
        return JSON.stringify(WITHHELD);
      }
    },
    stats: () => tally.stats(),
    get secrets() {
      return engine.secrets;
    },
  };
  return {
    redactor,
    areClean: (text, value, without) =>
      tally.isMeasured()
        ? tally.measure(() => areClean(text, value, without))
        : areClean(text, value, without),
  };

  function scanText(text: string): Match[] {
    const sink = scanString(engine.scanner, text, () => new MatchSink(), engine.watch);
    return toUnits(text, sink?.matches ?? []).map(withRuleId);
  }

  function withRuleId({ rule, start, end }: { rule: number; start: number; end: number }): Match {
    return { rule: engine.ruleIds[rule]!, start, end };
  }
}

/** Undefined where it is not UTF-8. */
function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuseOptions(): never {
  throw new RedactorConfigError(
    "invalid-option",
    "redact takes no options; use createRedactor(options).redact(value), and make the redactor once",
  );
}

let defaultRedactor: Redactor | undefined;

/**
 * Redacts a string, bytes (`Uint8Array`, `Buffer`) or any other value, at any depth, with the default rules.
 * What cannot be redacted is withheld.
 *
 * @param value A value to log. It is never changed.
 * @returns The same reference if nothing was secret, otherwise a copy
 * @throws RedactorConfigError at every call if WebAssembly cannot be compiled, or for options as a second argument, which
 *   `createRedactor` takes; never otherwise
 * @example
 * redact("Authorization: Bearer abc123"); // "Authorization: Bearer [REDACTED]"
 */
export function redact<T>(value: T): T {
  // biome-ignore lint/complexity/noArguments: with a parameter more, `lines.map(redact)` would not compile
  if (arguments.length === 2 && isOptions(arguments[1])) refuseOptions();
  defaultRedactor ??= createRedactor();
  return defaultRedactor.redact(value);
}

export type { CensoredKey, Match, Redactor, RedactorOptions, Secrets, Stats };
export { RedactorConfigError, WITHHELD };
