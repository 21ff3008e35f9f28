import { crc32Base62 } from "./crc32.ts";
import { createRandom } from "./random.ts";

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();

/** The characters that stand for a run of random ones in a shape of `src/rules`: see `CatalogueShape`. */
export const ALPHABETS: Readonly<Record<string, string>> = {
  digits: DIGITS,
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  lower: LOWER,
  upper: UPPER,
  letters: UPPER + LOWER,
  base32: `${UPPER}234567`,
  bech32: "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
  BECH32: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
  base36: DIGITS + LOWER,
  BASE36: DIGITS + UPPER,
  base62: DIGITS + UPPER + LOWER,
  base64: `${DIGITS}${UPPER}${LOWER}+/`,
  base64url: `${DIGITS}${UPPER}${LOWER}-_`,
};

const PART = /‹(\w+)(?: (.+?))?›/g;

/**
 * The text that a shape stands for. A character depends on its place alone, so that a near miss is like its example up to
 * what makes it one.
 *
 * @example
 * expand("ab_‹hex 6›"); // "ab_" and six hexadecimal digits
 */
export function expand(shape: string): string {
  let text = "";
  let at = 0;
  for (const part of shape.matchAll(PART)) {
    text += shape.slice(at, part.index);
    at = part.index + part[0].length;
    text += expandPart(part[1]!, part[2] ?? "", text);
  }
  return text + shape.slice(at);
}

function expandPart(kind: string, argument: string, before: string): string {
  if (kind === "json") return Buffer.from(argument).toString("base64url");
  // The checksum of the characters before it, as many as the argument says.
  if (kind === "crc32") return crc32Base62(before.slice(-Number(argument)));
  const alphabet = ALPHABETS[kind];
  if (alphabet === undefined) throw new Error(`no alphabet ${kind}`);
  // The marks of the secret do not count as places.
  const from = before.replace(/[«»]/g, "").length;
  return Array.from({ length: Number(argument) }, (_, i) => characterAt(from + i, alphabet)).join("");
}

const characterAt = (place: number, alphabet: string): string =>
  alphabet[Math.floor(createRandom(place)() * alphabet.length)]!;
