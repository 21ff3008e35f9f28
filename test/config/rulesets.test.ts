import { describe, expect, test } from "vitest";
import { rulesOf } from "../../src/config/selected-rules.ts";
import { createRedactor } from "../../src/index.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { rulesets } from "../../src/rules/rulesets.ts";

const headers = [
  "Authorization: Bearer «hunter2»",
  "Proxy-Authorization: Basic «aHVudGVyMg==»",
  '"headers":{"x-api-key":"«hunter2»","accept":"*/*"}',
  "X-Auth-Token: «hunter2»",
  "< Set-Cookie: sid=«hunter2»; Path=/",
  "cookie: a=«hunter2»",
  "x-goog-api-key: «hunter2»",
];

describe("rulesets", () => {
  test.each(rulesets.map(({ name, rules }) => [name, rules] as const))(
    "%s names rules that are there",
    (_, rules) => {
      if (typeof rules === "string") return;
      for (const id of rules) expect(() => rulesOf([id])).not.toThrow();
    },
  );

  test("default is what is on without a choice", () => {
    expect(rulesOf(["default"])).toEqual(catalogue.filter(({ optIn }) => !optIn));
    const text = "password=hunter2 Authorization: Bearer hunter2 mail ann@shop.example";
    expect(createRedactor({ rules: ["default"] }).redact(text)).toBe(createRedactor().redact(text));
  });

  test("strict is all rules, and rules can be taken out of it", () => {
    expect(rulesOf(["strict"])).toEqual(catalogue);
    const redactor = createRedactor({ rules: ["strict", "!pii/ip-address"] });
    expect(redactor.redact("ann@shop.example from 192.0.2.7 password=hunter2")).toBe(
      "[REDACTED] from 192.0.2.7 password=[REDACTED]",
    );
  });

  test("a ruleset goes with rules that have to be asked for", () => {
    const redactor = createRedactor({ rules: ["default", "pii/email"] });
    expect(redactor.redact("ann@shop.example password=hunter2")).toBe("[REDACTED] password=[REDACTED]");
  });

  test.each(headers)("headers-only finds %s", (marked) => {
    const redactor = createRedactor({ rules: ["headers-only"] });
    expect(redactor.redact(marked.replace(/[«»]/g, ""))).toBe(marked.replace(/«[^»]*»/g, "[REDACTED]"));
  });

  test.each([
    "password=hunter2 token: hunter2",
    '{"api_token":"hunter2","accessToken":"hunter2"}',
    "GET /?access_token=hunter2",
    "https://ann:hunter2@host",
    "X-Request-Id: hunter2",
  ])("headers-only leaves %s", (text) => {
    expect(createRedactor({ rules: ["headers-only"] }).redact(text)).toBe(text);
  });

  test("headers-only can be turned off, and added to", () => {
    const text = "Authorization: Bearer hunter2 password=hunter2";
    expect(createRedactor({ rules: ["!headers-only"] }).redact(text)).toContain(
      "Bearer hunter2 password=[REDACTED]",
    );
    expect(createRedactor({ rules: ["headers-only", "key/password"] }).redact(text)).toBe(
      "Authorization: Bearer [REDACTED] password=[REDACTED]",
    );
  });

  test("a misspelt one is answered with the nearest", () => {
    expect(() => createRedactor({ rules: ["headers-onyl"] })).toThrow(/did you mean "headers-only"/);
  });
});
