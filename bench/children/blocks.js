import { readFileSync } from "node:fs";

const blockBytes = 1 << 18;

/** A file's bytes in blocks that end with a line, as each is redacted by itself. @param {string} file */
export function readBlocks(file) {
  const content = readFileSync(file);
  const blocks = [];
  for (let from = 0; from < content.length; ) {
    const end =
      from + blockBytes < content.length ? content.lastIndexOf(0x0a, from + blockBytes) + 1 : content.length;
    // A line longer than a block is one.
    const to = end > from ? end : content.length;
    blocks.push(content.subarray(from, to));
    from = to;
  }
  return { content, blocks };
}
