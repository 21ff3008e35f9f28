import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createRedactor } from "../../src/redactor.ts";

const opaque = ["q9X7", "aB2k"].join("").repeat(4);
const token = ["ghp", "_", "1aB2".repeat(9)].join("");
const redactor = createRedactor();

describe("values a program really logs, with the real rules", () => {
  test.each<[string, unknown]>([
    ["headers of a request", { headers: { authorization: `Bearer ${opaque}`, accept: "*/*" } }],
    ["Headers", { headers: new Headers({ authorization: `Bearer ${opaque}` }) }],
    ["rawHeaders", { rawHeaders: ["Authorization", `Basic ${opaque}`, "Accept", "*/*"] }],
    ["entries", [["Authorization", `Bearer ${opaque}`]]],
    ["HAR", { request: { headers: [{ name: "Authorization", value: `Bearer ${opaque}` }] } }],
    ["Kubernetes environment", { env: [{ name: "DB_PASSWORD", value: opaque }] }],
    ["environment", { env: { DB_PASSWORD: opaque, HOME: "/root" } }],
    ["client options", { auth: { username: "ann", password: opaque } }],
    ["a list under a name", { passwords: ["x", opaque], password: [opaque] }],
    ["Map", new Map([["client_secret", opaque]])],
    ["URL", { url: new URL(`https://ann:${opaque}@example.com/`) }],
    ["URLSearchParams", new URLSearchParams({ access_token: opaque })],
    ["arguments", { spawnargs: ["tool", "--api-key", opaque] }],
    ["bytes", { body: Buffer.from(`{"password":"${opaque}"}`) }],
    ["text in text", { body: JSON.stringify({ password: opaque }) }],
    [
      "error",
      Object.assign(new Error(`401 for ${token}`), {
        config: { headers: { Authorization: `Bearer ${opaque}` } },
      }),
    ],
    ["error below an error", new Error("x", { cause: new AggregateError([new Error(token)], "many") })],
    ["number", { password: 12345678901234 }],
  ])("%s", (_name, value) => {
    const before = inspect(value, { depth: 20 });
    const shown = inspect(redactor.redact(value), { depth: 20 });
    expect(shown).not.toContain(opaque);
    expect(shown).not.toContain(token);
    expect(shown).not.toContain("12345678901234");
    expect(inspect(value, { depth: 20 })).toBe(before);
    // Redacted again, nothing changes.
    const once = redactor.redact(value);
    expect(inspect(redactor.redact(once), { depth: 20 })).toBe(shown);
  });

  test.each<[string, unknown]>([
    ["token counts", { usage: { total_tokens: 512, max_tokens: 1024 } }],
    ["dates", { passwordChangedAt: new Date(0) }],
    ["plain", { level: 30, msg: "GET /index.html 200", tags: ["a", "b"], user: { id: 5 } }],
  ])("%s stay, as the same reference", (_name, value) => {
    expect(redactor.redact(value)).toBe(value);
  });

  test("nothing is withheld", () => {
    expect(redactor.stats().withheld).toBe(0);
  });
});
