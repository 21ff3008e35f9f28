import { oneByOne, type Peer, versionOf } from "./peer.ts";

export const openredaction: Peer = {
  name: "openredaction",
  reads: "text",
  given: '`categories: ["credentials"]`, so that it leaves names, dates and numbers alone',
  async load() {
    const { OpenRedaction } = await import("@openredaction/core");
    const shield = new OpenRedaction({ categories: ["credentials"] });
    const redact = async (text: string) => (await shield.detect(text)).redacted;
    return { version: versionOf("@openredaction/core"), redactAll: oneByOne(redact) };
  },
};
