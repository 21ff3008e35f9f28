// Why something in a text was found or left, from the kernel's calls. Nothing of the text is shown, for any part of it
// may be a secret: only where a match stands, its length and the kinds of its characters.
import type { Program } from "../program/image/program.ts";
import { type Call, type CallTrace, traceScan } from "./call-trace.ts";

/**
 * Which candidates the kernel looked at, and why each was taken or left; a line each, in their order.
 *
 * @param wasm The traced build of the kernel
 */
export function explainText(program: Program, wasm: Uint8Array<ArrayBuffer>, text: string): string {
  const bytes = new TextEncoder().encode(text);
  const trace = traceScan(program, wasm, bytes);
  const view = new View(bytes, trace, program.ruleIds);
  const candidates = [...new Set(trace.calls.flatMap((call) => candidatesIn(call, view)))];
  const found = trace.spans.map(({ start, end, rule }) => `  ${view.span(start, end)} by ${view.rule(rule)}`);
  return [
    `text: ${bytes.length} bytes`,
    `candidates: ${candidates.length}`,
    ...candidates.map((line) => `  ${line}`),
    `found: ${found.length}`,
    ...found,
  ].join("\n");
}

/** All calls of the kernel, indented by their depth; of the text it shows nothing. */
export function explainCalls(program: Program, wasm: Uint8Array<ArrayBuffer>, text: string): string {
  const { calls, base } = traceScan(program, wasm, new TextEncoder().encode(text));
  const lines: string[] = [];
  const add = (call: Call, depth: number): void => {
    const values = Object.entries(call.arguments).map(([name, value]) =>
      call.addresses.has(name) && value >= base ? `${name}: @${value - base}` : `${name}: ${value}`,
    );
    const result = call.result >= base && call.result < 2 ** 31 ? `@${call.result - base}` : call.result;
    lines.push(`${"  ".repeat(depth)}${call.name}(${values.join(", ")}) → ${result}`);
    for (const inner of call.calls) add(inner, depth + 1);
  };
  for (const call of calls) add(call, 0);
  return lines.join("\n");
}

/** How offsets, rules and parts of the text are shown. */
class View {
  readonly #bytes: Uint8Array;
  readonly #trace: CallTrace;
  readonly #ruleIds: readonly string[];

  constructor(bytes: Uint8Array, trace: CallTrace, ruleIds: readonly string[]) {
    this.#bytes = bytes;
    this.#trace = trace;
    this.#ruleIds = ruleIds;
  }

  rule(number: number): string {
    return this.#ruleIds[number] ?? `rule ${number}`;
  }

  /** Addresses as offsets in the text. */
  offset(address: number): number {
    return address - this.#trace.base;
  }

  span(start: number, end: number): string {
    return `${start} to ${end} (${kindsOf(this.#bytes.subarray(start, end))})`;
  }
}

const KINDS: readonly (readonly [name: string, is: (byte: number) => boolean])[] = [
  ["capitals", (byte) => byte >= 0x41 && byte <= 0x5a],
  ["small letters", (byte) => byte >= 0x61 && byte <= 0x7a],
  ["digits", (byte) => byte >= 0x30 && byte <= 0x39],
  ["blanks", (byte) => byte === 0x20 || byte === 0x09],
  ["controls", (byte) => byte < 0x20 && byte !== 0x09],
  ["letters beyond ASCII", (byte) => byte >= 0x80],
];

function kindsOf(bytes: Uint8Array): string {
  const kinds = new Set([...bytes].map((byte) => KINDS.find(([, is]) => is(byte))?.[0] ?? "punctuation"));
  return `${bytes.length} bytes: ${[...kinds].join(", ")}`;
}

/** What the calls in a call say of candidates. */
function candidatesIn(call: Call, view: View): readonly string[] {
  const describe = CANDIDATES[call.name];
  const own = describe?.(call, view);
  return [...(own === undefined ? [] : [own]), ...call.calls.flatMap((inner) => candidatesIn(inner, view))];
}

/** The kernel's functions that look at a candidate. */
const CANDIDATES: Readonly<Record<string, (call: Call, view: View) => string | undefined>> = {
  tryRule: (call, view) => {
    const start = view.offset(call.arguments.start!);
    return `at ${start}, ${view.rule(call.arguments.rule!)}: ${whyShape(call, view)}`;
  },
  findKey: (call, view) => {
    const last = view.offset(call.arguments.p!);
    const rule = find(call, "sensitiveName")?.result ?? NONE;
    if (rule >= NONE) return `at ${last}, the end of a word: left, no sensitive name`;
    return `at ${last}, a name of ${view.rule(rule)}: ${whyKey(call, view)}`;
  },
};

function whyShape(call: Call, view: View): string {
  const offered = find(call, "offer");
  if (offered !== undefined) {
    const { start, end } = offered.arguments;
    const checked = find(call, "passes");
    const check =
      checked === undefined ? "" : checked.result === 1 ? ", its check passes" : ", its check fails";
    return `matches ${view.span(view.offset(start!), view.offset(end!))}${check}`;
  }
  if (find(call, "wait") !== undefined) return "needs more text";
  if (find(call, "isRepeated")?.result === 1) return "left: one character, many times over";
  if (find(call, "isInnocent")?.result === 1) return "left: a placeholder";
  if (find(call, "isToken")?.result === 0) return "left: too short or too plain for a token";
  if (find(call, "passes")?.result === 0) return "left: its check fails";
  if (find(call, "mayReachAt")?.result === 0) return 'left: no "@" in reach';
  if (find(call, "captureStart") !== undefined) return "left: its group is empty, or was found before";
  return find(call, "runPattern") === undefined
    ? "left: cannot start here"
    : "left: its pattern does not match";
}

/** From here on, a rule's number stands for none. */
const NONE = 2 ** 31;

function whyKey(call: Call, view: View): string {
  if (call.result === 1) {
    const value = find(call, "isSecretAt")?.arguments.value;
    return value === undefined
      ? "taken, the heading of a column"
      : `taken, its value starts at ${view.offset(value)}`;
  }
  const value = find(call, "findValue")?.result ?? 0;
  if (value === 0) return "left, no value stands behind it";
  const at = view.offset(value);
  if (find(call, "isMetavariable")?.result === 1) return `left, what stands at ${at} is no credential`;
  return `left, what stands at ${at} is a placeholder or no value`;
}

/** The last call of a function inside of a call. */
function find(call: Call, name: string): Call | undefined {
  for (const inner of [...call.calls].reverse()) {
    const found = inner.name === name ? inner : find(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
