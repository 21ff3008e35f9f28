import type { ShapeRule } from "./rule.ts";

/**
 * A shape of the catalogue, with a text in which it is found and one in which it is not, though little is different.
 * Tests read both (`test/rules/examples.test.ts`); the build leaves them out.
 *
 * No credential may stand in the repository, so random characters are not written out but named: `‹hex 32›` are 32
 * hexadecimal digits, `‹base62 20›` twenty letters and digits, `‹crc32 30›` the checksum of the 30 characters before it,
 * in six. `test/samples/expand.ts` has the alphabets. A character depends on its place in the text alone.
 */
export interface CatalogueShape extends ShapeRule {
  /** What is replaced stands between « and ». */
  readonly example: string;
  /** As the example, but for what the pattern does not take: a character less, another letter. */
  readonly nearMiss: string;
}
