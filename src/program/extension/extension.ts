import { CHANGES_ROOM, PROGRAM_HEADER } from "../../kernel/abi.ts";
import type { CompiledProgram, Program } from "../image/program.ts";

/** Where the changes of a program lie after it, as long as something uses the changed program. */
interface Range {
  readonly program: Pick<WeakRef<Program>, "deref">;
  readonly end: number;
}

const ranges = new WeakMap<CompiledProgram, readonly Range[]>();

/**
 * Where changes of `base` may lie so that they can share a memory with those of the programs that are in use. Where there
 * is no more room they lie right after it, and their program has a memory of its own.
 */
function startOf(base: CompiledProgram): number {
  const used = (ranges.get(base) ?? []).filter(({ program }) => program.deref() !== undefined);
  ranges.set(base, used);
  const start = used.reduce((most, { end }) => Math.max(most, end), base.size);
  return start - base.size < CHANGES_ROOM / 2 ? start : base.size;
}

function remember(base: CompiledProgram, program: Program): void {
  const ref = typeof WeakRef === "undefined" ? { deref: () => program } : new WeakRef(program);
  ranges.set(base, [...(ranges.get(base) ?? []), { program: ref, end: program.size }]);
}

/**
 * A program that is another one with changes. What is changed lies after the other's bytes, and words of the header
 * lead there; the other's bytes stay as they are, and shared.
 */
export class Extension {
  readonly base: CompiledProgram;
  readonly #header: DataView<ArrayBuffer>;
  readonly #parts: (readonly [at: number, bytes: Uint8Array])[] = [];
  readonly #start: number;
  #size: number;

  constructor(base: CompiledProgram) {
    this.base = base;
    this.#header = new DataView(base.slice(0, PROGRAM_HEADER).buffer);
    this.#start = startOf(base);
    this.#size = this.#start;
  }

  /** A word of the header, as it is by now. */
  word(name: number): number {
    return this.#header.getUint32(name, true);
  }

  /** Makes a word of the header another one. */
  set(name: number, value: number): void {
    this.#header.setUint32(name, value, true);
  }

  /** A copy of the base's bytes [at, at + length), with room for `more` of them. */
  copy(at: number, length: number, more = 0): Uint8Array<ArrayBuffer> {
    if (more === 0) return this.base.slice(at, length);
    const bytes = new Uint8Array(length + more);
    bytes.set(this.base.slice(at, length));
    return bytes;
  }

  /** Puts `bytes` after the others, which may still be written to; returns their address. */
  append(bytes: Uint8Array, alignment = 4): number {
    const at = Math.ceil(this.#size / alignment) * alignment;
    this.#parts.push([at, bytes]);
    this.#size = at + bytes.length;
    return at;
  }

  /** @param ruleIds Rule ids by their numbers */
  finish(ruleIds: readonly string[]): Program {
    const base = this.base;
    const parts = [...this.#parts];
    const header = new Uint8Array(this.#header.buffer);
    const size = Math.ceil(this.#size / 16) * 16;
    const lay = (space: Uint8Array): void => {
      for (const [at, bytes] of parts) space.set(bytes, at);
    };
    const program: Program = {
      size,
      ruleIds,
      load(space) {
        base.load(space.subarray(0, base.size));
        space.set(header);
        lay(space);
      },
      ...(this.#isShared(size) && { change: { of: base, header, lay } }),
    };
    if (this.#isShared(size)) remember(base, program);
    return program;
  }

  /** Whether it lies where nothing else does. */
  #isShared(size: number): boolean {
    const { base } = this;
    const isFirst = (ranges.get(base) ?? []).every(({ end }) => end <= this.#start);
    return isFirst && size - base.size <= CHANGES_ROOM;
  }
}
