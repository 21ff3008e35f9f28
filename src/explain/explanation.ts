// Why something in a text was found or left, from the kernel's calls. Nothing of the text is shown, for any part of it
// may be a secret: only where a match stands, its length and the kinds of its characters.
//
// Of the kernel that is shipped, the compiler has put some functions into others: what they would tell is told by what
// is left of them, a little less exactly.
import {
  FORM_BACKSLASH,
  FORM_RAW,
  SPAN_COUNT_SHIFT,
  SPAN_FIRST,
  SPAN_FORM_SHIFT,
  SPAN_GAVE_UP,
} from "../kernel/abi.ts";
import type { Program } from "../program/image/program.ts";
import { type Call, type CallTrace, type FoundSpan, type TracedKernel, traceScan } from "./call-trace.ts";

/** A candidate that the kernel looked at. */
export interface Candidate {
  /** A word, which may be the end of a sensitive name; such a name; or the start of a shape. */
  readonly kind: "word" | "name" | "shape";
  /** Where a shape starts, or the last letter of a name or word; in bytes of the text, as all offsets. */
  readonly at: number;
  /** `""` for a word. */
  readonly rule: string;
  readonly isTaken: boolean;
  readonly why: string;
  /** What encloses a name; `""` where no decision depends on it. */
  readonly frame: string;
}

/** A match. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Its length and the kinds of its characters. */
  readonly kinds: string;
  /** How the text around it is written. */
  readonly notation: string;
}

export interface Explanation {
  readonly bytes: number;
  /** In the order in which the kernel looked. */
  readonly candidates: readonly Candidate[];
  readonly found: readonly Found[];
}

/**
 * Which candidates the kernel looked at and why each was taken or left, and what was found.
 *
 * @param place How an offset is written in a reason
 * @throws RangeError for a text that is longer than a scanner's haystack, some 70 KB
 */
export function explanationOf(
  program: Program,
  kernel: TracedKernel,
  text: Uint8Array,
  place: (offset: number) => string = String,
): Explanation {
  const trace = traceScan(program, kernel, text);
  const view = new View(text, trace, program.ruleIds, place);
  return {
    bytes: text.length,
    candidates: trace.calls.flatMap((call) => candidatesIn(call, view)),
    found: wholeSpans(trace.spans).map(({ start, end, rule, flags }) => ({
      start,
      end,
      rule: view.rule(rule),
      kinds: kindsOf(text.subarray(start, end)),
      notation: notationOf(flags),
    })),
  };
}

/** A match may come in pieces: colour codes within it stay. */
function wholeSpans(spans: readonly FoundSpan[]): readonly FoundSpan[] {
  const whole: FoundSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (span.flags & SPAN_GAVE_UP) continue;
    if (last === undefined || span.flags & SPAN_FIRST) whole.push(span);
    else whole[whole.length - 1] = { ...last, end: span.end };
  }
  return whole;
}

/** How offsets, rules and parts of the text are shown. */
class View {
  readonly #bytes: Uint8Array;
  readonly #trace: CallTrace;
  readonly #ruleIds: readonly string[];
  readonly #place: (offset: number) => string;

  constructor(
    bytes: Uint8Array,
    trace: CallTrace,
    ruleIds: readonly string[],
    place: (offset: number) => string,
  ) {
    this.#bytes = bytes;
    this.#trace = trace;
    this.#ruleIds = ruleIds;
    this.#place = place;
  }

  rule(number: number): string {
    return this.#ruleIds[number] ?? `rule ${number}`;
  }

  /** Addresses as offsets in the text. */
  offset(address: number): number {
    return address - this.#trace.base;
  }

  place(address: number): string {
    return this.#place(this.offset(address));
  }

  span(start: number, end: number): string {
    return `${this.#place(start)} to ${this.#place(end)} (${kindsOf(this.#bytes.subarray(start, end))})`;
  }

  /** The match of a rule that starts there, or after what it keeps; undefined if another one won. */
  match(rule: number, from: number): string | undefined {
    const span = this.#trace.spans.find((each) => each.rule === rule && each.start >= from);
    return span && this.span(span.start, span.end);
  }
}

const KINDS: readonly (readonly [name: string, is: (byte: number) => boolean])[] = [
  ["capitals", (byte) => byte >= 0x41 && byte <= 0x5a],
  ["lower-case letters", (byte) => byte >= 0x61 && byte <= 0x7a],
  ["digits", (byte) => byte >= 0x30 && byte <= 0x39],
  ["blanks", (byte) => byte === 0x20 || byte === 0x09],
  ["controls", (byte) => byte < 0x20 && byte !== 0x09],
  ["letters beyond ASCII", (byte) => byte >= 0x80],
];

/** The length of a part of a text and the kinds of its characters, which is all that may be shown of it. */
export function kindsOf(bytes: Uint8Array): string {
  const kinds = new Set([...bytes].map((byte) => KINDS.find(([, is]) => is(byte))?.[0] ?? "punctuation"));
  return `${bytes.length} bytes: ${[...kinds].join(", ")}`;
}

