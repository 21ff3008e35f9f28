import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The package's version: its file is one folder up from the bundle, two from the source. */
export function version(): string {
  for (const path of ["../package.json", "../../package.json"]) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(import.meta.dirname, path), "utf8")) as Record<
        string,
        string
      >;
      if (name === "scrubjay") return `${version}`;
    } catch {
      // Try the next folder.
    }
  }
  return "unknown";
}
