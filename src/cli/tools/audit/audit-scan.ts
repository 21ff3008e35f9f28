import { SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST } from "../../../kernel/abi.ts";
import type { SpanSink } from "../../../scanner/session.ts";
import type { ByteRedactor } from "../../input/redacting.ts";
import type { Toolbox } from "../../toolbox.ts";
import type { Confidence, Finding } from "./finding.ts";
import { Position } from "./position.ts";

const NOTHING = new Uint8Array(0);
const decoder = new TextDecoder();

/** The most bytes of a credential that has a pseudonym: as those that the censor `hash` replaces. */
const SECRET_MOST = 65_536;

/** Rules of values that were given or learnt, which are found in any form. */
const KNOWN = "secret/";

/** Where a credential was found in a file. */
export type Found = Omit<Finding, "file">;

export interface ScanOptions {
  /** What knows the ids of rules, and of a value that was given how it was. */
  readonly search: Pick<InstanceType<Toolbox["Engine"]>, "ruleIds" | "plainValue" | "watch">;
  /** Ids of the rules of which one match may be many: a block's lines are a finding together. */
  readonly blockIds: ReadonlySet<string>;
  readonly session: InstanceType<Toolbox["Session"]>;
  readonly toolbox: Pick<Toolbox, "checkOf" | "plainSecret">;
  /** The pseudonym of a secret in plain text; undefined without a key. */
  readonly pseudonym: ((secret: string) => string) | undefined;
  readonly keepsHead: boolean;
  /** Gets all of the text in its order, and whether it is of a credential. */
  readonly onText?: ((bytes: Uint8Array, isSecret: boolean) => void) | undefined;
  /**
   * Called where a match has ended, and nothing of it can follow.
   *
   * @param head The first bytes of the line that it begins in, as far as they were no credential
   */
  readonly found: (match: Found, end: Pick<Position, "line" | "column">, head: Uint8Array) => void;
}

/** A finding that may go on. */
interface Open {
  readonly first: Pick<Found, "line" | "column" | "start">;
  readonly head: Uint8Array;
  readonly rule: string;
  /** Pieces of the secret; empty without a key, and of one that is too long. */
  secret: string[];
  secretBytes: number;
  checked: boolean | undefined;
  end: Pick<Position, "line" | "column" | "offset">;
  /** Whether the last match of it has ended. */
  isEnded: boolean;
}

/** Looks for credentials in one input, in the place of a redactor. What it puts out is nothing. */
export class AuditScan implements ByteRedactor {
  bytes = 0;
  readonly position: Position;
  readonly #session: ScanOptions["session"];
  readonly #sink: FindingSink;

  constructor(options: ScanOptions) {
    this.#session = options.session;
    this.position = new Position(options.keepsHead);
    this.#sink = new FindingSink(options, this.position);
  }

  space(): Uint8Array<ArrayBuffer> {
    return this.#session.space();
  }

  advance(size: number): Uint8Array<ArrayBuffer> {
    this.bytes += size;
    this.#session.advance(size, this.#sink);
    return NOTHING;
  }

  end(): Uint8Array<ArrayBuffer>[] {
    this.#session.end(this.#sink);
    this.#sink.end();
    return [];
  }

  stats(): ReturnType<ByteRedactor["stats"]> {
    return { bytes: this.bytes, replaced: 0, share: 0, matches: 0, byRule: {}, withheld: 0, milliseconds: 0 };
  }

  snapshot(): undefined {}

  restore(): void {}
}

/** Two scans of one input. */
export class BothScans implements ByteRedactor {
  readonly #main: AuditScan;
  readonly #other: AuditScan;
  #space: Uint8Array = NOTHING;

  constructor(main: AuditScan, other: AuditScan) {
    this.#main = main;
    this.#other = other;
  }

  space(): Uint8Array<ArrayBuffer> {
    const space = this.#main.space();
    this.#space = space;
    return space;
  }

  advance(size: number): Uint8Array<ArrayBuffer> {
    this.#other.space().set(this.#space.subarray(0, size));
    this.#other.advance(size);
    return this.#main.advance(size);
  }

  end(): Uint8Array<ArrayBuffer>[] {
    this.#other.end();
    return this.#main.end();
  }

