// Where the data are that nobody here wrote: read in place, never copied.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectDir = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const sharedDir = resolve(projectDir, process.env.SCRUBJAY_SHARED ?? "../shared");
export const casesDir = join(sharedDir, "cases");
export const corporaDir = join(sharedDir, "corpora");
export const isPresent = (dir: string) => existsSync(join(sharedDir, dir));
export const sharedIsPresent = () => existsSync(casesDir) && existsSync(corporaDir);
