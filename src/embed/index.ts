// The embedding module: kernel, program and replacement as functions that any host of WebAssembly can call. It imports
// nothing. `docs/embedding.md` says how they are used, `scrubjay.h` what they take.
import { setup } from "../kernel/index";
import {
  ABI_MAJOR,
  ABI_MINOR,
  ALLOC_MOST,
  BAD_HANDLE,
  BAD_LENGTH,
  BAD_ORDER,
  BAD_SNAPSHOT,
  INPUT_MOST,
  KEYS_MOST,
  NO_KEY,
  STOPPED,
  TOO_MANY,
} from "./abi";
import { redactField } from "./field";
import { clearMatches, nextMatch } from "./matches";
import { messageOf } from "./messages";
import { clearOutput, outputAddress, outputLength, written } from "./output";
import { openPolicy, Policy, policyId } from "./policy";
import { advance, layCarry } from "./scanning";
import { Key, readKeys } from "./secret/keys";
import { readSnapshot, writeSnapshot } from "./snapshot";
import { closeStream, openStream, streamOf } from "./stream";

class Instance {
  /** A call has begun and not ended: after a trap nothing here can be trusted. */
  static isBusy: bool = false;
  /** Whose input lies in the haystack, 0: nobody's. */
  static input: i32 = 0;
  /** Whose output was written last and is still there, 0: nobody's. */
  static output: i32 = 0;
}

setup();

/** What is wrong with a call that comes now for this handle, 0: nothing. */
function problem(handle: i32): i32 {
  if (Instance.isBusy) return STOPPED;
  return streamOf(handle) === null ? BAD_HANDLE : 0;
}

/** The same where the last call's results are asked for. */
function problemOfOutput(handle: i32): i32 {
  const wrong = problem(handle);
  return wrong == 0 && Instance.output != handle ? BAD_ORDER : wrong;
}

/** Major version << 16 | minor version. */
export function sj_abi(): i32 {
  return (ABI_MAJOR << 16) | ABI_MINOR;
}

/** The address of so many bytes for the host; 0: there are none. */
export function sj_alloc(size: i32): usize {
  return Instance.isBusy || size < 0 || size > ALLOC_MOST ? 0 : heap.alloc(max(1, size));
}

export function sj_free(address: usize): void {
  if (!Instance.isBusy && address != 0) heap.free(address);
}

/** Opens a stream or a place for records; a policy of length 0 is the default one. Returns a handle or an error. */
export function sj_open(policy: usize, length: i32): i32 {
  if (Instance.isBusy) return STOPPED;
  if (length < 0) return BAD_LENGTH;
  Instance.isBusy = true;
  const refused = openPolicy(policy, length);
  const handle = refused == 0 ? openStream() : 0;
  Instance.isBusy = false;
  return refused != 0 ? refused : handle == 0 ? TOO_MANY : handle;
}

/** Sets the keys of pseudonyms, UTF-8 as in `SCRUBJAY_HMAC_KEY`. */
export function sj_key(handle: i32, key: usize, length: i32): i32 {
  const wrong = problem(handle);
  if (wrong != 0) return wrong;
  if (length < 0 || length > KEYS_MOST) return BAD_LENGTH;
  const stream = streamOf(handle)!;
  const read = new Key();
  const refused = readKeys(key, length, read);
  if (refused != 0) {
    read.free();
    return refused;
  }
  stream.key.free();
  stream.key = read;
  stream.hasKey = true;
  return 0;
}

/** Sets the time for claims: milliseconds since 1970, negative: not known. */
export function sj_time(handle: i32, milliseconds: i64): i32 {
  const wrong = problem(handle);
  if (wrong == 0) streamOf(handle)!.time = milliseconds;
  return wrong;
}

/** The address of the policy's id: 32 hexadecimal digits and a zero. */
export function sj_policy(handle: i32): i32 {
  const wrong = problem(handle);
  return wrong == 0 ? <i32>policyId() : wrong;
}