  stats(): ReturnType<ByteRedactor["stats"]> {
    return this.#main.stats();
  }

  snapshot(): undefined {}

  restore(): void {}
}

/** Makes findings of spans, of which one may come in pieces. */
class FindingSink implements SpanSink {
  readonly #options: ScanOptions;
  readonly #position: Position;
  #open: Open | undefined;

  constructor(options: ScanOptions, position: Position) {
    this.#options = options;
    this.#position = position;
  }

  keep(memory: Uint8Array, start: number, end: number): void {
    if (this.#open?.isEnded === true && !this.#isBlock(this.#open)) this.end();
    this.#position.pass(memory.subarray(start, end), false);
    this.#options.onText?.(memory.subarray(start, end), false);
  }

  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number): void {
    const position = this.#position;
    const bytes = memory.subarray(start, end);
    const isFirst = (flags & SPAN_FIRST) !== 0;
    // Where a line's end stands between, the first one has been told.
    const isRest = !isFirst && this.#open === undefined && this.#options.search.watch !== undefined;
    if (flags & SPAN_GAVE_UP || isRest) {
      position.pass(bytes, isRest);
      return;
    }
    const open = this.#opened(this.#options.search.ruleIds[rule]!, isFirst);
    // Of a known value and a match that overlap, the rest of the second one follows, and belongs to the first.
    const isBeside = !isFirst && open.isEnded;
    if (!isBeside) this.#remember(open, bytes);
    position.pass(bytes, true);
    this.#options.onText?.(bytes, true);
    open.end = { line: position.line, column: position.column, offset: position.offset };
    open.checked = this.#options.toolbox.checkOf(flags) ?? open.checked;
    open.isEnded = isBeside || (flags & SPAN_LAST) !== 0;
    if (open.isEnded && !this.#isBlock(open) && this.#options.search.watch === undefined) this.end();
  }

  /** Tells the finding that is open. */
  end(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { first, head, rule, end } = open;
    // Without spreading: one of those takes longer than all else here.
    const { line, column, start } = first;
    const match: Found = {
      line,
      column,
      start,
      end: end.offset,
      rule,
      confidence: confidenceOf(open.checked),
    };
    const pseudonym = this.#pseudonymOf(open);
    this.#options.found(pseudonym === undefined ? match : { ...match, pseudonym }, end, head);
  }

  #pseudonymOf({ rule, secret, secretBytes }: Open): string | undefined {
    const { toolbox, pseudonym, search } = this.#options;
    if (pseudonym === undefined || secretBytes > SECRET_MOST) return undefined;
    const written = secret.join("");
    return pseudonym(toolbox.plainSecret(rule.startsWith(KNOWN) ? search.plainValue(written) : written));
  }

  #isBlock({ rule }: Open): boolean {
    return this.#options.blockIds.has(rule);
  }

  /** The finding that a span is of: one that is open, or a new one. */
  #opened(rule: string, isFirst: boolean): Open {
    const position = this.#position;
    const open = this.#open;
    const goesOn = open !== undefined && (!open.isEnded || this.#isNextLine(open, rule));
    if (open !== undefined && (goesOn || !isFirst)) return open;
    this.end();
    this.#open = {
      first: { line: position.line, column: position.column, start: position.offset },
      head: this.#options.keepsHead ? position.head.slice() : NOTHING,
      rule,
      secret: [],
      secretBytes: 0,
      checked: undefined,
      end: position,
      isEnded: false,
    };
    return this.#open;
  }

  /** Whether what begins here is the next line of a block, or goes on in its last one. */
  #isNextLine({ rule, end }: Open, next: string): boolean {
    return rule === next && this.#options.blockIds.has(next) && this.#position.line - end.line <= 1;
  }

  #remember(open: Open, bytes: Uint8Array): void {
    if (this.#options.pseudonym === undefined) return;
    open.secretBytes += bytes.length;
    if (open.secretBytes > SECRET_MOST) open.secret = [];
    else open.secret.push(decoder.decode(bytes));
  }
}

function confidenceOf(checked: boolean | undefined): Confidence {
  if (checked === undefined) return "medium";
  return checked ? "high" : "low";
}
