// Adds data to a WebAssembly module (https://webassembly.github.io/spec/core/binary/modules.html), which is laid into its
// memory when it is instantiated.

const DATA = 11;
const DATA_COUNT = 12;
const I32_CONST = 0x41;
const END = 0x0b;

/** @typedef {{ at: number, bytes: Uint8Array }} Data Bytes, and their address */

/** A number as LEB128, unsigned. @param {number} value @returns {number[]} */
export function leb(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/** The same, signed. @param {number | bigint} value @returns {number[]} */
export function signedLeb(value) {
  const bytes = [];
  let rest = BigInt(value);
  for (; rest < -64n || rest > 63n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest & 0x7fn)];
}

/** @param {Uint8Array} bytes @param {number} at @returns {[value: number, end: number]} */
function readUnsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

/** The sections of a module. @param {Uint8Array} wasm */
export function sectionsOf(wasm) {
  /** @type {{ id: number, content: Uint8Array }[]} */
  const sections = [];
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = readUnsigned(wasm, at + 1);
    sections.push({ id: wasm[at], content: wasm.subarray(start, start + size) });
    at = start + size;
  }
  return sections;
}

/** The module with segments more. @param {Uint8Array} wasm @param {readonly Data[]} data @returns {Uint8Array} */
export function withData(wasm, data) {
  const segments = data.map(({ at, bytes }) =>
    Buffer.concat([
      Buffer.from([0, I32_CONST, ...signedLeb(at), END, ...leb(bytes.length)]),
      Buffer.from(bytes),
    ]),
  );
  const known = sectionsOf(wasm);
  const old = known.find(({ id }) => id === DATA)?.content ?? Uint8Array.of(0);
  const [count, start] = readUnsigned(old, 0);
  const content = Buffer.concat([
    Buffer.from(leb(count + segments.length)),
    old.subarray(start),
    ...segments,
  ]);
  const sections = known
    .filter(({ id }) => id !== DATA)
    .map((section) =>
      section.id === DATA_COUNT
        ? { id: DATA_COUNT, content: Buffer.from(leb(count + segments.length)) }
        : section,
    );
  // The data is the last of what has an order.
  const last = sections.findLastIndex(({ id }) => id !== 0);
  sections.splice(last + 1, 0, { id: DATA, content });
  return writeSections(sections);
}

const HEAD = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module of these sections. @param {readonly { id: number, content: Uint8Array }[]} sections @returns {Uint8Array} */
export function writeSections(sections) {
  return Buffer.concat([
    Buffer.from(HEAD),
    ...sections.map(({ id, content }) => Buffer.concat([Buffer.from([id, ...leb(content.length)]), content])),
  ]);
}
