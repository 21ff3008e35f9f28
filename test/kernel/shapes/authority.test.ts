import { describe, expect, test } from "vitest";
import { createRedactor, redact } from "../../../src/redactor/redactor.ts";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";

/** A key that may have slashes in it, and whose mark comes late: one for Azure's container registry. */
const mark = "+ACRA9Zq2L";
const body = "k7Qx/2Lw9ZrT4vB8nM1cD6fG3hJ5sP0yUeWiOaXt+z";

describe("a token does not begin in a URL's host or port", () => {
  test("in front of it there may be anything else", () => {
    expect(body).toHaveLength(42);
    for (const front of ["", "key=", "https://host.example/", "http://127.0.0.1:8080/v1/", "host:", "://"])
      expectAtEveryCut(`${front}${body}${mark} next`, `${front}[REDACTED] next`);
    // Digits and a slash are no port where no URL is.
    const digits = `46041/${body.slice(6)}`;
    for (const front of ["", "key=", "host:", "/host:", "//host:"])
      expectAtEveryCut(`${front}${digits}${mark} next`, `${front}[REDACTED] next`);
  });

  test.each([
    ["http://host:46041/", body.slice(6)],
    ["http://127.0.0.1:46041/", body.slice(6)],
    ["https://host.example/", body.slice(8)],
    ["https://a.b/", body.slice(2)],
    ["http://[::1]:80/", body.slice(3)],
  ])("%s ends before it", (url, rest) => {
    const text = `${url}${rest}${mark}`;
    expectAtEveryCut(text, text);
  });

  test("what has a host of its own goes on behind it", () => {
    const path = ["services", "T1AB2CD3E", "B4FG5HI6J", "aB3xY9zQkL5mN7pR2sT4vW6x"].join("/");
    expect(redact(`https://hooks.slack.com/${path}`)).toMatch(
      /^https:\/\/hooks\.slack\.com\/services\/\[REDACTED\]$/,
    );
  });

  test("what begins with the slash is a path", () => {
    const token = "k7Qx2Lw9ZrT4vB8nM1cD";
    const text = (value: string) => `http://iot.example/api/v1/${value}/telemetry`;
    expectAtEveryCut(text(token), text("[REDACTED]"));
  });

  test("a rule of one's own matches what its pattern says", () => {
    const redactor = createRedactor({ rules: [{ id: "own/port", pattern: "\\d+/admin" }] });
    expect(redactor.redact("http://host:8080/admin")).toBe("http://host:[REDACTED]");
  });
});
