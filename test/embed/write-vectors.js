// Writes the vectors and their policies for hosts in other languages: `node test/embed/write-vectors.js FOLDER`. A vector is
// a line of vectors.tsv: kind, policy, key, time, cuts, name, input, output; the last three in hexadecimal digits. A
// policy is a file NAME.policy; "default" has none.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** @param {Uint8Array} bytes */
const hex = (bytes) => Buffer.from(bytes).toString("hex");

/** @param {string} folder */
export async function writeVectors(folder) {
  mkdirSync(folder, { recursive: true });
  const here = fileURLToPath(new URL(".", import.meta.url));
  const outfile = join(here, "vectors.mjs");
  await build({
    stdin: { contents: 'export * from "./vectors.ts"; export * from "./node-way.ts";', resolveDir: here },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
    logLevel: "error",
  });
  try {
    const { allVectors, compilePolicy, nodeOutput, policies } = await import(pathToFileURL(outfile).href);
    for (const { name, options } of policies)
      if (name !== "default") writeFileSync(join(folder, `${name}.policy`), compilePolicy(options));
    const lines = allVectors().map((/** @type {import("./vectors.ts").Vector} */ vector) => {
      const { kind, policy, key, time, cuts, name, input } = vector;
      return [kind, policy, key, time, cuts.join(","), hex(name), hex(input), hex(nodeOutput(vector))].join(
        "\t",
      );
    });
    writeFileSync(join(folder, "vectors.tsv"), `${lines.join("\n")}\n`);
    return lines.length;
  } finally {
    rmSync(outfile);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "embedding/vectors";
  console.log(`${await writeVectors(folder)} vectors in ${folder}`);
}
