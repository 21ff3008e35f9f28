// What went wrong, in words. No message has anything of an input, a key or a policy.
import {
  BAD_HANDLE,
  BAD_KEY,
  BAD_LENGTH,
  BAD_ORDER,
  BAD_POLICY,
  BAD_SNAPSHOT,
  NO_KEY,
  OTHER_POLICY,
  OTHER_VERSION,
  STOPPED,
  TOO_MANY,
} from "./abi";
import { Bytes } from "./bytes";

const message = new Bytes();

/** The address of the message of an error's code, which ends with a zero. */
export function messageOf(code: i32): usize {
  message.length = 0;
  message.addText(textOf(code));
  message.addText("\0");
  return message.address;
}

function textOf(code: i32): string {
  switch (code) {
    case BAD_HANDLE:
      return "no such handle: it was closed, or never opened";
    case BAD_LENGTH:
      return "the length is negative or too large: one call takes 65536 bytes at most, in a name and its value with their escapes in JSON";
    case BAD_ORDER:
      return "called out of order: sj_input goes before sj_feed, sj_redact and sj_field, with nothing in between, and a record or a value not into the middle of a stream";
    case BAD_POLICY:
      return "this is not a policy, or it is not whole: write it again with scrubjay compile";
    case OTHER_VERSION:
      return "the policy was compiled for another version of scrubjay.wasm: compile it with the same version of the package";
    case OTHER_POLICY:
      return "this instance has another policy: use an instance for each policy";
    case BAD_KEY:
      return "a key must have 16 characters or more; several keys are written as ID:key each, with blanks between them";
    case NO_KEY:
      return "the policy writes pseudonyms, and there is no key for them: give one with sj_key";
    case TOO_MANY:
      return "too many streams are open in this instance: 1024 at most";
    case BAD_SNAPSHOT:
      return "this is not a snapshot, or one of another policy";
    case STOPPED:
      return "the instance stopped in the middle of a call: drop it and use another one";
    default:
      return "no error";
  }
}
