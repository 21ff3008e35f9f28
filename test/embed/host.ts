// The embedding module in Node, for tests: a host as short as one can be.
import { readFileSync } from "node:fs";
import * as abi from "../../src/embed/abi.ts";

type Numbers = Record<string, (...args: (number | bigint)[]) => number>;

const FILE = new URL("../../dist/scrubjay.wasm", import.meta.url);
let compiled: WebAssembly.Module | undefined;

/** The module that the build has made. */
export function embeddingModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(FILE));
  return compiled;
}

export interface HostMatch {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly checked: number;
}

/** An error's code and message, as the module gives them. */
export class HostError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** One instance, and a stream or a place for records in it. */
export class Host {
  readonly calls: Numbers;
  readonly memory: WebAssembly.Memory;
  readonly handle: number;

  constructor(
    options: {
      policy?: Uint8Array;
      key?: string;
      time?: number;
      shares?: Host;
      module?: WebAssembly.Module;
    } = {},
  ) {
    const { policy, key, time, shares } = options;
    const exports =
      shares === undefined
        ? new WebAssembly.Instance(options.module ?? embeddingModule(), {}).exports
        : { ...shares.calls, memory: shares.memory };
    this.calls = exports as unknown as Numbers;
    this.memory = (exports as { memory: unknown }).memory as WebAssembly.Memory;
    this.handle = this.withBytes(policy ?? new Uint8Array(0), (at, size) =>
      this.check(this.calls.sj_open!(policy === undefined ? 0 : at, size)),
    );
    if (key !== undefined)
      this.withBytes(new TextEncoder().encode(key), (at, size) =>
        this.check(this.calls.sj_key!(this.handle, at, size)),
      );
    if (time !== undefined) this.check(this.calls.sj_time!(this.handle, BigInt(time)));
  }

  /** Gives the module bytes for a call. */
  withBytes<T>(bytes: Uint8Array, use: (at: number, size: number) => T): T {
    const at = this.calls.sj_alloc!(bytes.length);
    new Uint8Array(this.memory.buffer).set(bytes, at);
    try {
      return use(at, bytes.length);
    } finally {
      this.calls.sj_free!(at);
    }
  }

  check(result: number): number {
    if (result < 0) throw new HostError(result, this.textAt(this.calls.sj_message!(result)));
    return result;
  }

  textAt(at: number): string {
    const bytes = new Uint8Array(this.memory.buffer);
    return new TextDecoder().decode(bytes.subarray(at, bytes.indexOf(0, at)));
  }

  get policy(): string {
    return this.textAt(this.check(this.calls.sj_policy!(this.handle)));
  }

  lay(bytes: Uint8Array): void {
    const at = this.check(this.calls.sj_input!(this.handle));
    new Uint8Array(this.memory.buffer).set(bytes, at);
  }

  /** A copy of what the last call wrote. */
  get output(): Uint8Array {
    const at = this.check(this.calls.sj_out!(this.handle));
    const size = this.check(this.calls.sj_out_length!(this.handle));
    return new Uint8Array(this.memory.buffer).slice(at, at + size);
  }

  feed(bytes: Uint8Array, final: boolean): Uint8Array {
    const pieces: Uint8Array[] = [];
    let done = 0;
    do {
      const piece = bytes.subarray(done, done + abi.INPUT_MOST);
      done += piece.length;
      this.lay(piece);
      this.check(this.calls.sj_feed!(this.handle, piece.length, final && done === bytes.length ? 1 : 0));
      pieces.push(this.output);
    } while (done < bytes.length);
    return Buffer.concat(pieces);
  }

  redact(record: Uint8Array): Uint8Array {
    this.lay(record);
    this.check(this.calls.sj_redact!(this.handle, record.length));
    return this.output;
  }

  field(name: Uint8Array, value: Uint8Array): Uint8Array {
    this.lay(Buffer.concat([name, value]));
    this.check(this.calls.sj_field!(this.handle, name.length, value.length));
    return this.output;
  }

  /** The matches of the last call. */
  matches(): HostMatch[] {
    const matches: HostMatch[] = [];
    for (;;) {
      const at = this.check(this.calls.sj_next_match!(this.handle));
      if (at === 0) return matches;
      const view = new DataView(this.memory.buffer, at, abi.MATCH_SIZE);
      matches.push({
        rule: this.textAt(view.getUint32(abi.MATCH_RULE, true)),
        start: Number(view.getBigUint64(abi.MATCH_START, true)),
        end: Number(view.getBigUint64(abi.MATCH_END, true)),
        checked: view.getUint32(abi.MATCH_CHECK, true),
      });
    }
  }
}
