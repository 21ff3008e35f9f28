/** A place in a text, from 1; columns in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Members' names and indexes from the top. */
export type Path = readonly (string | number)[];

/** JSON that remembers where each of its values stands. */
export interface PlacedJson {
  readonly value: unknown;
  /** Where a value stands; the value around it, if there is none. */
  placeOf(path: Path): Place;
}

/** What is not JSON: where, what was found, and what is allowed there. */
export class JsonSyntaxError extends Error {
  override readonly name = "JsonSyntaxError";
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** Deeper than any configuration. */
const DEPTH_MOST = 64;

const TOKEN =
  /[\t\n\r ]*(?:("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]+)|([{}[\],:])|(.)|$)/suy;

interface Token {
  readonly kind: "string" | "word" | "sign" | "wrong" | "end";
  readonly text: string;
  readonly at: number;
}

/**
 * Reads JSON (RFC 8259). A name that stands twice in an object is refused, since one of them would be ignored.
 *
 * @throws JsonSyntaxError
 */
export function parseJson(text: string): PlacedJson {
  const reader = new Reader(text);
  const value = reader.value([], 0);
  reader.end();
  return { value, placeOf: (path) => reader.placeOf(path) };
}

class Reader {
  readonly #text: string;
  readonly #places = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  placeOf(path: Path): Place {
    for (let length = path.length; length > 0; length--) {
      const at = this.#places.get(JSON.stringify(path.slice(0, length)));
      if (at !== undefined) return this.#place(at);
    }
    return this.#place(0);
  }

  value(path: Path, depth: number, token: Token = this.#next()): unknown {
    this.#places.set(JSON.stringify(path), token.at);
    if (depth > DEPTH_MOST) this.#refuse(token, `values at most ${DEPTH_MOST} deep`);
    if (token.kind === "string") return this.#string(token);
    if (token.text === "{") return this.#object(path, depth);
    if (token.text === "[") return this.#array(path, depth);
    if (token.kind !== "word" || !/^(?:-?\d.*|true|false|null)$/.test(token.text))
      this.#refuse(token, "a value");
    try {
      return JSON.parse(token.text);
    } catch {
      return this.#refuse(token, "a number");
    }
  }

  end(): void {
    const token = this.#next();
    if (token.kind !== "end") this.#refuse(token, "the end");
  }

  #object(path: Path, depth: number): unknown {
    const members = new Map<string, unknown>();
    let token = this.#next();
    if (token.text === "}" && token.kind === "sign") return {};
    for (;;) {
      if (token.kind !== "string") this.#refuse(token, "a name in double quotes");
      const name = this.#string(token);
      if (members.has(name))
        throw new JsonSyntaxError(
          `${JSON.stringify(name)} stands twice in this object; each name is allowed once`,
          this.#place(token.at),
        );
      const colon = this.#next();
      if (colon.text !== ":") this.#refuse(colon, '":"');
      members.set(name, this.value([...path, name], depth + 1));
      // A member is where its name is.
      this.#places.set(JSON.stringify([...path, name]), token.at);
      const next = this.#next();
      if (next.text === "}" && next.kind === "sign") return Object.fromEntries(members);
      if (next.text !== "," || next.kind !== "sign") this.#refuse(next, '"," or "}"');
      token = this.#next();
    }
  }

  #array(path: Path, depth: number): unknown {
    const items: unknown[] = [];
    let token = this.#next();
    if (token.text === "]" && token.kind === "sign") return items;
    for (;;) {
      items.push(this.value([...path, items.length], depth + 1, token));
      const next = this.#next();
      if (next.text === "]" && next.kind === "sign") return items;
      if (next.text !== "," || next.kind !== "sign") this.#refuse(next, '"," or "]"');
      token = this.#next();
    }
  }

  #string(token: Token): string {
    try {
      return JSON.parse(token.text) as string;
    } catch {
      return this.#refuse(token, "a string with the escapes of JSON");
    }
  }

  #next(): Token {
    TOKEN.lastIndex = this.#at;
    const [all, string, word, sign, wrong] = TOKEN.exec(this.#text)!;
    this.#at += all.length;
    const text = string ?? word ?? sign ?? wrong ?? "";
    const kind =
      string !== undefined
        ? "string"
        : word !== undefined
          ? "word"
          : sign !== undefined
            ? "sign"
            : wrong !== undefined
              ? "wrong"
              : "end";
    return { kind, text, at: this.#at - text.length };
  }

  #refuse({ kind, text, at }: Token, allowed: string): never {
    const found =
      text === '"'
        ? "a string that does not end"
        : kind === "end"
          ? "the end"
          : kind === "string"
            ? "a string"
            : JSON.stringify(text);
    if (text === "/" || text === "#")
      throw new JsonSyntaxError("comments are not JSON; remove this one", this.#place(at));
    throw new JsonSyntaxError(`found ${found}, but ${allowed} is allowed here`, this.#place(at));
  }

  #place(at: number): Place {
    const before = this.#text.slice(0, at);
    const start = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: [...before.slice(start)].length + 1 };
  }
}
