// Writes the package's type declarations. Those of files that are gone would be published, so all are new.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./paths.js";
import { runTsc } from "./tsc.js";

rmSync(join(dist, "types"), { recursive: true, force: true });
const errors = runTsc("-p", "tsconfig.json", "--emitDeclarationOnly", "--outDir", join(dist, "types"));
if (errors.length > 0) {
  console.error(errors.join("\n"));
  process.exitCode = 1;
}
