import { oneByOne, replaceRanges, versionOf } from "./peer.js";

/** @type {import("./peer.js").Peer} */
export const secretlint = {
  name: "secretlint",
  reads: "text",
  given: "`@secretlint/secretlint-rule-preset-recommend`; the ranges of its messages are masked",
  async load() {
    const { lintSource } = await import("@secretlint/core");
    const id = "@secretlint/secretlint-rule-preset-recommend";
    const { creator } = await import(id);
    const options = { config: { rules: [{ id, rule: creator }] } };
    const redact = async (/** @type {string} */ content) => {
      const source = { content, filePath: "app.log", contentType: /** @type {const} */ ("text") };
      const { messages } = await lintSource({ source, options });
      return replaceRanges(
        content,
        messages.map(({ range: [start, end] }) => ({ start, end })),
      );
    };
    return { version: versionOf("@secretlint/core"), redactAll: oneByOne(redact) };
  },
};