/** By the codes of forms. */
const FORMS: readonly string[] = ["as it is", "\\", "\\u0022", "%22", "&quot;", "\\x22"];

function notationOf(flags: number): string {
  const form = (flags >> SPAN_FORM_SHIFT) & 0xff;
  const count = flags >>> SPAN_COUNT_SHIFT;
  if (form === FORM_RAW) return "plain text";
  if (form === FORM_BACKSLASH)
    return `a string whose quotes have ${count} backslash${count === 1 ? "" : "es"}`;
  return `a string whose quotes are written ${FORMS[form]}`;
}

/** What calls in a call say of candidates. */
function candidatesIn(call: Call, view: View): readonly Candidate[] {
  const own = CANDIDATES[call.name]?.(call, view);
  return [...(own === undefined ? [] : [own]), ...call.calls.flatMap((inner) => candidatesIn(inner, view))];
}

/** The kernel's functions that look at a candidate. */
const CANDIDATES: Readonly<Record<string, (call: Call, view: View) => Candidate>> = {
  tryRule: (call, view) => {
    const rule = view.rule(call.arguments.rule!);
    const match = matchOf(call, view);
    const why = match ?? whyNoShape(call);
    return { kind: "shape", at: view.offset(call.arguments.start!), rule, isTaken: !!match, why, frame: "" };
  },
  findKey: (call, view) => {
    const at = view.offset(call.arguments.p!);
    const rule = find(call, "sensitiveName")?.result ?? NONE;
    const frame = frameOf(find(call, "narrow")?.arguments.level);
    if (rule >= NONE)
      return { kind: "word", at, rule: "", isTaken: false, why: "left, no sensitive name", frame };
    const why = call.result === 1 ? whyTaken(call, view) : whyNoValue(call, view);
    return { kind: "name", at, rule: view.rule(rule), isTaken: call.result === 1, why, frame };
  },
};

/** What a shape matches; undefined if it does not. */
function matchOf(call: Call, view: View): string | undefined {
  const offered = find(call, "offer");
  if (offered === undefined && find(call, "offerMatch")?.result !== 1) return undefined;
  const { rule, start } = call.arguments;
  const match =
    offered === undefined
      ? view.match(rule!, view.offset(start!))
      : view.span(view.offset(offered.arguments.start!), view.offset(offered.arguments.end!));
  const checked = find(call, "passes")?.result;
  const check = checked === undefined ? "" : checked === 1 ? ", its check passes" : ", its check fails";
  return match === undefined ? `matches${check}, but another rule takes it` : `matches ${match}${check}`;
}

function whyNoShape(call: Call): string {
  if (find(call, "wait") !== undefined) return "needs more text";
  if (find(call, "isRepeated")?.result === 1) return "left: one character, many times over";
  if (find(call, "isInnocent")?.result === 1) return "left: a placeholder, or allowed";
  if (find(call, "isToken")?.result === 0) return "left: too short or too plain for a token";
  if (find(call, "passes")?.result === 0) return "left: its check fails";
  if (find(call, "mayReachAt")?.result === 0) return 'left: no "@" in reach';
  if (find(call, "captureStart") !== undefined) return "left: its group is empty, or was found before";
  if (find(call, "runPattern") === undefined) return "left: cannot start here";
  if (find(call, "offerMatch")?.result === 0 && find(call, "isToken") === undefined)
    return "left: too short or too plain for a token, or its group is empty";
  return "left: its pattern does not match";
}

/** From here on, a rule's number stands for none. */
const NONE = 2 ** 31;

function whyTaken(call: Call, view: View): string {
  const value = find(call, "isSecretAt")?.arguments.value ?? find(call, "enterValue")?.arguments.value;
  return value === undefined
    ? "taken, the heading of a column"
    : `taken, its value starts at ${view.place(value)}`;
}

function whyNoValue(call: Call, view: View): string {
  const value = find(call, "findValue")?.result ?? 0;
  if (value === 0) return "left, no value follows it";
  const at = view.place(value);
  if (find(call, "isMetavariable")?.result === 1) return `left, what stands at ${at} is no credential`;
  return `left, what stands at ${at} is a placeholder or no value`;
}

/** Of a frame's level (`src/kernel/frames/frame.ts`), the number of strings, and flags of what it is besides. */
const LEVEL_STRINGS = 0x0f;
const LEVEL_PARTS: readonly (readonly [flag: number, name: string])[] = [
  [0x40, "a cell"],
  [0x20, "the text of an element"],
  [0x10, "a CDATA section"],
];

function frameOf(level: number | undefined): string {
  if (level === undefined) return "";
  const part = LEVEL_PARTS.find(([flag]) => (level & flag) !== 0)?.[1];
  const strings = level & LEVEL_STRINGS;
  const around =
    strings === 0 ? "the line" : strings === 1 ? "a string" : `a string within ${strings - 1} more`;
  return part === undefined ? around : `${part} in ${around}`;
}

/** The last call of a function inside of a call. */
function find(call: Call, name: string): Call | undefined {
  for (const inner of [...call.calls].reverse()) {
    const found = inner.name === name ? inner : find(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
