import {
  FORM_BACKSLASH,
  FORM_ENTITY,
  FORM_HEX,
  FORM_PERCENT,
  FORM_UNICODE,
  SPAN_COUNT_SHIFT,
  SPAN_FORM_SHIFT,
} from "../kernel/abi.ts";

/** A quotation mark as the notation around a span writes it, from the span's flags. */
export function quoteMark(flags: number): string {
  const count = flags >>> SPAN_COUNT_SHIFT;
  switch ((flags >>> SPAN_FORM_SHIFT) & 0xff) {
    case FORM_BACKSLASH:
      return `${"\\".repeat(count)}"`;
    case FORM_UNICODE:
      return `${"\\".repeat(count)}u0022`;
    case FORM_PERCENT:
      return `%${"25".repeat(count)}22`;
    case FORM_ENTITY:
      return `&${"amp;".repeat(count)}quot;`;
    case FORM_HEX: {
      const backslashes = "\\".repeat(count & 0xff);
      return `${`${backslashes}x5C`.repeat(count >>> 8)}${backslashes}x22`;
    }
    default:
      return '"';
  }
}

/**
 * A replacement that is safe wherever it lands: quotes, backslashes and controls, which mean something
 * in one notation or another, give way to "_".
 */
export function makeSafe(text: string): string {
  return text.replace(/["'`\\\p{Cc}\u2028\u2029]|[\ud800-\udfff]/gu, "_");
}

/** Whether `text` can stand in every notation as it is. */
export function isSafe(text: string): boolean {
  return makeSafe(text) === text;
}
