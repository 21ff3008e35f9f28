// What became of the secrets in a program's output, and what else was replaced. Works on bytes read as latin1, so
// that the scanner's places and those of the patterns are the same.
import { spellingsOf } from "./spellings.js";

/** @typedef {{ rule: string, start: number, end: number }} Span */
/** @typedef {{ secret: string, start: number, end: number }} Occurrence */
/**
 * @typedef {{
 *   bytes: number, planted: number, left: number, leftBesideName: number, others: Record<string, number>,
 * }} Figures
 * `left` counts occurrences of which anything is left; `others` what was replaced and holds no secret, by rule.
 */

/** A word that names a credential, in the part of the line in front of it. */
const NAME = /pass|pwd|secret|token|key|auth|cookie|credential|bearer|session|basic|signature|\bsid\b/i;
const BEFORE = 60;

/** @param {string} text @param {Record<string, string>} secrets @returns {Occurrence[]} in order, none in another */
export function findSecrets(text, secrets) {
  const all = Object.entries(secrets).flatMap(([secret, value]) =>
    spellingsOf(value).flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
        secret,
        start: index,
        end: index + length,
      })),
    ),
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((found, index) => index === 0 || found.start >= all[index - 1].end);
}

/** @param {string} text @param {Span[]} spans @param {Record<string, string>} secrets */
export function judge(text, spans, secrets) {
  const occurrences = findSecrets(text, secrets);
  const left = occurrences.filter((found) => uncovered(found, spans) > 0);
  const others = spans.filter(({ start, end }) => !occurrences.some((o) => o.start < end && start < o.end));
  return { occurrences, left, others };
}

/** @param {string} text @param {Span[]} spans @param {Record<string, string>} secrets @returns {Figures} */
export function count(text, spans, secrets) {
  const { occurrences, left, others } = judge(text, spans, secrets);
  /** @type {Record<string, number>} */
  const byRule = {};
  for (const { rule } of others) byRule[rule] = (byRule[rule] ?? 0) + 1;
  return {
    bytes: text.length,
    planted: occurrences.length,
    left: left.length,
    leftBesideName: left.filter((found) => hasNameBefore(text, found)).length,
    others: byRule,
  };
}

/** @param {string} text @param {Occurrence} occurrence */
export function hasNameBefore(text, { start }) {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return NAME.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** How many of its characters no span covers. */
function uncovered(/** @type {Occurrence} */ { start, end }, /** @type {Span[]} */ spans) {
  let open = end - start;
  for (const span of spans) open -= Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
  return open;
}
