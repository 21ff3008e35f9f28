// Makes the kernel that is shipped report calls of its functions, without a build of its own: each of them gets a second
// function around it. https://webassembly.github.io/spec/core/binary/modules.html
//
// Functions keep their numbers, as these stand in every call: the body moves to a new number at the end, and what is left
// in its place calls the host, the body, and the host. The host is called through a table that is imported, since an
// imported function would shift all numbers.

const TYPE = 1;
const IMPORT = 2;
const FUNCTION = 3;
const CODE = 10;
const FUNCTION_TYPE = 0x60;
const I32 = 0x7f;
const I64 = 0x7e;
const TABLE_IMPORT = 1;
const FUNCREF = 0x70;

const END = 0x0b;
const CALL = 0x10;
const CALL_INDIRECT = 0x11;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const I32_CONST = 0x41;
const I32_WRAP_I64 = 0xa7;

/** Arguments that are reported. */
const ARGUMENTS = 4;
const HEADER_BYTES = 8;

/** What a kernel that reports its calls calls. */
export interface Tell {
  enter(title: number, ...values: readonly number[]): void;
  leave(title: number, result: number): void;
}

interface Section {
  readonly id: number;
  readonly bytes: Uint8Array;
}

interface FunctionType {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

/**
 * Returns a module that reports calls through the table `env.trace`: `enter(number, …arguments)` is its first function,
 * `leave(number, result)` its second.
 *
 * @param functions Numbers of functions
 * @throws RangeError for a module that imports functions or has a table
 */
export function instrument(wasm: Uint8Array, functions: readonly number[]): Uint8Array<ArrayBuffer> {
  const sections = [...readSections(wasm)];
  const entries = (id: number): Uint8Array[] => {
    const section = sections.find((each) => each.id === id);
    return section === undefined ? [] : READERS[id]!(section.bytes);
  };
  const [types, imports, kinds, bodies] = [entries(TYPE), entries(IMPORT), entries(FUNCTION), entries(CODE)];
  if (imports.some((bytes) => kindOfImport(bytes) === 0) || sections.some(({ id }) => id === 4))
    throw new RangeError("the module imports functions or has a table");
  const enter = types.push(functionType([I32, ...Array.from({ length: ARGUMENTS }, () => I32)], [])) - 1;
  const leave = types.push(functionType([I32, I32], [])) - 1;
  imports.push(Uint8Array.of(...name("env"), ...name("trace"), TABLE_IMPORT, FUNCREF, 0, 2));
  for (const number of functions) {
    const kind = kinds[number]!;
    const moved = kinds.push(kind) - 1;
    bodies.push(bodies[number]!);
    bodies[number] = wrapper(number, moved, readType(types[readNumber(kind, 0)[0]]!), [enter, leave]);
  }
  const changed = new Map([
    [TYPE, types],
    [IMPORT, imports],
    [FUNCTION, kinds],
    [CODE, bodies],
  ]);
  return concat([
    wasm.subarray(0, HEADER_BYTES),
    ...sections.map(({ id, bytes }) => {
      const list = changed.get(id);
      const content = list === undefined ? bytes : concat([encoded(list.length), ...list]);
      return concat([Uint8Array.of(id), encoded(content.length), content]);
    }),
  ]);
}

/** A table for `env.trace`. A function of the host can be in one only if it comes out of a module. */
export function tableOf({ enter, leave }: Tell): WebAssembly.Table {
  const [enterType, leaveType] = [
    functionType([I32, ...Array.from({ length: ARGUMENTS }, () => I32)], []),
    functionType([I32, I32], []),
  ];
  const section = (id: number, ...list: readonly (readonly number[] | Uint8Array)[]): Uint8Array => {
    const content = concat([encoded(list.length), ...list.map((each) => Uint8Array.from(each))]);
    return concat([Uint8Array.of(id), encoded(content.length), content]);
  };
  const module = new WebAssembly.Module(
    concat([
      Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
      section(TYPE, enterType, leaveType),
      section(IMPORT, [...name("e"), ...name("enter"), 0, 0], [...name("e"), ...name("leave"), 0, 1]),
      section(7, [...name("enter"), 0, 0], [...name("leave"), 0, 1]),
    ]),
  );
  const { exports } = new WebAssembly.Instance(module, { e: { enter, leave } });
  const table = new WebAssembly.Table({ element: "anyfunc", initial: 2 });
  table.set(0, exports.enter);
  table.set(1, exports.leave);
  return table;
}

function wrapper(
  number: number,
  moved: number,
  { parameters, results }: FunctionType,
  [enter, leave]: readonly [number, number],
): Uint8Array {
  const asWord = (local: number, type: number | undefined): number[] => {
    if (type === I32) return [LOCAL_GET, ...encoded(local)];
    return type === I64 ? [LOCAL_GET, ...encoded(local), I32_WRAP_I64] : [I32_CONST, 0];
  };
  const result = parameters.length;
  const locals = results.length === 0 ? [0] : [1, 1, results[0]!];
  const code = [
    ...locals,
    ...[I32_CONST, ...signed(number)],
    ...Array.from({ length: ARGUMENTS }, (_, i) => asWord(i, parameters[i])).flat(),
    ...[I32_CONST, 0, CALL_INDIRECT, ...encoded(enter), 0],
    ...parameters.flatMap((_, i) => [LOCAL_GET, ...encoded(i)]),
    ...[CALL, ...encoded(moved)],
    ...(results.length === 0 ? [] : [LOCAL_SET, ...encoded(result)]),
    ...[I32_CONST, ...signed(number), ...asWord(result, results[0])],
    ...[I32_CONST, 1, CALL_INDIRECT, ...encoded(leave), 0],
    ...(results.length === 0 ? [] : [LOCAL_GET, ...encoded(result)]),
    END,
  ];
  return Uint8Array.of(...encoded(code.length), ...code);
}

function* readSections(wasm: Uint8Array): Generator<Section> {
  for (let at = HEADER_BYTES; at < wasm.length; ) {
    const id = wasm[at]!;
    const [size, from] = readNumber(wasm, at + 1);
    yield { id, bytes: wasm.subarray(from, from + size) };
    at = from + size;
  }
}

/** The entries of a section, by how long each is. */
function entriesOf(bytes: Uint8Array, endOf: (bytes: Uint8Array, at: number) => number): Uint8Array[] {
  let [count, at] = readNumber(bytes, 0);
  const entries: Uint8Array[] = [];
  for (; count > 0; count--) {
    const end = endOf(bytes, at);
    entries.push(bytes.subarray(at, end));
    at = end;
  }
  return entries;
}

const endOfNumber = (bytes: Uint8Array, at: number): number => readNumber(bytes, at)[1];
const endOfBytes = (bytes: Uint8Array, at: number): number => {
  const [size, from] = readNumber(bytes, at);
  return from + size;
};
const endOfType = (bytes: Uint8Array, at: number): number => endOfBytes(bytes, endOfBytes(bytes, at + 1));

function endOfImport(bytes: Uint8Array, at: number): number {
  const kind = endOfBytes(bytes, endOfBytes(bytes, at));
  if (bytes[kind] === 0) return endOfNumber(bytes, kind + 1);
  // A memory or a table, of which the second has a type in front of its limits.
  const limits = kind + (bytes[kind] === TABLE_IMPORT ? 2 : 1);
  const least = endOfNumber(bytes, limits + 1);
  return (bytes[limits]! & 1) === 0 ? least : endOfNumber(bytes, least);
}

const kindOfImport = (bytes: Uint8Array): number => bytes[endOfBytes(bytes, endOfBytes(bytes, 0))]!;

const READERS: Readonly<Record<number, (bytes: Uint8Array) => Uint8Array[]>> = {
  [TYPE]: (bytes) => entriesOf(bytes, endOfType),
  [IMPORT]: (bytes) => entriesOf(bytes, endOfImport),
  [FUNCTION]: (bytes) => entriesOf(bytes, endOfNumber),
  [CODE]: (bytes) => entriesOf(bytes, endOfBytes),
};

function readType(bytes: Uint8Array): FunctionType {
  const [parameters, at] = readNumber(bytes, 1);
  const [results, from] = readNumber(bytes, at + parameters);
  return {
    parameters: [...bytes.subarray(at, at + parameters)],
    results: [...bytes.subarray(from, from + results)],
  };
}

function functionType(parameters: readonly number[], results: readonly number[]): Uint8Array {
  return Uint8Array.of(FUNCTION_TYPE, parameters.length, ...parameters, results.length, ...results);
}

function name(text: string): readonly number[] {
  return [text.length, ...text].map((each) => (typeof each === "number" ? each : each.charCodeAt(0)));
}

/** Unsigned LEB128, and where it ends. */
function readNumber(bytes: Uint8Array, from: number): [value: number, end: number] {
  let [value, at] = [0, from];
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function encoded(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Uint8Array.of(...bytes, rest);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** Signed LEB128 of a number that is not negative. */
function signed(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest < 0x40) return Uint8Array.of(...bytes, rest);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}
