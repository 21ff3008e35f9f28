// What `scrubjay compile` writes and the embedding module opens: `src/embed/abi.ts` has the format.
import * as abi from "../embed/abi.ts";
import type { PlainCensor } from "../redaction/censors.ts";

/** What of a program is another one than in the module. */
export interface PolicyChange {
  /** The bytes that stand in place of the program's first ones. */
  readonly header: Uint8Array;
  /** What lies after the program. */
  readonly added: Uint8Array;
}

export interface PolicySource {
  /** Tells the module's program from others: {@link programId}. */
  readonly base: Uint8Array;
  /** How many bytes the program has without its changes. */
  readonly baseSize: number;
  readonly change: PolicyChange | undefined;
  /** The ids of the program's rules, as they are shown. */
  readonly ruleIds: readonly string[];
  /** The censor of each rule; none is a function. */
  readonly censors: readonly PlainCensor[];
  readonly sha256: Sha256;
}

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The id of a program, from the file that Node reads it from. */
export function programId(file: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(file).slice(0, abi.ID_SIZE);
}

/** The policy as a file. The same source gives the same bytes. */
export function encodePolicy(source: PolicySource): Uint8Array<ArrayBuffer> {
  const { base, baseSize, change, ruleIds, sha256 } = source;
  const writer = new Writer();
  const header = change === undefined ? 0 : writer.add(change.header);
  const ids = writer.add(encodeIds(ruleIds));
  const { list, numbers } = numberCensors(source.censors);
  const censors = writer.add(encodeCensors(list, writer));
  const ruleCensors = writer.add(words16(numbers));
  const added = writer.add(change?.added ?? new Uint8Array(0), 16);
  const bytes = writer.bytes();
  const view = new DataView(bytes.buffer);
  const set = (field: number, value: number): void => view.setUint32(field, value, true);
  set(0, abi.POLICY_MAGIC);
  set(abi.POLICY_FORMAT, abi.POLICY_VERSION);
  bytes.set(base, abi.POLICY_BASE);
  set(abi.POLICY_LENGTH, bytes.length);
  set(abi.POLICY_HEADER, header);
  set(abi.POLICY_ADDED, added);
  set(abi.POLICY_ADDED_AT, baseSize);
  set(abi.POLICY_RULES, ruleIds.length);
  set(abi.POLICY_IDS, ids);
  set(abi.POLICY_CENSORS, list.length);
  set(abi.POLICY_CENSOR_LIST, censors);
  set(abi.POLICY_RULE_CENSORS, ruleCensors);
  const told = new Uint8Array([...base, ...bytes.subarray(abi.POLICY_LENGTH)]);
  bytes.set(sha256(told).subarray(0, abi.ID_SIZE), abi.POLICY_ID);
  return bytes;
}

/** The id of a policy, as `sj_policy` tells it. */
export function policyId(policy: Uint8Array): string {
  const id = policy.subarray(abi.POLICY_ID, abi.POLICY_ID + abi.ID_SIZE);
  return Array.from(id, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes one after the other, after a policy's fixed part. */
class Writer {
  readonly #parts: (readonly [at: number, bytes: Uint8Array])[] = [];
  #size: number = abi.POLICY_START;

  /** Returns where they are. */
  add(bytes: Uint8Array, alignment = 4): number {
    const at = Math.ceil(this.#size / alignment) * alignment;
    this.#parts.push([at, bytes]);
    this.#size = at + bytes.length;
    return at;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#size);
    for (const [at, part] of this.#parts) bytes.set(part, at);
    return bytes;
  }
}

/** Where each id starts and where the last one ends, and the ids with a zero after each. */
function encodeIds(ids: readonly string[]): Uint8Array {
  const texts = ids.map((id) => new TextEncoder().encode(`${id}\0`));
  let at = 4 * (texts.length + 1);
  const starts = [at, ...texts.map(({ length }) => (at += length))];
  const bytes = new Uint8Array(at);
  bytes.set(new Uint8Array(Uint32Array.from(starts).buffer));
  texts.forEach((text, i) => {
    bytes.set(text, starts[i]!);
  });
  return bytes;
}

function words16(numbers: readonly number[]): Uint8Array {
  return new Uint8Array(Uint16Array.from(numbers).buffer);
}

/** Equal censors once each, and the number of each rule's. */
function numberCensors(censors: readonly PlainCensor[]): {
  readonly list: readonly PlainCensor[];
  readonly numbers: readonly number[];
} {
  const known = new Map<string, number>();
  const list: PlainCensor[] = [];
  const numbers = censors.map((censor) => {
    const key = JSON.stringify(censor);
    const number = known.get(key) ?? list.push(censor) - 1;
    known.set(key, number);
    return number;
  });
  return { list, numbers };
}

const KINDS = {
  redacted: abi.CENSOR_REDACTED,
  label: abi.CENSOR_LABEL,
  mask: abi.CENSOR_MASK,
  remove: abi.CENSOR_REMOVE,
  hash: abi.CENSOR_HASH,
  claims: abi.CENSOR_CLAIMS,
} as const;

function encodeCensors(censors: readonly PlainCensor[], writer: Writer): Uint8Array {
  const bytes = new Uint8Array(abi.CENSOR_SIZE * censors.length);
  const view = new DataView(bytes.buffer);
  censors.forEach((censor, i) => {
    const at = i * abi.CENSOR_SIZE;
    if (typeof censor === "string") bytes[at + abi.CENSOR_KIND] = KINDS[censor];
    else if (typeof censor === "function") throw new TypeError("a censor function cannot be compiled");
    else if ("keepLast" in censor) {
      bytes[at + abi.CENSOR_KIND] = abi.CENSOR_KEEP_LAST;
      bytes[at + abi.CENSOR_COUNT] = censor.keepLast;
    } else {
      const text = new TextEncoder().encode(censor.text);
      bytes[at + abi.CENSOR_KIND] = abi.CENSOR_OWN_TEXT;
      view.setUint32(at + abi.CENSOR_TEXT, writer.add(text), true);
      view.setUint32(at + abi.CENSOR_LENGTH, text.length, true);
    }
  });
  return bytes;
}
