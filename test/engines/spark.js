// Spark's local mode: embedding/spark/test_redact_archive.py, with pyspark in the cache.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kept } from "./cache.js";

const SPARK = "4.0.0";
const root = fileURLToPath(new URL("../../", import.meta.url));
const module = join(root, "dist/scrubjay.wasm");
const host = join(root, "embedding/python");

/** @returns {string} What came out, in a line @throws {Error} If Spark's lines are not the filter's */
export function spark() {
  for (const needed of [module, join(host, "scrubjay.py")])
    if (!existsSync(needed)) throw new Error(`${needed} is missing; npm run build`);
  const python = join(
    kept(`spark-${SPARK}`, (folder) => {
      execFileSync("python3", ["-m", "venv", folder]);
      const pip = ["-m", "pip", "install", "-q", `pyspark==${SPARK}`, "wasmtime"];
      execFileSync(join(folder, "bin/python"), pip, { stdio: ["ignore", "ignore", "inherit"] });
    }),
    "bin/python",
  );
  const folder = join(root, "embedding/spark");
  const { status, stdout, stderr } = spawnSync(python, ["-W", "ignore", "test_redact_archive.py"], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      PYSPARK_PYTHON: python,
      PYTHONPATH: [host, folder].join(":"),
      SCRUBJAY_WASM: module,
      SCRUBJAY_FILTER: join(root, "dist/scrubjay.cjs"),
    },
  });
  if (status !== 0) throw new Error(`Spark: ${stderr.slice(-3000)}`);
  return `Spark ${SPARK}: ${stdout.trim()}`;
}
