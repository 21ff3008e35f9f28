import { describe, expect, test } from "vitest";
import type { ShapeRule } from "../../src/rules/rule.ts";
import { vendorRules } from "../../src/rules/vendors.ts";
import { crc32Base62 } from "../samples/crc32.ts";
import { headOf, sampleOf, sampleOfRule } from "../samples/generate.ts";
import { createRandom } from "../samples/random.ts";

const SAMPLES = 50;

/** Kinds that are meant to be seen by everyone, or that name and do not open. */
const PUBLIC_KIND =
  /^(?:publishable|public|client|browser|mobile|subscribe)-|-(?:id|ids)$|^(?:recipient|dsn|ocid)$/;

/** Kinds that sound public and are redacted all the same. */
const SECRET_ALL_THE_SAME = new Set([
  // Half of a pair whose other half is often logged beside it.
  "aws/access-key-id",
  "aws/temporary-access-key-id",
  "aws/bearer-token-id",
  "aws/context-credential-id",
  "aws/legacy-access-key-id",
  "alibaba/access-key-id",
  "alibaba/sts-key-id",
  "tencent/secret-id",
  "razorpay/key-id",
  // A session id opens the session.
  "salesforce/session-id",
]);

const regexOf = (rule: ShapeRule): RegExp => new RegExp(rule.pattern, rule.ignoreCase ? "i" : "");

describe("the catalogue of vendor formats", () => {
  test("has unique ids", () => {
    const ids = vendorRules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("keeps the ids that users name", () => {
    const ids = new Map(vendorRules.map((rule) => [rule.id, rule]));
    for (const id of [
      "github/pat",
      "github/fine-grained-pat",
      "github/oauth",
      "github/user-to-server",
      "github/server-to-server",
      "github/refresh",
      "npm/token",
      "aws/access-key-id",
      "slack/bot-token",
      "gitlab/pat",
      "stripe/secret-key",
      "jwt/jws",
      "jwt/jwe",
    ]) {
      expect(ids.get(id), id).toBeDefined();
      expect(ids.get(id)?.optIn, id).toBeUndefined();
    }
    expect(ids.get("stripe/publishable-key")?.optIn).toBe(true);
  });

  test.each(vendorRules.map((rule) => [rule.id, rule] as const))("%s is described in full", (id, rule) => {
    expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
    expect(rule.name).toBeTruthy();
    expect(rule.source).toMatch(/^https:\/\/\S+$/);
    // A check that decides needs the pattern as it stands: a token cut short would fail it.
    if (rule.checkDecides) expect(rule.token).toBe(undefined);
    const kind = id.slice(id.indexOf("/") + 1);
    if (PUBLIC_KIND.test(kind) && !/secret|token|cookie/.test(kind) && !SECRET_ALL_THE_SAME.has(id)) {
      expect(rule.optIn, "publishable keys and identifiers are opt-in").toBe(true);
    }
  });

  test.each(vendorRules.map((rule) => [rule.id, rule] as const))("%s matches its samples", (_id, rule) => {
    const random = createRandom(0x5c2b);
    const regex = regexOf(rule);
    for (let count = 0; count < SAMPLES; count += 1) {
      const sample = sampleOfRule(rule, random);
      const match = regex.exec(sample);
      expect(match?.index).toBe(0);
      expect(regex.exec(` ${sample} `)).not.toBeNull();
    }
  });
});

describe("samples", () => {
  test("follow their seed", () => {
    const pattern = "abc_(?:x|[0-9]{4,8})-\\w{3,}";
    expect(sampleOf(pattern, createRandom(1))).toBe(sampleOf(pattern, createRandom(1)));
    expect(sampleOf(pattern, createRandom(1))).not.toBe(sampleOf(pattern, createRandom(2)));
  });

  test("carry the checksum of GitHub and npm", () => {
    // CRC-32 of "123456789" is 0xcbf43926.
    expect(crc32Base62("123456789")).toBe("3jZRME");
    for (const rule of vendorRules.filter(({ check }) => check === "crc32-base62")) {
      const body = sampleOfRule(rule, createRandom(7)).slice(headOf(rule).length);
      expect(body.slice(-6), rule.id).toBe(crc32Base62(body.slice(0, -6)));
    }
  });
});
