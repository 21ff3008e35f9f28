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
