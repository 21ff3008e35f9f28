// A quotation mark as the notation around a span writes it: `src/redaction/notation.ts`.
import {
  FORM_BACKSLASH,
  FORM_ENTITY,
  FORM_HEX,
  FORM_PERCENT,
  FORM_UNICODE,
  SPAN_COUNT_SHIFT,
  SPAN_FORM_SHIFT,
} from "../kernel/abi";
import { Bytes } from "./bytes";

/** Adds the mark that the flags of a span tell. */
export function addQuoteMark(flags: u32, to: Bytes): void {
  const count = flags >>> SPAN_COUNT_SHIFT;
  switch ((flags >>> SPAN_FORM_SHIFT) & 0xff) {
    case FORM_BACKSLASH:
      repeat("\\", count, to);
      to.addText('"');
      return;
    case FORM_UNICODE:
      repeat("\\", count, to);
      to.addText("u0022");
      return;
    case FORM_PERCENT:
      to.addText("%");
      repeat("25", count, to);
      to.addText("22");
      return;
    case FORM_ENTITY:
      to.addText("&");
      repeat("amp;", count, to);
      to.addText("quot;");
      return;
    case FORM_HEX:
      for (let i: u32 = 0; i < count >>> 8; i++) {
        repeat("\\", count & 0xff, to);
        to.addText("x5C");
      }
      repeat("\\", count & 0xff, to);
      to.addText("x22");
      return;
    default:
      to.addText('"');
  }
}

function repeat(text: string, count: u32, to: Bytes): void {
  for (let i: u32 = 0; i < count; i++) to.addText(text);
}

/** The flags of a span in a string's content, from those that it has in JSON: one level of escaping less. */
export function flagsOfContent(flags: u32): u32 {
  const form = (flags >>> SPAN_FORM_SHIFT) & 0xff;
  const count = flags >>> SPAN_COUNT_SHIFT;
  const rest = flags & ((1 << SPAN_COUNT_SHIFT) - 1);
  if (form == FORM_BACKSLASH) return rest | ((count >>> 1) << SPAN_COUNT_SHIFT);
  if (form == FORM_UNICODE || form == FORM_HEX)
    return rest | (((count & ~0xff) | ((count & 0xff) >>> 1)) << SPAN_COUNT_SHIFT);
  return flags;
}
