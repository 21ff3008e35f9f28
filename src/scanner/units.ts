/** An offset range in some unit. */
interface Range {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
}

/** Byte ranges of a string's UTF-8 as ranges of UTF-16 units, in one walk over the string. */
export function toUnits(text: string, ranges: readonly Range[]): Range[] {
  let index = 0;
  let offset = 0;
  const indexOf = (target: number): number => {
    while (offset < target) {
      const point = text.codePointAt(index)!;
      offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      index += point < 0x10000 ? 1 : 2;
    }
    return index;
  };
  return ranges.map(({ rule, start, end }) => ({ rule, start: indexOf(start), end: indexOf(end) }));
}
