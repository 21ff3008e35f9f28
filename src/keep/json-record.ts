import type { PathState } from "../object/paths/paths.ts";
import type { KeepRules } from "./keep-rules.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A JSON text without what is not kept.
 *
 * @returns undefined if it is not JSON of an object, or of an array of them
 */
export function keepOfJson(text: string, keeping: KeepRules): string | undefined {
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[") return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return new Writer(text, keeping).write();
}

/** Copies a text that is valid JSON, value by value. */
class Writer {
  readonly #text: string;
  readonly #keeping: KeepRules;
  readonly #literal: string;
  #at = 0;

  constructor(text: string, keeping: KeepRules) {
    this.#text = text;
    this.#keeping = keeping;
    this.#literal = JSON.stringify(keeping.text);
  }

  write(): string {
    const { start } = this.#keeping;
    const before = this.#blanks();
    const root = this.#peek() === "[" ? this.#list(() => start) : this.#members(start);
    return before + root + this.#text.slice(this.#at);
  }

  /** Writes the object that begins here. */
  #members(state: PathState): string {
    const { removes } = this.#keeping;
    let out = this.#take();
    let isFirst = true;
    for (;;) {
      const before = this.#blanks();
      const next = this.#peek();
      if (next === "}") return out + before + this.#take();
      if (next === ",") this.#take();
      const lead = before + this.#blanks();
      const nameStart = this.#at;
      this.#skipString();
      const written = this.#text.slice(nameStart, this.#at);
      const colon = this.#blanks() + this.#take() + this.#blanks();
      const value = this.#value(state.step(JSON.parse(written)));
      if (value === undefined && removes) continue;
      out += `${isFirst ? "" : ","}${lead}${written}${colon}${value ?? this.#literal}`;
      isFirst = false;
    }
  }

  /** Writes the array that begins here: as the places of JSON count, nothing is removed. */
  #list(stateOf: (index: number) => PathState | undefined): string {
    let out = this.#take();
    for (let index = 0; ; index++) {
      out += this.#blanks();
      if (this.#peek() === "]") return out + this.#take();
      if (this.#peek() === ",") out += this.#take() + this.#blanks();
      // A list of records has no lists of them.
      const isRecord = this.#peek() === "{";
      const state = stateOf(index);
      out += this.#value(state === this.#keeping.start && !isRecord ? undefined : state) ?? this.#literal;
    }
  }

  /** Steps over a value; undefined: it is not kept. */
  #value(state: PathState | undefined): string | undefined {
    const start = this.#at;
    const first = this.#peek();
    if (state !== undefined && !state.isEnd && first === "{") return this.#members(state);
    if (state !== undefined && !state.isEnd && first === "[") return this.#list((i) => state.step(String(i)));
    this.#skip();
    if (state?.isEnd === true) return this.#text.slice(start, this.#at);
    this.#keeping.count(this.#at - start);
    return undefined;
  }

  #skip(): void {
    let depth = 0;
    do {
      const next = this.#peek();
      if (next === '"') this.#skipString();
      else if (next === "{" || next === "[") {
        depth++;
        this.#at++;
      } else if (next === "}" || next === "]") {
        depth--;
        this.#at++;
      } else if (next === "," || next === ":" || isBlank(next)) this.#at++;
      else while (/[\w.+-]/.test(this.#peek())) this.#at++;
    } while (depth > 0);
  }

  #skipString(): void {
    const text = this.#text;
    for (let i = this.#at + 1; ; i++) {
      const code = text.charCodeAt(i);
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) {
        this.#at = i + 1;
        return;
      }
    }
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #take(): string {
    return this.#text.charAt(this.#at++);
  }

  #blanks(): string {
    const start = this.#at;
    while (isBlank(this.#peek())) this.#at++;
    return this.#text.slice(start, this.#at);
  }
}

const isBlank = (character: string): boolean => character !== "" && " \t\r\n".includes(character);
