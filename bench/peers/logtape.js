// LogTape redacts in its pipeline: patterns in what a formatter made, fields in what a sink is given.
import { oneByOne, redactJson, replacement, versionOf } from "./peer.js";

const version = () => versionOf("@logtape/redaction");

/** What a sink and a formatter are handed. @param {Record<string, unknown>} properties */
const toRecord = (properties) => ({
  category: ["app"],
  level: /** @type {const} */ ("info"),
  message: [""],
  rawMessage: "",
  timestamp: 0,
  properties,
});

/** @type {import("./peer.js").Peer} */
export const logtapePatterns = {
  name: "@logtape/redaction by pattern",
  reads: "text",
  given: "`JWT_PATTERN`, the one of its patterns that is a credential's",
  async load() {
    const { JWT_PATTERN, redactByPattern } = await import("@logtape/redaction");
    let text = "";
    const format = redactByPattern(() => text, [JWT_PATTERN]);
    const redact = (/** @type {string} */ next) => {
      text = next;
      return format(toRecord({}));
    };
    return { version: version(), redactAll: oneByOne(redact) };
  },
};

/** @type {import("./peer.js").Peer} */
export const logtapeFields = {
  name: "@logtape/redaction by field",
  reads: "json",
  given: "`DEFAULT_REDACT_FIELDS` without those for persons (`ssn`, `email`, `phone`, `address`)",
  async load() {
    const { DEFAULT_REDACT_FIELDS, redactByField } = await import("@logtape/redaction");
    const fieldPatterns = DEFAULT_REDACT_FIELDS.filter(
      (each) => !["ssn", "email", "phone", "address"].some((name) => new RegExp(each).test(name)),
    );
    /** @type {unknown} */
    let seen;
    const keep = (/** @type {import("@logtape/logtape").LogRecord} */ record) => {
      seen = record.properties.line;
    };
    const sink = redactByField(keep, {
      fieldPatterns,
      action: () => replacement,
    });
    const redactValue = (/** @type {unknown} */ line) => {
      sink(toRecord({ line }));
      return seen;
    };
    return { version: version(), redactAll: oneByOne((text) => redactJson(text, redactValue)) };
  },
};
