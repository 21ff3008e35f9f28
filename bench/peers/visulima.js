import { oneByOne, versionOf } from "./peer.js";

/** The keys of `standardRules` that stand for credentials; the others are for persons, dates, addresses. */
const credentialRules = /^(?:apikey|awsid|awskey|basic_auth|token|password|pass|secret|auth|bearer)$/;

/** @type {import("./peer.js").Peer} */
export const visulima = {
  name: "@visulima/redact",
  reads: "text",
  given:
    "`stringAnonymize` with those of `standardRules` that stand for credentials (its `redact` of a value takes over 100 ms for a log line)",
  async load() {
    const { standardRules, stringAnonymize } = await import("@visulima/redact");
    const rules = standardRules.filter(({ key }) => credentialRules.test(key));
    const redact = (/** @type {string} */ text) => stringAnonymize(text, rules);
    return { version: versionOf("@visulima/redact"), redactAll: oneByOne(redact) };
  },
};