export function sj_close(handle: i32): i32 {
  const wrong = problem(handle);
  if (wrong != 0) return wrong;
  if (Instance.input == handle) Instance.input = 0;
  if (Instance.output == handle) Instance.output = 0;
  closeStream(handle);
  __collect();
  return 0;
}

/** The address for the next input, of 65,536 bytes; until any other call. */
export function sj_input(handle: i32): i32 {
  const wrong = problem(handle);
  if (wrong != 0) return wrong;
  Instance.input = handle;
  Instance.output = 0;
  return <i32>layCarry(streamOf(handle)!);
}

/** What is wrong with input of so many bytes; 0: nothing, and it is the handle's turn. */
function beginInput(handle: i32, length: i32, isRecord: bool): i32 {
  const wrong = problem(handle);
  if (wrong != 0) return wrong;
  if (length < 0 || length > INPUT_MOST) return BAD_LENGTH;
  const stream = streamOf(handle)!;
  if (Instance.input != handle || (isRecord && !stream.isFresh)) return BAD_ORDER;
  if (Policy.needsKey && !stream.hasKey) return NO_KEY;
  Instance.input = 0;
  Instance.output = handle;
  Instance.isBusy = true;
  clearOutput();
  clearMatches();
  return 0;
}

/** Redacts the next bytes of a stream. Returns how many bytes are decided by now, or an error. */
export function sj_feed(handle: i32, length: i32, final: i32): i32 {
  const wrong = beginInput(handle, length, false);
  if (wrong != 0) return wrong;
  if (length > 0 || final != 0) advance(streamOf(handle)!, length, final != 0);
  Instance.isBusy = false;
  return outputLength();
}

/** Redacts a record, which is a whole input. Returns the length of what comes out, or an error. */
export function sj_redact(handle: i32, length: i32): i32 {
  const wrong = beginInput(handle, length, true);
  if (wrong != 0) return wrong;
  advance(streamOf(handle)!, length, true);
  Instance.isBusy = false;
  return outputLength();
}

/** Redacts the value of a name; both lie in the input, the value right after the name. Returns its length or an error. */
export function sj_field(handle: i32, name: i32, value: i32): i32 {
  const wrong = beginInput(
    handle,
    name < 0 || value < 0 ? -1 : name > INPUT_MOST ? name : name + value,
    true,
  );
  if (wrong != 0) return wrong;
  const stream = streamOf(handle)!;
  const fits = redactField(stream, name, value);
  stream.reset();
  Instance.isBusy = false;
  return fits ? outputLength() : BAD_LENGTH;
}

/** The address of what the last call wrote; until the next call. */
export function sj_out(handle: i32): i32 {
  const wrong = problemOfOutput(handle);
  return wrong == 0 ? <i32>outputAddress() : wrong;
}

export function sj_out_length(handle: i32): i32 {
  const wrong = problemOfOutput(handle);
  return wrong == 0 ? outputLength() : wrong;
}

/** The address of the next match of the last call (`sj_match` in `scrubjay.h`); 0: there is no more. */
export function sj_next_match(handle: i32): i32 {
  const wrong = problemOfOutput(handle);
  return wrong == 0 ? <i32>nextMatch() : wrong;
}

/** Writes where the stream stands to where output is. Returns its length, or an error. */
export function sj_snapshot(handle: i32): i32 {
  const wrong = problem(handle);
  if (wrong != 0) return wrong;
  Instance.input = 0;
  Instance.output = handle;
  clearOutput();
  clearMatches();
  writeSnapshot(streamOf(handle)!, written());
  return outputLength();
}

/** Makes the stream go on where a snapshot was written, in this instance or another one of the same policy. */
export function sj_restore(handle: i32, snapshot: usize, length: i32): i32 {
  const wrong = problem(handle);
  if (wrong != 0) return wrong;
  if (length < 0) return BAD_LENGTH;
  Instance.input = 0;
  Instance.output = 0;
  return readSnapshot(streamOf(handle)!, snapshot, length) ? 0 : BAD_SNAPSHOT;
}

/** The address of an error's message, which ends with a zero. */
export function sj_message(code: i32): i32 {
  return <i32>messageOf(code);
}

export { sj_alloc as malloc, sj_free as free };
