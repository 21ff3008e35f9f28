// Writes the package's type declarations. Those of files that are gone would be published, so all are new.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./paths.js";
import { runTsc } from "./tsc.js";

rmSync(join(dist, "types"), { recursive: true, force: true });
process.exitCode = runTsc("-p", "tsconfig.json", "--emitDeclarationOnly", "--outDir", join(dist, "types"));
