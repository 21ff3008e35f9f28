// What every host of the embedding module is tested with. They are made when they are needed, as nothing that looks like a
// credential is in the repository: `node test/embed/write-vectors.js FOLDER` writes them for hosts in other languages.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RedactorOptions } from "../../src/config/options.ts";
import { allLines } from "../promises/sample-lines.ts";
import { between, createRandom } from "../samples/random.ts";
import { randomSecret } from "../samples/random-secret.ts";
import type { Host } from "./host.ts";
import { assertions, tokens } from "./tokens.ts";

/** An input, and what comes out of it. */
export interface Vector {
  readonly kind: "stream" | "record" | "field";
  /** The name of a policy; "default" is none. */
  readonly policy: string;
  /** Of pseudonyms; "": none. */
  readonly key: string;
  /** Milliseconds since 1970, for claims. */
  readonly time: number;
  /** Offsets at which a stream is cut. */
  readonly cuts: readonly number[];
  /** Of a field. */
  readonly name: Uint8Array;
  readonly input: Uint8Array;
}

export interface VectorPolicy {
  readonly name: string;
  readonly options: RedactorOptions;
  readonly key: string;
}

/** 2026-11-30, twelve o'clock. */
const TIME = Date.UTC(2026, 10, 30, 12);
const random = createRandom(20_261_130);
const secret = (length: number): string => randomSecret(length, random);

const key = `for-tests-only-${secret(20)}`;

export const policies: readonly VectorPolicy[] = [
  { name: "default", options: {}, key: "" },
  { name: "label", options: { censor: "label" }, key: "" },
  { name: "mask", options: { censor: "mask" }, key: "" },
  { name: "remove", options: { censor: "remove" }, key: "" },
  { name: "text", options: { censor: { text: "(göne)" } }, key: "" },
  { name: "keep-last", options: { censor: { keepLast: 4 } }, key: "" },
  { name: "hash", options: { censor: "hash" }, key },
  { name: "hash-with-ids", options: { censor: "hash" }, key: `k2:${key} k1:${secret(30)}` },
  { name: "claims", options: { censor: "claims" }, key: "" },
  { name: "claims-with-key", options: { censor: "claims" }, key: `\u00fc${key}` },
  { name: "by-rule", options: { censor: { "jwt/*": "claims", "key/*": "mask", "*": "label" } }, key: "" },
  {
    name: "own-rules",
    options: {
      rules: [
        { id: "acme/token", pattern: "acme_[a-z0-9]{9}", censor: { keepLast: 2 } },
        "!header/cookie",
        "pii/email",
      ],
      keys: ["ssn", "!session id", { name: "iban", censor: "mask" }],
      allow: ["hunter2", { pattern: "dev-[a-z]+" }],
      censor: "label",
    },
    key: "",
  },
  { name: "few-rules", options: { rules: ["headers-only"], censor: "label" }, key: "" },
];

const command = fileURLToPath(new URL("../../dist/scrubjay.cjs", import.meta.url));

