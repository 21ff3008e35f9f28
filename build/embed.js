// Builds the embedding module: what the compiler makes of src/embed/, with the program, and the default policy, as data.
// Its memory, from the start: what the build tells it and the default policy, the kernel's tables, the program, room for
// a policy's changes, the haystack; after that what the compiler lays out.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compileAssembly } from "./assembly.js";
import { dist, src } from "./paths.js";
import { withData } from "./wasm/data.js";
import { lowerSimd } from "./wasm/lower-simd.js";

const NAME = "scrubjay.wasm";

/** The parts of src/ that the build needs, which are TypeScript. */
async function loadSources() {
  const outfile = join(dist, "embed-sources.mjs");
  await build({
    stdin: {
      contents:
        'export * as kernel from "./kernel/abi.ts"; export * as abi from "./embed/abi.ts"; export * from "./policy/encode-policy.ts"; export * from "./config/own-key-ids.ts";',
      resolveDir: src,
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    outfile,
    logLevel: "error",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}

/** @param {Uint8Array} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest();

/** @param {number} value */
const word = (value) => new Uint8Array(Uint32Array.of(value).buffer);

/** What `dist/program.bin` holds: the program's size, ids of rules, and pieces. @param {Buffer} file */
function readProgram(file) {
  const length = file.readUInt32LE(file.length - 4);
  const told = JSON.parse(file.toString("latin1", length, file.length - 4));
  let offset = 0;
  const pieces = told.pieces.map((/** @type {[number, number]} */ [at, size]) => {
    offset += size;
    return { at, bytes: file.subarray(offset - size, offset) };
  });
  return { size: told.size, ruleIds: told.ruleIds, pieces };
}

/**
 * Builds the module; returns its bytes.
 *
 * @param {object} [options]
 * @param {string} [options.optimizeLevel]
 * @param {boolean} [options.isScalar] Whether it is for hosts without vectors (SIMD)
 */
export async function buildModule({ optimizeLevel = "3", isScalar = false } = {}) {
  const { kernel, abi, encodePolicy, programId, shownId } = await loadSources();
  const file = readFileSync(join(dist, "program.bin"));
  const { size, ruleIds, pieces } = readProgram(file);
  const policy = encodePolicy({
    base: programId(file, sha256),
    baseSize: size,
    change: undefined,
    ruleIds: ruleIds.map(shownId),
    censors: ruleIds.map(() => "redacted"),
    sha256,
  });
  if (abi.DEFAULT_POLICY + policy.length > abi.DEFAULT_POLICY_END)
    throw new Error(`embed: the default policy has ${policy.length} bytes, which is too much`);
  // As in src/embed/memory.ts.
  const base = (kernel.PROGRAM + size + kernel.CHANGES_ROOM + kernel.PAD + 15) & ~15;
  const carry = kernel.CONTEXT + 3 * kernel.DECISION_LIMIT;
  const memoryBase = (base + carry + abi.INPUT_MOST + kernel.PAD + 15) & ~15;
  const wasm = await compileAssembly(
    [
      isScalar ? "embed/scalar/index.ts" : "embed/index.ts",
      ...["--runtime", "minimal"],
      // A failure stops the instance without asking the host for anything.
      ...["--use", "abort="],
      ...["--memoryBase", String(memoryBase)],
      ...["--optimizeLevel", optimizeLevel],
    ],
    src,
  );
  return withData(isScalar ? lowerSimd(wasm) : wasm, [
    { at: abi.TOLD + abi.TOLD_IMAGE, bytes: word(size) },
    { at: abi.TOLD + abi.TOLD_POLICY, bytes: word(policy.length) },
    { at: abi.DEFAULT_POLICY, bytes: policy },
    ...pieces.map((/** @type {{ at: number, bytes: Uint8Array }} */ piece) => ({
      at: kernel.PROGRAM + piece.at,
      bytes: piece.bytes,
    })),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(dist, { recursive: true });
  const file = process.argv.find((_, i) => process.argv[i - 1] === "--scalar");
  if (file === undefined) writeFileSync(join(dist, NAME), await buildModule());
  else writeFileSync(file, await buildModule({ isScalar: true }));
  copyFileSync(join(src, "embed", "scrubjay.h"), join(dist, "scrubjay.h"));
}
