import * as abi from "../../kernel/abi.ts";
import { type DfaRecord, startsLine } from "../automaton/dfa-record.ts";
import type { Fragment } from "../fragments/choose-fragments.ts";
import { fold, hash, pack } from "./hash.ts";

/** From a fragment to the rules that have it: slots by its hash, and chains of entries. */
export class FragmentTable {
  /** As the kernel reads them. */
  readonly slots: Uint32Array<ArrayBuffer>;
  readonly #multiplier: number;
  #entries: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #count: number;
  #joints: number;

  /** An empty one; or one that goes on where others are in a program already. */
  constructor(
    multiplier: number,
    slots: Uint32Array<ArrayBuffer> = new Uint32Array(2 << (32 - abi.SLOT_SHIFT)),
    entries: Uint8Array<ArrayBuffer> = new Uint8Array(0),
    joints = 0,
  ) {
    this.slots = slots;
    this.#multiplier = multiplier;
    this.#entries = entries;
    this.#view = new DataView(entries.buffer);
    this.#count = entries.length / abi.ENTRY_SIZE;
    this.#joints = joints;
  }

  get entries(): Uint8Array<ArrayBuffer> {
    return this.#entries.slice(0, this.#count * abi.ENTRY_SIZE);
  }

  get count(): number {
    return this.#count;
  }

  /** Number of the first entry of a joint; 0: there are none. */
  get joints(): number {
    return this.#joints;
  }

  /**
   * @param dfa The rule's
   * @throws RangeError where there are more than have numbers
   */
  add(fragment: Fragment, rule: number, dfa: DfaRecord): void {
    const { bytes, cares, before, after, nearest, farthest } = fragment;
    const number = this.#reserve();
    const at = (number - 1) * abi.ENTRY_SIZE;
    const view = this.#view;
    const around = [...before, ...bytes.map((byte, k) => ({ byte, care: cares[k]! })), ...after];
    for (let from = 0; from < around.length; from += 4) {
      const four = around.slice(from, from + 4);
      view.setUint32(at + 2 * from, pack(four.map(({ byte }) => byte)), true);
      view.setUint32(at + 2 * from + 4, pack(four.map(({ care }) => care)), true);
    }
    view.setUint16(at + 24, rule, true);
    view.setUint8(at + 28, nearest);
    view.setUint8(at + 29, farthest);
    view.setUint8(at + 30, bytes.length);
    view.setUint8(at + 31, startsLine(dfa) ? 1 : 0);
    if (bytes.length === 1) {
      view.setUint16(at + 26, this.#joints, true);
      this.#joints = number;
      return;
    }
    const hashed = this.#hashOf(fragment);
    const slot = 2 * (hashed >>> abi.SLOT_SHIFT);
    view.setUint16(at + 26, this.slots[slot]! & 0xffff, true);
    this.slots[slot] =
      (this.slots[slot]! & ~0xffff) | (0x10000 << ((hashed >>> abi.TAG_SHIFT) & 15)) | number;
    this.slots[slot + 1]! |= aroundBits(around[5]!, around[8]!);
  }

  /** The number of the slot that a fragment has or a joint would have. */
  slotOf(fragment: Fragment): number {
    return this.#hashOf(fragment) >>> abi.SLOT_SHIFT;
  }

  #hashOf({ bytes }: Fragment): number {
    return hash(pack(bytes.map(fold)), this.#multiplier);
  }

  /** Makes room for one more entry; returns its number, counted from 1. */
  #reserve(): number {
    if (this.#count === 0xffff) throw new RangeError("too many fragments");
    if (++this.#count * abi.ENTRY_SIZE > this.#entries.length) {
      const entries = new Uint8Array(2 * this.#count * abi.ENTRY_SIZE);
      entries.set(this.#entries);
      this.#entries = entries;
      this.#view = new DataView(entries.buffer);
    }
    return this.#count;
  }
}

/** A bit for each way of what the kernel looks at around a fragment: the case of its last byte but two, the byte behind it. */
function aroundBits(inside: Fragment["after"][number], behind: Fragment["after"][number]): number {
  const cases = [0, 1].filter((bit) => (inside.care & 0x20) === 0 || (inside.byte & 0x20) >> 5 === bit);
  let bits = 0;
  // Of the byte behind, the kernel looks at the low nibble.
  for (let low = 0; low < 16; low++) {
    if (((low ^ behind.byte) & behind.care & 15) !== 0) continue;
    for (const bit of cases) bits |= 1 << (low | (bit << 4));
  }
  return bits;
}
