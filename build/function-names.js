// The numbers of the functions that `scrubjay explain` follows, from the names in a module. What the optimizer has put
// into others is missing.

/** Their parameters as `src/kernel/` declares them: a module does not know their names. */
const TRACED = {
  tryRule: "rule:u32 start:usize",
  offerMatch: "record:usize rule:u32 start:usize",
  passes: "check:u32 start:usize end:usize head:u32",
  isInnocent: "start:usize end:usize isOwn:bool isAnyWord:bool",
  isRepeated: "p:usize",
  runPattern: "dfa:usize rule:u32 start:usize state:u32 goesOnThere:bool",
  wait: "record:usize start:usize",
  findKey: "p:usize",
  sensitiveName: "stop:usize",
  findValue: "end:usize kind:u32 isOwn:bool",
  enterValue: "value:usize rule:u32 kind:u32",
  isMetavariable: "p:usize",
  narrow: "level:u32 p:usize",
};

const CUSTOM = 0;
const TYPE = 1;
const FUNCTION = 3;

/**
 * @param {Uint8Array} wasm
 * @returns {{ wasm: Uint8Array, titles: Record<number, string> }} The module without its custom sections, and the
 *   titles of functions by their numbers: `name parameter:type …`
 */
export function takeNames(wasm) {
  const kept = [wasm.subarray(0, 8)];
  /** @type {number[]} */ const parameterCounts = [];
  /** @type {number[]} */ const types = [];
  /** @type {Map<number, string>} */ let names = new Map();
  for (let at = 8; at < wasm.length; ) {
    const start = at;
    const id = wasm[at];
    const size = readNumber(wasm, at + 1);
    const end = size.end + size.value;
    const reader = new Reader(wasm.subarray(size.end, end));
    if (id !== CUSTOM) kept.push(wasm.subarray(start, end));
    else if (reader.text() === "name") names = functionNames(reader);
    if (id === TYPE)
      reader.repeat(() => {
        reader.skip(1);
        const count = reader.number();
        reader.skip(count);
        parameterCounts.push(count);
        reader.skip(reader.number());
      });
    if (id === FUNCTION) reader.repeat(() => types.push(reader.number()));
    at = end;
  }
  /** @type {Record<number, string>} */ const titles = {};
  for (const [name, parameters] of Object.entries(TRACED)) {
    for (const [number, path] of names) {
      if (path.split("/").at(-1) !== name) continue;
      // The optimizer leaves out parameters that are the same in all calls: then it is not known which are left.
      if (parameterCounts[types[number]] === parameters.split(" ").length)
        titles[number] = `${name} ${parameters}`;
    }
  }
  return { wasm: Buffer.concat(kept), titles };
}

/** @param {Reader} reader @returns {Map<number, string>} */
function functionNames(reader) {
  const names = new Map();
  while (!reader.isAtEnd) {
    const id = reader.take(1)[0];
    const section = new Reader(reader.take(reader.number()));
    if (id === 1) section.repeat(() => names.set(section.number(), section.text()));
  }
  return names;
}

class Reader {
  #bytes;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  get isAtEnd() {
    return this.#at >= this.#bytes.length;
  }

  number() {
    const { value, end } = readNumber(this.#bytes, this.#at);
    this.#at = end;
    return value;
  }

  /** @param {number} count */
  take(count) {
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** @param {number} count */
  skip(count) {
    this.#at += count;
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }

  /** @param {() => void} read */
  repeat(read) {
    for (let count = this.number(); count > 0; count--) read();
  }
}

/** LEB128. @param {Uint8Array} bytes @param {number} from */
function readNumber(bytes, from) {
  let [value, end] = [0, from];
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[end++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value: value >>> 0, end };
  }
}
