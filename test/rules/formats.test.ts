import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/index.ts";
import { vendorRules } from "../../src/rules/vendors.ts";
import { type Format, formats, samplesOfFormat, saysItself } from "../samples/formats.ts";
import { sampleOfRule } from "../samples/generate.ts";
import { createRandom } from "../samples/random.ts";

const redactor = createRedactor({ rules: vendorRules.filter(({ optIn }) => optIn).map(({ id }) => id) });

/** What is known and left alone, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  bip39: "words of a list; their name gives them away (`mnemonic`, `seed phrase`)",
  "cr-json-web-key": "any JSON in base64 begins so",
  "generic-hex": "hashes, commits and trace ids look the same",
  "generic-base64": "so do pictures and integrity hashes",
  uuid: "so does every request id",
  recaptcha: "the public site key has the same shape; the secret one is found by its name",
  "ki-kingfisher-recaptcha-1": "the same",
  "tr-couchbase": "a host name",
  "jwk-private": "its name is the single letter `d`",
  "saml-redirect": "no shape; found by the parameter's name",
};

/** Whose punctuation is percent-encoded in a query string, which hashes and Asana's tokens are not found in. */
const NOT_IN_URLS =
  /^(?:asana|bcrypt|argon2|crypt-hash|ki-kingfisher-pwhash-\d|.*krb5.*|.*kerberos-hash.*|.*hashes.*)$/;

/** Names and ids, which open nothing. */
const isIdentifier = ({ sensitivity }: Format): boolean =>
  /^(?:identifier|ambiguous|public)/.test(sensitivity);

/** Found under its own name only, as the list says, or as its start is that of other words too. */
const needsName = ({ confidence_class: kind }: Format): boolean =>
  /context|entropy only|weak prefix/.test(kind);

/** The name under which a program would log it: `discord_client_secret`. */
const nameOf = ({ id }: Format): string =>
  `${id.replace(/^(?:ki|ti|tr|no|cr)-(?:kingfisher-|np-)?/, "").replace(/-\d+$/, "")}_token`.replaceAll(
    "-",
    "_",
  );

/** As it stands in a line, in JSON, in a query string. */
const placements: readonly (readonly [string, (name: string, sample: string) => string])[] = [
  ["a line", (name, sample) => `12:00:01 DEBUG ${name}=${sample} done`],
  ["JSON", (name, sample) => JSON.stringify({ id: 7, [name]: sample, ok: true })],
  ["a query string", (name, sample) => `GET /v1?id=7&${name}=${encodeURIComponent(sample)}&page=2 HTTP/1.1`],
];

/** Most of the sample is gone: marks around the secret stay. */
const isGone = (text: string, sample: string): boolean =>
  (sample.match(/[A-Za-z0-9_-]{24,}/g) ?? [sample]).every((run) => !text.includes(run));

describe("what is known of the world's formats", () => {
  test.skipIf(formats.length > 0)("the list is not here (../shared/formats.json): nothing tested", () => {});

  const tested = formats.filter((format) => !(format.id in LEFT_OUT) && !isIdentifier(format));
  test.each(tested.map((format) => [format.id, format] as const))("%s", (_id, format) => {
    for (const sample of samplesOfFormat(format, createRandom(21))) {
      for (const [where, place] of placements) {
        // What says itself what it is (`Authorization: …`, a URL) stands in a line only.
        if (saysItself(sample) && where !== "a line") continue;
        if (NOT_IN_URLS.test(format.id) && where === "a query string") continue;
        const name = needsName(format) && !saysItself(sample) ? nameOf(format) : "note";
        const text = place(name, sample);
        expect(isGone(redactor.redact(text), sample), `${where}: ${text}`).toBe(true);
      }
    }
  });

  test("nothing is left out without need", () => {
    const known = new Set(formats.map(({ id }) => id));
    if (known.size > 0) expect(Object.keys(LEFT_OUT).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("publishable keys are seen, and left alone unless asked for", () => {
  const plain = createRedactor();
  const publishable = vendorRules.filter(({ optIn }) => optIn);
  const asUser = "sentry/dsn"; // stands where a URL has a user and a token: redacted as such
  test.each(publishable.filter(({ id }) => id !== asUser).map((rule) => [rule.id, rule] as const))(
    "%s",
    (id, rule) => {
      const sample = sampleOfRule(rule, createRandom(22));
      for (const text of [`saw ${sample} here`, JSON.stringify({ note: sample }), `?note=${sample}&page=2`]) {
        expect(plain.redact(text)).toBe(text);
        expect(plain.scan(text)).toEqual([]);
      }
      expect(createRedactor({ rules: [id] }).redact(`saw ${sample} here`)).toContain("[REDACTED]");
    },
  );
});
