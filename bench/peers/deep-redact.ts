import { names } from "./names.ts";
import { oneByOne, type Peer, redactJson, versionOf } from "./peer.ts";

export const deepRedact: Peer = {
  name: "@hackylabs/deep-redact",
  reads: "json",
  given: "it knows no names: `blacklistedKeys` from `bench/peers/names.ts`, any case",
  async load() {
    const { DeepRedact } = await import("@hackylabs/deep-redact");
    const redactor = new DeepRedact({
      blacklistedKeys: names,
      caseSensitiveKeyMatch: false,
      serialise: false,
    });
    const redact = (text: string) => redactJson(text, (value) => redactor.redact(value));
    return { version: versionOf("@hackylabs/deep-redact"), redactAll: oneByOne(redact) };
  },
};
