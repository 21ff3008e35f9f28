// Packs a program, part by part, each as what it is: `src/kernel/unpack/` unpacks it.
import * as abi from "../../src/kernel/abi.ts";
import * as is from "../../src/kernel/unpack/contexts.ts";
import type { Form, Part } from "../../src/program/parts.ts";
import { type Automaton, packAutomaton } from "./automata.ts";
import { packCode } from "./code.ts";
import { Encoder } from "./encoder.ts";
import { packEntries } from "./entries.ts";
import { packBytes, packSet, packTrie } from "./small-parts.ts";

const FORMS: Readonly<Record<Form, number>> = {
  bytes: is.FORM_BYTES,
  dfa: is.FORM_DFA,
  tagged: is.FORM_TAGGED,
  entries: is.FORM_ENTRIES,
  set: is.FORM_SET,
  trie: is.FORM_TRIE,
  code: is.FORM_CODE,
};

/** How many bytes a record may have. */
const STRIDES: readonly number[] = [1, 2, 4, 7, 8, 16, 32];

/** @param parts What the program is put together from, in its order */
export function packProgram(program: Uint8Array, parts: readonly Part[]): Uint8Array {
  const packer = new Packer(program);
  return packer.pack(parts.filter(({ size }) => size > 0));
}

class Packer {
  readonly #coder = new Encoder();
  readonly #program: Uint8Array;
  readonly #view: DataView;
  readonly #before: Partial<Record<Form, Automaton>> = {};
  #sets = 0;

  constructor(program: Uint8Array) {
    this.#program = program;
    this.#view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  }

  pack(parts: readonly Part[]): Uint8Array {
    const coder = this.#coder;
    coder.number(is.C_SIZE, parts.length);
    let [form, end] = [0, 0];
    for (const part of parts) {
      coder.bits(is.C_FORM + form * 8, FORMS[part.form], 3);
      coder.number(is.C_GAP, part.at - end);
      this.#packPart(part);
      form = FORMS[part.form];
      end = part.at + part.size;
    }
    return coder.finish();
  }

  #packPart({ form, at, size }: Part): void {
    const coder = this.#coder;
    const bytes = this.#program.subarray(at, at + size);
    if (form !== "dfa" && form !== "tagged") coder.number(is.C_SIZE, size);
    switch (form) {
      case "dfa":
        this.#packDfa(at, size);
        break;
      case "tagged":
        this.#packTagged(at, size);
        break;
      case "bytes": {
        const stride = leastOf(STRIDES, (stride) =>
          coder.measure((coder) => {
            packBytes(coder, bytes, stride);
          }),
        );
        coder.bits(is.C_STRIDE, stride, 6);
        packBytes(coder, bytes, stride);
        break;
      }
      case "entries":
        packEntries(coder, bytes);
        break;
      case "trie":
        packTrie(coder, bytes);
        break;
      case "code":
        packCode(coder, bytes);
        break;
      case "set":
        packSet(coder, bytes, this.#sets++);
        break;
    }
  }

  #packDfa(at: number, size: number): void {
    const starts = [0, 1, 2, 3].map((i) => this.#view.getUint16(at + abi.DFA_STARTS + i * 2, true));
    const classes = at + abi.DFA_CLASSES;
    const automaton = this.#automatonAt(classes, at + size, this.#view.getUint16(at, true), 0, starts);
    for (const start of starts) this.#coder.number(is.C_START, start);
    this.#packAutomaton("dfa", automaton);
  }

  #packTagged(at: number, size: number): void {
    const classCount = this.#view.getUint32(at, true);
    const automaton = this.#automatonAt(at + abi.TAGGED_CLASSES, at + size, classCount, abi.TAGGED_ROW, [1]);
    for (let place = 4; place < abi.TAGGED_CLASSES; place += 4) {
      this.#coder.number(is.C_BACK, at - this.#view.getUint32(at + place, true));
    }
    this.#packAutomaton("tagged", automaton);
  }

  /** Tells an automaton's size. */
  #automatonAt(
    classes: number,
    end: number,
    classCount: number,
    extra: number,
    starts: readonly number[],
  ): Automaton {
    const rows = new Uint16Array(this.#program.slice(classes + 256, end).buffer);
    const width = classCount + extra;
    const states = rows.length / width;
    this.#coder.number(is.C_SIZE, classCount);
    this.#coder.number(is.C_STATES, states);
    return { classes: this.#program.subarray(classes, classes + 256), rows, extra, width, states, starts };
  }

  #packAutomaton(form: Form, automaton: Automaton): void {
    const coder = this.#coder;
    const before = this.#before[form];
    const measure = (other: Automaton | undefined) =>
      coder.measure((coder) => {
        packAutomaton(coder, automaton, other);
      });
    const isUsed = before !== undefined && coder.bit(is.C_IS_USED, measure(before) < measure(undefined));
    packAutomaton(coder, automaton, isUsed ? before : undefined);
    this.#before[form] = automaton;
  }
}

function leastOf(values: readonly number[], measure: (value: number) => number): number {
  const measures = values.map(measure);
  return values[measures.indexOf(Math.min(...measures))]!;
}
