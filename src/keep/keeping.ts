import type { PathState } from "../object/paths/paths.ts";
import { keepOfJson } from "./json-record.ts";
import type { KeepRules } from "./keep-rules.ts";
import { keepOfLogfmt } from "./logfmt-record.ts";

/** Deeper nothing is kept. */
const DEPTH_MOST = 64;

/** Keeps what is named of records; everything else goes. */
export class Keeping implements KeepRules {
  readonly start: PathState;
  readonly removes: boolean;
  readonly text: string;
  readonly #count: (size: number) => void;

  constructor({ start, removes, text, count }: Omit<KeepRules, "isKept">) {
    this.start = start;
    this.removes = removes;
    this.text = text;
    this.#count = count;
  }

  count(size: number): void {
    this.#count(size);
  }

  isKept(name: string): boolean {
    let state: PathState | undefined = this.start.step(name);
    if (state?.isEnd === true) return true;
    state = this.start;
    for (const part of name.split(".")) {
      state = state.step(part);
      if (state === undefined) return false;
      if (state.isEnd) return true;
    }
    return false;
  }

  /** A text: JSON as a whole, or line by line JSON or logfmt. A line that is neither goes as a whole. */
  ofText(text: string): string {
    const whole = text.includes("\n") ? keepOfJson(text, this) : undefined;
    return whole ?? text.replace(/[^\r\n]+/g, (line) => this.#ofLine(line));
  }

  #ofLine(line: string): string {
    if (line.trim() === "") return line;
    const record = keepOfJson(line, this) ?? keepOfLogfmt(line, this);
    return record ?? this.gone(line.length);
  }

  /**
   * A copy of a record: plain objects, arrays and maps on the way to what is kept, and that as it is. Any other value goes as
   * a whole, whatever it is.
   */
  ofValue(value: unknown): unknown {
    if (typeof value === "string") return this.ofText(value);
    if (value === undefined || value === null) return value;
    if (Array.isArray(value))
      return value.map((each) => (Array.isArray(each) ? this.gone(0) : this.#step(each, this.start, 0)));
    return this.#step(value, this.start, 0);
  }

  #step(value: unknown, state: PathState | undefined, depth: number): unknown {
    if (state?.isEnd === true) return value;
    if (state === undefined || typeof value !== "object" || value === null || depth > DEPTH_MOST)
      return this.gone(0);
    try {
      if (Array.isArray(value))
        return value.map((each, i) => this.#step(each, state.step(String(i)), depth + 1));
      if (value instanceof Map) return this.#map(value, state, depth);
      return ArrayBuffer.isView(value) ? this.gone(0) : this.#object(value, state, depth);
    } catch {
      // A getter, or a trap of a proxy.
      return this.gone(0);
    }
  }

  #object(value: object, state: PathState, depth: number): unknown {
    const copy: Record<PropertyKey, unknown> = {};
    const put = (name: PropertyKey, kept: unknown): void => {
      // So that `__proto__` is a name as any other.
      Object.defineProperty(copy, name, {
        value: kept,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    };
    const names =
      value instanceof Error
        ? new Set(["message", "stack", "cause", ...Object.keys(value)])
        : Object.keys(value);
    for (const name of names) {
      const member = (value as Record<string, unknown>)[name];
      const next = state.step(name);
      if (member === undefined) continue;
      if (next !== undefined || !this.removes) put(name, this.#step(member, next, depth + 1));
      else this.gone(0);
    }
    // A logger's own: the text that it has made of all, for one.
    for (const name of Object.getOwnPropertySymbols(value)) {
      const member = (value as Record<PropertyKey, unknown>)[name];
      if (typeof member === "string") put(name, this.ofText(member));
    }
    return copy;
  }

  #map(value: ReadonlyMap<unknown, unknown>, state: PathState, depth: number): unknown {
    const copy = new Map<unknown, unknown>();
    for (const [name, member] of value) {
      const next = typeof name === "string" ? state.step(name) : undefined;
      if (next !== undefined || (typeof name === "string" && !this.removes))
        copy.set(name, this.#step(member, next, depth + 1));
      else this.gone(0);
    }
    return copy;
  }

  /** Counts a value of so many bytes that goes; returns what is written in its place. */
  gone(size: number): string {
    this.count(size);
    return this.text;
  }
}
