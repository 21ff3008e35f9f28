import * as abi from "../../kernel/abi.ts";
import { startsLine } from "../automaton/dfa-record.ts";
import type { Fragment } from "../fragments/choose-fragments.ts";
import type { Compiled } from "./compile-shape.ts";
import { pack } from "./hash.ts";

/**
 * From fragments to the rules that have them: an entry for each, to which nothing leads so far.
 *
 * @param from The number of the first rule
 * @param before How many entries there are already
 * @throws RangeError where there are more than have numbers
 */
export function encodeEntries(
  compiled: readonly (Compiled | undefined)[],
  from = 0,
  before = 0,
): Uint8Array<ArrayBuffer> {
  const all = compiled.flatMap((shape, i) =>
    (shape?.fragments ?? []).map((fragment) => ({ ...fragment, dfa: shape!.dfa, rule: from + i })),
  );
  if (before + all.length > 0xffff) throw new RangeError("too many fragments");
  const bytes = new Uint8Array(all.length * abi.ENTRY_SIZE);
  const view = new DataView(bytes.buffer);
  all.forEach(({ bytes, cares, before, after, nearest, farthest, dfa, rule }, i) => {
    const at = i * abi.ENTRY_SIZE;
    const inside = bytes.map((byte, k) => ({ byte, care: cares[k]! }));
    const around = [...before.map(cared), ...inside, ...after.map(cared)];
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
  });
  return bytes;
}

/** What does not count is 0. */
function cared({ byte, care }: Fragment["before"][number]): Fragment["before"][number] {
  return { byte: care === 0 ? 0 : byte, care };
}
