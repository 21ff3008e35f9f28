// Where a stream stands, for another instance of the same policy to go on from. It holds bytes of the input that are not
// redacted yet: whoever keeps it keeps it as the input.
import { STATE_SIZE } from "../kernel/abi";
import { ID_SIZE, POLICY_ID } from "./abi";
import { Bytes } from "./bytes";
import { CARRY_MOST } from "./memory";
import { Policy } from "./policy";
import { Stream } from "./stream";

// After the policy's id.
const CARRIED = ID_SIZE; // u32, as the next ones
const FROM = CARRIED + 4;
const FLOOR = FROM + 4;
const RELEASED = FLOOR + 4;
const SECRET = RELEASED + 4; // how many bytes of the secret that goes on there are; TOO_LONG
const UNUSED = SECRET + 4;
const OFFSET = UNUSED + 4; // u64
const MATCH = OFFSET + 8; // u64
const KERNEL = MATCH + 8;
const HEAD = KERNEL + STATE_SIZE;
const TOO_LONG: u32 = 0xffffffff;

export function writeSnapshot(stream: Stream, to: Bytes): void {
  const at = to.reserve(HEAD);
  memory.copy(at, Policy.at + POLICY_ID, ID_SIZE);
  store<u32>(at, stream.carried, CARRIED);
  store<u32>(at, stream.from, FROM);
  store<u32>(at, stream.floor, FLOOR);
  store<u32>(at, stream.released, RELEASED);
  store<u32>(at, stream.isTooLong ? TOO_LONG : stream.secret.length, SECRET);
  store<u32>(at, 0, UNUSED);
  store<u64>(at, stream.offset, OFFSET);
  store<u64>(at, stream.matchStart, MATCH);
  memory.copy(at + KERNEL, stream.state, STATE_SIZE);
  to.length += HEAD;
  to.add(stream.carry, stream.carried);
  to.add(stream.secret.address, stream.secret.length);
}

/** Makes the stream stand there; false, and nothing changed, where it is none of this policy's snapshots. */
export function readSnapshot(stream: Stream, from: usize, size: u32): bool {
  if (size < <u32>HEAD || memory.compare(from, Policy.at + POLICY_ID, ID_SIZE) != 0) return false;
  const carried = load<u32>(from, CARRIED);
  const secret = load<u32>(from, SECRET);
  const held = secret == TOO_LONG ? 0 : secret;
  if (carried > CARRY_MOST || <u64>HEAD + carried + held != size) return false;
  if (
    load<u32>(from, FROM) > carried ||
    load<u32>(from, FLOOR) > carried ||
    load<u32>(from, RELEASED) > carried
  )
    return false;
  stream.reset();
  stream.carried = carried;
  stream.from = load<u32>(from, FROM);
  stream.floor = load<u32>(from, FLOOR);
  stream.released = load<u32>(from, RELEASED);
  stream.offset = load<u64>(from, OFFSET);
  stream.matchStart = load<u64>(from, MATCH);
  stream.isTooLong = secret == TOO_LONG;
  memory.copy(stream.state, from + KERNEL, STATE_SIZE);
  memory.copy(stream.carry, from + HEAD, carried);
  stream.secret.add(from + HEAD + carried, held);
  return true;
}
