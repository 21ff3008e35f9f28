import { oneByOne, type Peer, replaceRanges, versionOf } from "./peer.ts";

export const secretlint: Peer = {
  name: "secretlint",
  reads: "text",
  given: "`@secretlint/secretlint-rule-preset-recommend`; the ranges of its messages are masked",
  async load() {
    const { lintSource } = await import("@secretlint/core");
    const id = "@secretlint/secretlint-rule-preset-recommend";
    const { creator } = await import(id);
    const options = { config: { rules: [{ id, rule: creator }] } };
    const redact = async (content: string) => {
      const source = { content, filePath: "app.log", contentType: "text" as const };
      const { messages } = await lintSource({ source, options });
      return replaceRanges(
        content,
        messages.map(({ range: [start, end] }: { range: readonly [number, number] }) => ({ start, end })),
      );
    };
    return { version: versionOf("@secretlint/core"), redactAll: oneByOne(redact) };
  },
};
