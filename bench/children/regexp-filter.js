// stdin → stdout, line by line, with the patterns as JavaScript regular expressions.
import { createInterface } from "node:readline";
import { patterns, replacement } from "./patterns.js";

const sources = process.argv[2] === "each" ? patterns : [patterns.join("|")];
const expressions = sources.map((source) => new RegExp(source, "g"));

let block = "";
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let out = line;
  for (const expression of expressions) out = out.replace(expression, replacement);
  block += `${out}\n`;
  if (block.length > 1 << 16) {
    if (!process.stdout.write(block)) await new Promise((resume) => process.stdout.once("drain", resume));
    block = "";
  }
}
process.stdout.write(block);
