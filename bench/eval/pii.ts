// Personal data, which has to be asked for: what is found of made values, and what of fresh logs is taken for it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../random.ts";
import { readIndex } from "./corpora.ts";
import { sharedDir } from "./shared.ts";
import type { LogSource } from "./sources.ts";
import { line } from "./table.ts";

const EACH = 400;
const random = createRandom(23);
const { below, pick, text, hex } = random;
const digits = (count: number) => text(count, "0123456789");
const capitals = (count: number) => text(count, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** Its last digit is the one that ISO/IEC 7812-1 asks for. */
function cardOf(head: string, length: number) {
  const body = head + digits(length - head.length - 1);
  const sum = [...body]
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][+digit] ?? 0) : +digit))
    .reduce((a, b) => a + b, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** With the check digits of ISO 13616. */
function ibanOf(country: string, account: string) {
  const number = [...`${account}${country}00`].map((c) => Number.parseInt(c, 36)).join("");
  return `${country}${String(98n - (BigInt(number) % 97n)).padStart(2, "0")}${account}`;
}

const grouped = (plain: string, size: number, joint = " ") =>
  plain.replace(new RegExp(`.{${size}}(?=.)`, "g"), `$&${joint}`);

/** What people, banks and networks have, as they write it. */
const kinds: Readonly<Record<string, () => string>> = {
  "pii/card-number": () => {
    const plain = cardOf(pick(["4", "51", "2221", "6011", "3530", "6200"]), 16);
    return pick([plain, grouped(plain, 4), grouped(plain, 4, "-"), cardOf(pick(["34", "37"]), 15)]);
  },
  "pii/iban": () => {
    const plain = pick([
      ibanOf("DE", digits(18)),
      ibanOf("GB", capitals(4) + digits(14)),
      ibanOf("FR", digits(23)),
      ibanOf("NL", capitals(4) + digits(10)),
      ibanOf("ES", digits(20)),
    ]);
    return pick([plain, grouped(plain, 4)]);
  },
  "pii/email": () => {
    const user =
      pick(["ann", "j.doe", "kim_lee", "o'neil", "x+news", "a1", "müller"]) + pick(["", digits(2)]);
    return `${user}@${pick(["example.com", "mail.example.org", "firma-süd.de", "a.co.uk", "x1.io"])}`;
  },
  "pii/us-ssn": () => `${100 + below(566)}-${10 + below(90)}-${1000 + below(9000)}`,
  "pii/phone-e164": () =>
    pick([
      `+1${2 + below(8)}${digits(9)}`,
      `+49 ${30 + below(60)} ${digits(4)} ${digits(4)}`,
      `+44 20 ${digits(4)} ${digits(4)}`,
      `+1 (${2 + below(8)}${digits(2)}) ${digits(3)}-${digits(4)}`,
      `+33${1 + below(9)}${digits(8)}`,
    ]),
  "pii/ip-address": () =>
    pick([
      [1 + below(255), below(256), below(256), below(256)].join("."),
      `2001:db8:${hex(4)}:${hex(4)}:${hex(4)}:${hex(4)}:${hex(4)}:${hex(4)}`,
      `2001:db8::${hex(4)}`,
      `fe80::${hex(4)}:${hex(4)}`,
    ]),
};

const notations: readonly ((value: string) => string)[] = [
  (value) => `12:00:01 INFO user has ${value} now`,
  (value) => JSON.stringify({ id: 7, note: value, ok: true }),
  (value) => JSON.stringify({ msg: JSON.stringify({ note: value, ok: true }) }),
  (value) => `id=7, note='${value}', ok=true`,
  (value) => `7,${value},ok`,
];

/** Matches in fresh logs that a person has looked at: they are telephone numbers. */
const JUDGED = new Map([["pii/phone-e164", 8]]);

/** What has to be there to be told: addresses are what they are. */
const COUNTED = ["pii/card-number", "pii/iban", "pii/us-ssn", "pii/phone-e164"];

/** A line for each rule: found of made values, replaced to the byte; matches in 10 MB of fresh logs. */
export async function measurePii(fresh: readonly LogSource[]) {
  const { createRedactor } = await import("../../dist/index.js");
  const rows = Object.entries(kinds).map(([rule, make]) => {
    const engine = createRedactor({ rules: [rule] });
    let found = 0;
    for (let i = 0; i < EACH * notations.length; i++) {
      const value = make();
      const place = notations[i % notations.length] ?? String;
      if (engine.redact(place(value)) === place("[REDACTED]")) found++;
    }
    const share = `${((100 * found) / (EACH * notations.length)).toFixed(1)} %`;
    return [`\`${rule}\``, share, COUNTED.includes(rule) ? alarmsOf(engine, rule, fresh) : ""];
  });
  return [
    line(["Personal data, asked for", "found", "false alarms in fresh logs, per 10 MB"]),
    "|---|---|---|",
    ...rows.map(line),
  ].join("\n");
}

function alarmsOf(
  engine: { scan(text: string): readonly { rule: string }[] },
  rule: string,
  fresh: readonly LogSource[],
) {
  let bytes = 0;
  let count = 0;
  for (const file of fresh.flatMap(readIndex)) {
    const log = readFileSync(join(sharedDir, file), "latin1");
    bytes += log.length;
    count += engine.scan(log).filter((span) => span.rule === rule).length;
  }
  return ((1e7 * (count - (JUDGED.get(rule) ?? 0))) / bytes).toFixed(2);
}
