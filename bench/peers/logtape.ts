// LogTape redacts in its pipeline: patterns in what a formatter made, fields in what a sink is given.

import type { LogRecord } from "@logtape/logtape";
import { oneByOne, type Peer, redactJson, replacement, versionOf } from "./peer.ts";

const version = () => versionOf("@logtape/redaction");

/** What a sink and a formatter are handed. */
const toRecord = (properties: Record<string, unknown>) => ({
  category: ["app"],
  level: "info" as const,
  message: [""],
  rawMessage: "",
  timestamp: 0,
  properties,
});

export const logtapePatterns: Peer = {
  name: "@logtape/redaction by pattern",
  reads: "text",
  given: "`JWT_PATTERN`, the one of its patterns that is a credential's",
  async load() {
    const { JWT_PATTERN, redactByPattern } = await import("@logtape/redaction");
    let text = "";
    const format = redactByPattern(() => text, [JWT_PATTERN]);
    const redact = (next: string) => {
      text = next;
      return format(toRecord({}));
    };
    return { version: version(), redactAll: oneByOne(redact) };
  },
};

export const logtapeFields: Peer = {
  name: "@logtape/redaction by field",
  reads: "json",
  given: "`DEFAULT_REDACT_FIELDS` without those for persons (`ssn`, `email`, `phone`, `address`)",
  async load() {
    const { DEFAULT_REDACT_FIELDS, redactByField } = await import("@logtape/redaction");
    const fieldPatterns = DEFAULT_REDACT_FIELDS.filter(
      (each: string | RegExp) =>
        !["ssn", "email", "phone", "address"].some((name) => new RegExp(each).test(name)),
    );
    let seen: unknown;
    const keep = (record: LogRecord) => {
      seen = record.properties.line;
    };
    const sink = redactByField(keep, {
      fieldPatterns,
      action: () => replacement,
    });
    const redactValue = (line: unknown) => {
      sink(toRecord({ line }));
      return seen;
    };
    return { version: version(), redactAll: oneByOne((text) => redactJson(text, redactValue)) };
  },
};
