// Makes a module that has no vectors of one that has: a vector becomes two numbers of 64 bits, and what is done with it is
// done with each, by functions of `src/embed/scalar/lanes.ts` that the module exports. It is the same code otherwise, so
// the same bytes come out.
import { I64, Reader, V128 } from "./code.js";
import { leb, sectionsOf, writeSections } from "./data.js";
import { VectorLowering } from "./vectors.js";

const [TYPE, IMPORT, FUNCTION, EXPORT, CODE] = [1, 2, 3, 7, 10];
const LANE = /^lane_/;

/** @typedef {import("./lowering.js").Type} Type */

/** @param {Uint8Array} content @returns {Type[]} */
function readTypes(content) {
  const reader = new Reader(content);
  return reader.list(() => {
    reader.byte();
    return { params: reader.list(() => reader.byte()), results: reader.list(() => reader.byte()) };
  });
}

/** A list of types with two numbers for each vector. @param {readonly number[]} types */
function flatTypes(types) {
  const flat = types.flatMap((type) => (type === V128 ? [I64, I64] : [type]));
  return [...leb(flat.length), ...flat];
}

/** @param {Uint8Array} content */
function readExports(content) {
  const reader = new Reader(content);
  return reader.list(() => ({ name: reader.name(), kind: reader.byte(), index: reader.unsigned() }));
}

/**
 * @param {Uint8Array} wasm
 * @returns {Uint8Array}
 */
export function lowerSimd(wasm) {
  const sections = sectionsOf(wasm);
  const content = (/** @type {number} */ id) => sections.find((section) => section.id === id)?.content;
  if (content(IMPORT) !== undefined) throw new Error("lower-simd: a module with imports");
  const types = readTypes(/** @type {Uint8Array} */ (content(TYPE)));
  const functions = new Reader(/** @type {Uint8Array} */ (content(FUNCTION)));
  const typeOf = functions.list(() => types[functions.unsigned()]);
  const exported = readExports(/** @type {Uint8Array} */ (content(EXPORT)));
  const lanes = new Map(
    exported.filter(({ name }) => LANE.test(name)).map(({ name, index }) => [name, index]),
  );
  const pair = types.push({ params: [], results: [I64, I64] }) - 1;
  const module = { types, typeOf, lanes, pair };
  const code = new Reader(/** @type {Uint8Array} */ (content(CODE)));
  const bodies = code.list(() => code.take(code.unsigned()));
  const lowered = bodies.map((body, i) => new VectorLowering(module, typeOf[i], body).run());
  const kept = exported.filter(({ name }) => !LANE.test(name));
  /** @type {Record<number, Uint8Array>} */
  const changed = {
    [TYPE]: Buffer.from([
      ...leb(types.length),
      ...types.flatMap(({ params, results }) => [0x60, ...flatTypes(params), ...flatTypes(results)]),
    ]),
    [EXPORT]: Buffer.from([
      ...leb(kept.length),
      ...kept.flatMap(({ name, kind, index }) => [
        ...leb(name.length),
        ...Buffer.from(name),
        kind,
        ...leb(index),
      ]),
    ]),
    [CODE]: Buffer.concat([
      Buffer.from(leb(lowered.length)),
      ...lowered.flatMap((body) => [Buffer.from(leb(body.length)), body]),
    ]),
  };
  return writeSections(
    sections.map((section) => ({ id: section.id, content: changed[section.id] ?? section.content })),
  );
}
