import { oneByOne, type Peer, versionOf } from "./peer.ts";

/** The keys of `standardRules` that stand for credentials; the others are for persons, dates, addresses. */
const credentialRules = /^(?:apikey|awsid|awskey|basic_auth|token|password|pass|secret|auth|bearer)$/;

export const visulima: Peer = {
  name: "@visulima/redact",
  reads: "text",
  given:
    "`stringAnonymize` with those of `standardRules` that stand for credentials (its `redact` of a value takes over 100 ms for a log line)",
  async load() {
    const { standardRules, stringAnonymize } = await import("@visulima/redact");
    const rules = standardRules.filter(
      (rule: string | number | { key: string }) => typeof rule === "object" && credentialRules.test(rule.key),
    );
    const redact = (text: string) => stringAnonymize(text, rules);
    return { version: versionOf("@visulima/redact"), redactAll: oneByOne(redact) };
  },
};
