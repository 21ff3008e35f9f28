// Makes the kernel that is shipped tell which of its branches were taken: a call of `hit(number)` at each.
import binaryen from "assemblyscript/binaryen";

const OPEN = /^( *)\((\S+)/;
/** What holds statements, one after the other: a call may stand between them. */
const HOLDERS = new Set(["block", "loop", "then", "else", "func"]);
/** After these stands a place that a branch leads to, or that it did not leave. */
const BRANCHES = new Set(["block", "loop", "if", "br_if"]);

/**
 * Works on binaryen's text, which has every node on lines of its own, indented by its depth.
 *
 * @param {Uint8Array} wasm
 * @returns {{ wasm: Uint8Array, branches: number }}
 */
export function instrumentKernel(wasm) {
  const lines = read(wasm).emitText().split("\n");
  let branches = 0;
  const out = [];
  const hit = () => out.push(`(call $hit (i32.const ${branches++}))`);
  /** @type {string[]} The nodes that are open, by depth. */
  const open = [];
  for (const line of lines) {
    const [, indent, name] = OPEN.exec(line) ?? [];
    if (indent === undefined || name === undefined) {
      const depth = /^( *)\)/.exec(line)?.[1]?.length;
      out.push(line);
      if (depth !== undefined && isPlace(open[depth], open[depth - 1])) hit();
      continue;
    }
    // Calls come after all imports.
    if (line.startsWith(' (import "env" "memory"'))
      out.push(' (import "fuzz" "hit" (func $hit (param i32)))');
    open[indent.length] = line.trimStart().slice(1);
    out.push(line);
    const isWhole = line.trimEnd().endsWith(")") && count(line, "(") === count(line, ")");
    if (!isWhole && (name === "then" || name === "else" || name === "loop")) hit();
  }
  const module = binaryen.parseText(out.join("\n"));
  module.setFeatures(binaryen.Features.All);
  if (!module.validate()) throw new Error("the instrumented kernel is not valid");
  return { wasm: module.emitBinary(), branches };
}

/** @param {Uint8Array} wasm */
function read(wasm) {
  const module = binaryen.readBinaryWithFeatures(wasm, binaryen.Features.All);
  module.setFeatures(binaryen.Features.All);
  return module;
}

/** @param {string | undefined} node @param {string | undefined} parent Their first lines */
function isPlace(node = "", parent = "") {
  return BRANCHES.has(nameOf(node)) && !node.includes("(result") && HOLDERS.has(nameOf(parent));
}

/** @param {string} line */
function nameOf(line) {
  return line.split(/[ )]/, 1)[0] ?? "";
}

/** @param {string} text @param {string} character */
function count(text, character) {
  return text.split(character).length - 1;
}