/** The policy of options, by `scrubjay compile`. */
export function compilePolicy(options: RedactorOptions): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  const [config, policy] = [join(folder, "config.json"), join(folder, "policy.bin")];
  try {
    writeFileSync(config, JSON.stringify(options));
    const args = [command, "compile", "--config", config, "-o", policy];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return new Uint8Array(readFileSync(policy));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

/** What a replacement has to be written in, and what it is made of. */
const shaped: readonly string[] = [
  `{"pin": 1234567, "a": {"password": 12345678, "b": [${"1,".repeat(9)}2]}}`,
  `"{\\"secret\\": 12345678, \\"x\\": \\"{\\\\\\"password\\\\\\": 87654321}\\"}"`,
  `{"m": "{\\u0022password\\u0022: 12345678}"} %7B%22password%22%3A12345678%7D`,
  `&quot;password&quot;: 12345678, {&#34;secret&#34;: true} \\x22password\\x22: 12345678`,
  `password="a\\u0041\\x42\\n${secret(12)}%C3%A4%zz" token=&amp;${secret(20)}&#65;&#x42;`,
  `password="${"ä".repeat(9)}${secret(9)}€𐍈" secret='\\ud83d\\ude00${secret(14)}\\ud83d'`,
  `Authorization: Basic ${Buffer.from(`ann:${secret(14)}`).toString("base64")}\r\nCookie: a=${secret(16)}; b=1\r\n`,
  `acme_${"a1".repeat(4)}b hunter2 password=hunter2 password=dev-abc ssn: 078-05-1120 iban=DE02${secret(18)} ann@x.example`,
  `mysession_id=${secret(20)} session_id=${secret(20)} ${"x".repeat(3000)} password=${secret(10)}`,
  `key: -----BEGIN RSA PRIVATE KEY-----\n${`${secret(64)}\n`.repeat(5)}-----END RSA PRIVATE KEY-----\nnext\n`,
  `-----BEGIN RSA PRIVATE KEY-----\n${`${secret(64)}\n`.repeat(3)}no key any more\nline\n`,
  `{"key": "-----BEGIN PRIVATE KEY-----\\n${secret(64)}\\n${secret(64)}\\n-----END PRIVATE KEY-----\\n"}`,
];

const long = `token="${secret(40)}${"ab".repeat(40_000)}" then\npassword=${secret(12)}\n`;
const many = Array.from({ length: 5000 }, () => `p=1 password=${secret(8)}`).join("\n");
const broken = latin1(`token=\xff${secret(9)}\xc3 password="\xef\xbb\xbf${secret(15)}\xe2\x82" \x00\xfe`);

const names = ["password", "msg", "a b", 'x"y', "authorization", "sid", "note"];
const values = [
  secret(20),
  `Bearer ${secret(24)}`,
  `it's "q" \\ ${secret(6)}\n\tpassword=${secret(9)} \x01 end`,
  "nothing here",
  "",
  `{"password": "${secret(10)}", "n": 5}`,
  `{\\"secret\\": 12345678}`,
  `ä password="${secret(12)}ö" €`,
  "true",
];

/** Lines for every policy; all lines for the first ones. */
function lineVectors({ name: policy, key }: VectorPolicy, texts: readonly Uint8Array[]): readonly Vector[] {
  return texts.map((input, i) => {
    const kind = i % 3 === 0 ? "record" : "stream";
    const count = kind === "stream" ? between(0, 5, random) : 0;
    const cuts = Array.from({ length: count }, () => between(0, input.length, random)).sort((a, b) => a - b);
    return { kind, policy, key, time: TIME, cuts, name: new Uint8Array(0), input };
  });
}

function fieldVectors({ name: policy, key }: VectorPolicy): readonly Vector[] {
  return names.flatMap((name) =>
    values.map((value): Vector => {
      return { kind: "field", policy, key, time: TIME, cuts: [], name: bytesOf(name), input: bytesOf(value) };
    }),
  );
}

function everyByte(text: string): Vector {
  const input = bytesOf(text);
  const cuts = Array.from({ length: input.length }, (_, i) => i);
  return { kind: "stream", policy: "default", key: "", time: TIME, cuts, name: new Uint8Array(0), input };
}

/** All of them, in an order that does not change. */
export function allVectors(): readonly Vector[] {
  const own = [...shaped, ...tokens(random), ...assertions()].map(bytesOf);
  const lines = allLines.map(([, line]) => bytesOf(line));
  const large = [bytesOf(long), bytesOf(many), broken];
  const some = lines.filter((_, i) => i % 10 === 0);
  return [
    ...policies.flatMap((policy, i) => [
      ...lineVectors(policy, [...(i < 2 ? lines : some), ...own, ...large]),
      ...fieldVectors(policy),
    ]),
    ...shaped.map(everyByte),
  ];
}

/** What a host writes for a vector. */
export function hostOutput(host: Host, { kind, cuts, name, input }: Vector): Uint8Array {
  if (kind === "field") return host.field(name, input);
  if (kind === "record" && input.length <= 65_536) return host.redact(input);
  const pieces = cuts.map((end, i) => host.feed(input.subarray(cuts[i - 1] ?? 0, end), false));
  return Buffer.concat([...pieces, host.feed(input.subarray(cuts.at(-1) ?? 0), true)]);
}
