// The policy of this instance: what a program adds to the one inside, the ids of its rules, and what replaces what they find.
import { CHANGES_ROOM, PROGRAM, PROGRAM_HEADER } from "../kernel/abi";
import { link } from "../kernel/index";
import {
  BAD_POLICY,
  CENSOR_CLAIMS,
  CENSOR_HASH,
  CENSOR_KEEP_LAST,
  CENSOR_KIND,
  CENSOR_LENGTH,
  CENSOR_SIZE,
  CENSOR_TEXT,
  DEFAULT_POLICY,
  ID_SIZE,
  OTHER_POLICY,
  OTHER_VERSION,
  POLICY_ADDED,
  POLICY_ADDED_AT,
  POLICY_BASE,
  POLICY_CENSOR_LIST,
  POLICY_CENSORS,
  POLICY_FORMAT,
  POLICY_HEADER,
  POLICY_ID,
  POLICY_IDS,
  POLICY_LENGTH,
  POLICY_MAGIC,
  POLICY_RULE_CENSORS,
  POLICY_RULES,
  POLICY_START,
  POLICY_VERSION,
  TOLD,
  TOLD_IMAGE,
  TOLD_POLICY,
} from "./abi";
import { hexDigit } from "./secret/keys";
import { DIGEST_SIZE, finish, start, update } from "./secret/sha256";

export class Policy {
  /** A copy of all but what is added to the program; 0: none is open. */
  static at: usize = 0;
  static rules: u32 = 0;
  static needsKey: bool = false;
}

const digest: usize = memory.data(DIGEST_SIZE, 8);
/** The id as digits, and a zero. */
const shown: usize = memory.data(2 * ID_SIZE + 1, 8);

/** Opens a policy, or the default one where the length is 0. Returns 0 or what is wrong. */
export function openPolicy(from: usize, size: u32): i32 {
  const at = size == 0 ? <usize>DEFAULT_POLICY : from;
  const length = size == 0 ? load<u32>(TOLD, TOLD_POLICY) : size;
  const problem = checkPolicy(at, length);
  if (problem != 0) return problem;
  if (Policy.at != 0)
    return memory.compare(at + POLICY_ID, Policy.at + POLICY_ID, ID_SIZE) == 0 ? 0 : OTHER_POLICY;
  const added = load<u32>(at, POLICY_ADDED);
  Policy.at = heap.alloc(added);
  memory.copy(Policy.at, at, added);
  Policy.rules = load<u32>(at, POLICY_RULES);
  Policy.needsKey = uses(<u8>CENSOR_HASH);
  // The program inside is linked first: a policy's changes may lead to what it has, as they do in a scanner.
  link();
  const header = load<u32>(at, POLICY_HEADER);
  if (header != 0) memory.copy(PROGRAM, at + header, PROGRAM_HEADER);
  memory.copy(PROGRAM + load<u32>(at, POLICY_ADDED_AT), at + added, length - added);
  link();
  showId();
  return 0;
}

function checkPolicy(at: usize, length: u32): i32 {
  if (length < <u32>POLICY_START || load<u32>(at) != POLICY_MAGIC) return BAD_POLICY;
  if (load<u32>(at, POLICY_FORMAT) != POLICY_VERSION) return OTHER_VERSION;
  if (memory.compare(at + POLICY_BASE, DEFAULT_POLICY + POLICY_BASE, ID_SIZE) != 0) return OTHER_VERSION;
  if (load<u32>(at, POLICY_LENGTH) != length) return BAD_POLICY;
  start();
  update(at + POLICY_BASE, ID_SIZE);
  update(at + POLICY_LENGTH, length - POLICY_LENGTH);
  finish(digest);
  if (memory.compare(digest, at + POLICY_ID, ID_SIZE) != 0) return BAD_POLICY;
  // Whoever can write this id could write any policy; bounds keep a mistake from being more than that.
  const added = load<u32>(at, POLICY_ADDED);
  const addedAt = load<u32>(at, POLICY_ADDED_AT);
  const image = load<u32>(TOLD, TOLD_IMAGE);
  const isInRoom = addedAt >= image && <u64>addedAt + (length - added) <= <u64>image + CHANGES_ROOM;
  return added < <u32>POLICY_START || added > length || !isInRoom || !listsFit(at, added) ? BAD_POLICY : 0;
}

/** Whether all that the policy's lists point to lies before what is added. */
function listsFit(at: usize, end: u32): bool {
  const rules = <u64>load<u32>(at, POLICY_RULES);
  const ids = <u64>load<u32>(at, POLICY_IDS);
  const header = <u64>load<u32>(at, POLICY_HEADER);
  const censors = <u64>load<u32>(at, POLICY_CENSORS);
  const list = <u64>load<u32>(at, POLICY_CENSOR_LIST);
  const numbers = <u64>load<u32>(at, POLICY_RULE_CENSORS);
  if (ids + 4 * (rules + 1) > end || list + CENSOR_SIZE * censors > end || numbers + 2 * rules > end)
    return false;
  if (header + PROGRAM_HEADER > end) return false;
  for (let i: u32 = 0; i <= <u32>rules; i++)
    if (ids + load<u32>(at + <usize>ids + (i << 2)) > end) return false;
  for (let i: u32 = 0; i < <u32>rules; i++)
    if (load<u16>(at + <usize>numbers + (i << 1)) >= censors) return false;
  for (let i: usize = 0; i < <usize>censors; i++) {
    const censor = at + <usize>list + i * CENSOR_SIZE;
    if (<u64>load<u32>(censor, CENSOR_TEXT) + load<u32>(censor, CENSOR_LENGTH) > end) return false;
  }
  return true;
}

function uses(kind: u8): bool {
  const list = Policy.at + load<u32>(Policy.at, POLICY_CENSOR_LIST);
  for (let i: usize = 0; i < load<u32>(Policy.at, POLICY_CENSORS); i++)
    if (load<u8>(list + i * CENSOR_SIZE, CENSOR_KIND) == kind) return true;
  return false;
}

function showId(): void {
  for (let i: usize = 0; i < <usize>ID_SIZE; i++) {
    const byte = <u32>load<u8>(Policy.at + i, POLICY_ID);
    store<u8>(shown + (i << 1), hexDigit(byte >>> 4));
    store<u8>(shown + (i << 1), hexDigit(byte & 15), 1);
  }
}

/** The address of the id's digits, which end with a zero. */
export function policyId(): usize {
  return shown;
}

/** The address of a rule's censor. */
export function censorOf(rule: u32): usize {
  const numbers = Policy.at + load<u32>(Policy.at, POLICY_RULE_CENSORS);
  const number = <usize>load<u16>(numbers + ((<usize>rule) << 1));
  return Policy.at + load<u32>(Policy.at, POLICY_CENSOR_LIST) + number * CENSOR_SIZE;
}

/** Whether what replaces is made of the secret. */
export function needsSecret(kind: u32): bool {
  return kind >= <u32>CENSOR_KEEP_LAST && kind <= <u32>CENSOR_CLAIMS;
}

/** The address of a rule's id, which ends with a zero. */
export function idOf(rule: u32): usize {
  const ids = Policy.at + load<u32>(Policy.at, POLICY_IDS);
  return ids + load<u32>(ids + ((<usize>rule) << 2));
}

/** The length of a rule's id. */
export function idLength(rule: u32): i32 {
  const ids = Policy.at + load<u32>(Policy.at, POLICY_IDS);
  return <i32>(load<u32>(ids + ((<usize>rule) << 2), 4) - load<u32>(ids + ((<usize>rule) << 2))) - 1;
}
