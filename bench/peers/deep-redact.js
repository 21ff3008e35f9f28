import { names } from "./names.js";
import { oneByOne, redactJson, versionOf } from "./peer.js";

/** @type {import("./peer.js").Peer} */
export const deepRedact = {
  name: "@hackylabs/deep-redact",
  reads: "json",
  given: "it knows no names: `blacklistedKeys` from `bench/peers/names.js`, any case",
  async load() {
    const { DeepRedact } = await import("@hackylabs/deep-redact");
    const redactor = new DeepRedact({
      blacklistedKeys: names,
      caseSensitiveKeyMatch: false,
      serialise: false,
    });
    const redact = (/** @type {string} */ text) => redactJson(text, (value) => redactor.redact(value));
    return { version: versionOf("@hackylabs/deep-redact"), redactAll: oneByOne(redact) };
  },
};
