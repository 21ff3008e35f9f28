import type { CheckName } from "../../src/rules/rule.ts";
import { nameWords } from "../../src/rules/words/name-words.ts";
import { crc32Base62 } from "../samples/crc32.ts";
import { isRandomLooking, kindChanges, shannonBits } from "../samples/entropy.ts";

/** What is said of a token's words, but for digits at their ends. */
const saysOf = (text: string): readonly string[] => {
  const words = text.split(/[-_.]+/).map((word) => word.replace(/\d+$/, "").toLowerCase());
  return nameWords
    .filter((row) => row.words.split(" ").some((word) => words.includes(word)))
    .map(({ says }) => says);
};

/** Words and what a generator gave; in front of it stand up to three words of one case, or their digits. */
const TOKEN = /^((?:(?=[A-Za-z0-9]{1,12}[-_.])(?:[a-z]+|[A-Z]+|(?=\d))\d*[-_.]+){1,3})(.*)$/s;

/** What each check says of a text, by the simplest means there are. */
/** `2026-03-02T…`, `20260302T091401Z` */
const DATE = /^(?:-*\d){8}-*[Tt]/;

export const checkOracle: Readonly<Record<CheckName, (text: string) => boolean>> = {
  "crc32-base62": (text) => text.length > 6 && text.slice(-6) === crc32Base62(text.slice(0, -6)),
  luhn(text) {
    const digits = text.replace(/\D/g, "").split("").reverse().map(Number);
    const sums = digits.map((digit, i) =>
      i % 2 === 0 ? digit : [...String(2 * digit)].reduce((a, b) => a + +b, 0),
    );
    return digits.length >= 12 && sums.reduce((a, b) => a + b, 0) % 10 === 0;
  },
  "mod-97"(text) {
    const plain = text.replaceAll(" ", "");
    const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((char) => Number.parseInt(char, 36));
    return BigInt(digits.join("")) % 97n === 1n;
  },
  entropy: (text) => isRandomLooking(text),
  jwt: (text) => [2, 4].includes(text.split(".").length - 1),
  random(text) {
    const seen = text.slice(0, 128);
    const isHash = /[-_](?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$/.test(` ${text}`);
    // Capitals and digits alone are an id, up to a ULID's length.
    const isId = text.length <= 26 && !/[a-z]/.test(seen);
    return (
      text.length >= 16 &&
      isRandomLooking(text) &&
      !isHash &&
      !isId &&
      !DATE.test(text) &&
      !/^[0-9A-Fa-f-]*$/.test(seen) &&
      shannonBits(text.slice(0, 64)) >= 3.2 &&
      kindChanges(seen) * 6 >= seen.length
    );
  },
  mixed(text) {
    const isHost = text.includes(".") && /^[a-z0-9.\\/:_-]*$/.test(text);
    const isPath = /^[/~]/.test(text) || (/[/\\]/.test(text) && (text.includes(".") || text.length < 20));
    return (
      /\d/.test(text) &&
      /[A-Za-z].*[A-Za-z]/s.test(text) &&
      text.length >= 7 &&
      !isHost &&
      !isPath &&
      !DATE.test(text)
    );
  },
  issued(text) {
    const [, front, body] = TOKEN.exec(text.replace(/=+$/, "")) ?? [];
    if (front === undefined || body === undefined || body.length < 20) return false;
    const says = saysOf(front);
    const seen = body.slice(0, 128);
    const bits = shannonBits(body.slice(0, 64));
    const isMixed = /[a-z]/.test(seen) && /[A-Z]/.test(seen);
    const isHex = /^[0-9A-Fa-f._-]*$/.test(body);
    const joints = body.replace(/[^._-]/g, "").length;
    const few = isMixed ? joints <= body.length / 10 + 1 : joints === 0 || isHex;
    if (says.includes("opens") || !/^[\w.-]*$/.test(body) || !few || bits < (isMixed ? 3.7 : 3)) return false;
    if (kindChanges(seen) * 5 < seen.length || !/\d/.test(seen) || !/[a-z]/i.test(seen)) return false;
    if (isHex) return says.includes("proves") && body.length >= 32;
    if (isMixed && (says.includes("tells") || says.includes("proves"))) return true;
    return body.length >= 30 && /^[A-Za-z]{3,}[-_.]/.test(text) && kindChanges(seen) * 4 > seen.length;
  },
  "not-uuid": (text) =>
    !/(?<![A-Za-z0-9])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![A-Za-z0-9])/.test(text),
};
