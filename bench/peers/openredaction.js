import { oneByOne, versionOf } from "./peer.js";

/** @type {import("./peer.js").Peer} */
export const openredaction = {
  name: "openredaction",
  reads: "text",
  given: '`categories: ["credentials"]`, so that it leaves names, dates and numbers alone',
  async load() {
    const { OpenRedaction } = await import("@openredaction/core");
    const shield = new OpenRedaction({ categories: ["credentials"] });
    const redact = async (/** @type {string} */ text) => (await shield.detect(text)).redacted;
    return { version: versionOf("@openredaction/core"), redactAll: oneByOne(redact) };
  },
};
