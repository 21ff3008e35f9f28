// Compiles the kernel and embeds it, so that the package needs no file next to its code.
// The same source and compiler give the same bytes: `test/structure/reproducible.test.ts` holds that.
//
// With `--checked` it compiles the checked build (`src/kernel/checked/`) instead, for tests alone.
// With `--sizes` it says how large the modules are.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { countSteps } from "./count-steps.js";
import { forgetMemos } from "./forget-memos.js";
import { takeNames } from "./function-names.js";
import { src } from "./paths.js";
import { traceCalls, withTitles } from "./trace-calls.js";

const kernel = join(src, "kernel");

/**
 * @typedef {object} Flavour
 * @property {string} entry
 * @property {any[]} transforms
 * @property {string} optimizeLevel
 * @property {string} [shrinkLevel] What it may be slower for being smaller; not at all without it
 * @property {(text: string) => string} [rewrite] Changes a file's source
 */

/** @param {string} text */
const asIs = (text) => text;

/**
 * What is compiled, and how the compiler's tree is changed on the way. What is not shipped is optimized less: it
 * compiles in two seconds, not in eleven, and runs as fast.
 */
/** @type {Record<"plain" | "forgetful" | "unpack" | "known" | "checked" | "traced", Flavour>} */
const FLAVOURS = {
  plain: { entry: "index.ts", transforms: [], optimizeLevel: "3" },
  /** Without memos, for tests alone. */
  forgetful: { entry: "index.ts", transforms: [], optimizeLevel: "1", rewrite: forgetMemos },
  /** Unpacks the program in a bundle: a module of its own. */
  unpack: { entry: "unpack/index.ts", transforms: [], optimizeLevel: "3" },
  /** Looks for values that the host knows: a module of its own. */
  known: { entry: "known/index.ts", transforms: [], optimizeLevel: "3", shrinkLevel: "1" },
  /** Steps are counted, and memory, spans and state are checked (`src/kernel/checked/`); for tests alone. */
  checked: { entry: "checked/index.ts", transforms: [countSteps], optimizeLevel: "1" },
  /** The host is told of every call (`src/kernel/traced/`), for `npm run explain`. */
  traced: { entry: "traced/index.ts", transforms: [traceCalls], optimizeLevel: "1" },
};

/**
 * AssemblyScript's decorators of functions (`@inline`) stand in the kernel's files as comments, so that these are
 * plain TypeScript, which has none, for all other tools.
 *
 * @param {string} text
 */
function decorated(text) {
  return text.replace(/^\/\/ (?=@(?:inline|global|external)\b)/gm, "");
}

/**
 * Compiles the kernel; returns the WebAssembly module's bytes. Throws with the compiler's messages.
 *
 * @param {object} [options]
 * @param {keyof typeof FLAVOURS} [options.flavour]
 * @param {(path: string) => string | undefined} [options.readFile] Gives the text of a source by its path in the
 *   kernel's folder, undefined for what is on the disk; the mutants of the kernel are built so
 * @returns {Promise<Uint8Array>}
 */
export async function compileKernel(options = {}) {
  const wasm = await compileModule(options);
  switch (options.flavour ?? "plain") {
    case "plain":
      return takeNames(wasm).wasm;
    case "traced":
      return withTitles(wasm);
    default:
      return wasm;
  }
}

/**
 * The compiler's module: a plain one has the names of its functions.
 *
 * @param {Parameters<typeof compileKernel>[0] & object} options
 * @returns {Promise<Uint8Array>}
 */
async function compileModule({ flavour = "plain", readFile }) {
  const { entry, transforms, optimizeLevel, shrinkLevel = "0", rewrite = asIs } = FLAVOURS[flavour];
  let wasm;
  const { error, stderr } = await asc.main(
    [
      entry,
      "--baseDir",
      kernel,
      "--outFile",
      "kernel.wasm",
      "--config",
      "none",
      "--enable",
      "simd",
      "--runtime",
      "stub",
      "--noAssert",
      "--importMemory",
      // Where the tables of `abi.ts` begin.
      "--lowMemoryLimit",
      "65536",
      "--initialMemory",
      "4",
      "--optimizeLevel",
      optimizeLevel,
      "--shrinkLevel",
      shrinkLevel,
      // The names of functions; they change nothing else, and are taken out again.
      ...(flavour === "plain" ? ["--debug"] : []),
    ],
    {
      transforms,
      readFile: (name, folder) => {
        const text = readFile?.(name) ?? readSource(join(folder, name));
        return text === null ? null : decorated(rewrite(text));
      },
      writeFile: (_name, contents) => {
        wasm = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return /** @type {Uint8Array} */ (/** @type {unknown} */ (wasm));
}

/** @param {string} path @returns {string | null} null: there is no such file */
function readSource(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Characters that no tool writes as an escape, but for the last one, which is in front of bytes that are rare. */
const PLAIN = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0x20 + i))
  .filter((character) => !"\"'`\\$~".includes(character))
  .join("");
const RARE = "~";

/**
 * Bytes as a text in which the frequent ones are a character each, and the others two.
 *
 * @param {Uint8Array} bytes
 * @returns {{ text: string, order: string }} `order` has, as hexadecimal digits, the bytes by their characters
 */
export function textOf(bytes) {
  /** @type {number[]} */
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b);
  /** @type {string[]} */
  const written = [];
  order.forEach((byte, i) => {
    const page = Math.floor(i / PLAIN.length);
    written[byte] = RARE.repeat(page) + PLAIN[i % PLAIN.length];
  });
  return {
    text: Array.from(bytes, (byte) => written[byte]).join(""),
    order: order.map((byte) => byte.toString(16).padStart(2, "0")).join(""),
  };
}

/** Compiles what is embedded. @param {string} name Of its file @param {string} exported @param {keyof typeof FLAVOURS} flavour */
async function embed(name, exported, flavour) {
  const directory = join(kernel, "build");
  mkdirSync(directory, { recursive: true });
  const module = await compileModule({ flavour });
  const { wasm, titles } = flavour === "plain" ? takeNames(module) : { wasm: module, titles: {} };
  if (flavour === "plain") writeFileSync(join(directory, "functions.json"), JSON.stringify(titles));
  if (flavour !== "checked") writeFileSync(join(directory, `${name}.wasm`), wasm);
  // Of hexadecimal digits gzip sees what is repeated.
  const written = Buffer.from(wasm).toString(exported.endsWith("Hex") ? "hex" : "base64");
  writeFileSync(
    join(directory, `${name}.ts`),
    `// Generated by build/kernel.js.\nexport const ${exported}: string =\n  "${written}";\n`,
  );
  if (process.argv.includes("--sizes")) console.log(`${name}: ${wasm.length} bytes`);
  if (flavour !== "plain") return;
  const { text, order } = textOf(wasm);
  const lines = [
    "// Generated by build/kernel.js.",
    `export const kernelText: string = ${JSON.stringify(text)};`,
    `export const textOrder: string = ${JSON.stringify(order)};`,
    `export const plainCharacters: string = ${JSON.stringify(PLAIN)};`,
    "",
  ];
  writeFileSync(join(directory, "embedded.ts"), lines.join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--checked")) {
    await embed("checked-kernel", "kernelBase64", "checked");
  } else {
    await embed("kernel", "kernelBase64", "plain");
    await embed("unpacker", "unpackerHex", "unpack");
    await embed("known", "knownHex", "known");
  }
}
