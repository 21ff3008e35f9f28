// What tells a credential from other values after a name that tells little (`key`, `code`, `sid`): for each threshold,
// how many of the credentials that others labelled pass it, and how many of the values after such names in the logs.
// The checks `random` and `entropy` (src/kernel/shapes/check.ts) take theirs from here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "./cases.ts";
import { readIndex } from "./corpora.ts";
import { sharedDir } from "./shared.ts";
import type { LogSource } from "./sources.ts";

/** The last word of a name whose value is judged; see `src/rules/names/weak-keys.ts`. */
const JUDGED = "keys?|api|auth|authentication|code|sid|sig|signature|ticket|assertion|seed|salt|pepper";
/** What makes a key one whose value needs no judging. */
const TELLING =
  /(?:api|access|secret|private|master|root|session|shared|sign|signing|encryption|account|auth|license|public|ssh)[_ -]?keys?$/i;
const behindName = new RegExp(
  `(?<![A-Za-z0-9])([\\w.-]*?(?:${JUDGED}))["'\\\\]{0,4} {0,2}[:=] {0,2}["'\\\\]{0,4}([\\w+/=.~-]{8,200})`,
  "gi",
);

const isToken = /^[\w+/=.~-]{8,200}$/;
const isHex = /^[0-9a-f-]+$/i;

/** Bits of Shannon entropy of each of the first 64 characters. */
function entropyOf(value: string) {
  const start = value.slice(0, 64);
  const counts = new Map();
  for (const c of start) counts.set(c, (counts.get(c) ?? 0) + 1);
  let sum = 0;
  for (const n of counts.values()) sum -= (n / start.length) * Math.log2(n / start.length);
  return sum;
}

/** How many characters there are for each change between letters and digits or of case. */
function perChange(value: string) {
  const changes = value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
  return value.length / changes;
}

const isMixed = (value: string) => /\d/.test(value) && /[A-Za-z]/.test(value);

const thresholds: readonly (readonly [string, (value: string) => boolean])[] = [
  ["8 characters", () => true],
  ["letters and digits", isMixed],
  ...[12, 16, 20, 24].map(
    (least) =>
      [`…, ${least} characters`, (value: string) => isMixed(value) && value.length >= least] as const,
  ),
  ...[2.5, 3, 3.2, 3.5, 4].map(
    (least) =>
      [
        `…, 16 characters, ${least} bits each`,
        (value: string) => isMixed(value) && value.length >= 16 && entropyOf(value) >= least,
      ] as const,
  ),
  ...[12, 8, 6, 4].map(
    (most) =>
      [
        `…, 16 characters, 3.2 bits, a change in ${most}`,
        (value: string) =>
          isMixed(value) && value.length >= 16 && entropyOf(value) >= 3.2 && perChange(value) <= most,
      ] as const,
  ),
  [
    "…, and not hexadecimal",
    (value) =>
      isMixed(value) &&
      value.length >= 16 &&
      entropyOf(value) >= 3.2 &&
      perChange(value) <= 6 &&
      !isHex.test(value),
  ],
];

export function toThresholdTable(cases: readonly Case[], logs: readonly LogSource[]) {
  const credentials = new Set(
    cases
      .filter(({ evidence, positive }) => positive && evidence !== "generated")
      .flatMap(({ parts }) => parts)
      .filter((part) => isToken.test(part)),
  );
  const others = new Set(logs.flatMap((source) => readIndex(source).flatMap(valuesIn)));
  const share = (values: Set<string>, passes: (value: string) => boolean) =>
    `${((100 * [...values].filter(passes).length) / Math.max(1, values.size)).toFixed(1)} %`;
  return [
    `| A value after a name that says little | of ${credentials.size} credentials | of ${others.size} values in logs |`,
    "|---|---|---|",
    ...thresholds.map(
      ([name, passes]) => `| ${name} | ${share(credentials, passes)} | ${share(others, passes)} |`,
    ),
  ].join("\n");
}

function valuesIn(file: string) {
  const text = readFileSync(join(sharedDir, file), "latin1");
  return [...text.matchAll(behindName)]
    .filter(([, name = ""]) => !TELLING.test(name))
    .map(([, , value = ""]) => value);
}
