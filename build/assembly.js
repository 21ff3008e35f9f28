// AssemblyScript's compiler, as the kernel and the embedding module use it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";

/**
 * AssemblyScript's decorators of functions (`@inline`) stand in the files as comments, so that these are plain TypeScript,
 * which has none, for all other tools.
 *
 * @param {string} text
 */
function decorated(text) {
  return text.replace(/^\/\/ (?=@(?:inline|global|external)\b)/gm, "");
}

/** @param {string} path @returns {string | null} null: there is no such file */
function readSource(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/**
 * Compiles a module; throws with the compiler's messages.
 *
 * @param {readonly string[]} args The entry, relative to `baseDir`, and flags
 * @param {string} baseDir
 * @param {object} [options]
 * @param {any[]} [options.transforms] Change the compiler's tree
 * @param {(path: string) => string | undefined} [options.readFile] Gives the text of a source, undefined for what is on
 *   the disk
 * @param {(text: string) => string} [options.rewrite] Changes a file's source
 * @returns {Promise<Uint8Array>} The module's bytes
 */
export async function compileAssembly(args, baseDir, { transforms = [], readFile, rewrite } = {}) {
  let wasm;
  const { error, stderr } = await asc.main(
    [
      ...args,
      "--baseDir",
      baseDir,
      "--outFile",
      "module.wasm",
      "--config",
      "none",
      "--enable",
      "simd",
      "--noAssert",
    ],
    {
      transforms,
      readFile: (name, folder) => {
        const text = readFile?.(name) ?? readSource(join(folder, name));
        return text === null ? null : decorated(rewrite === undefined ? text : rewrite(text));
      },
      writeFile: (_name, contents) => {
        wasm = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return /** @type {Uint8Array} */ (/** @type {unknown} */ (wasm));
}
