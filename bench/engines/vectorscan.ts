// Vectorscan, the fastest search for many literals there is, with the literals of our prefilter.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Engine, quote } from "./engine.ts";
import { countLiterals, type Literal, readLiterals } from "./literals.ts";

const folder = join(tmpdir(), "scrubjay-bench");
const program = join(folder, "vectorscan");
const list = join(folder, "literals.txt");
const command = `${quote(program)} ${quote(list)}`;

let literals: Literal[] = [];

export const vectorscan: Engine = {
  name: "Vectorscan, our literals, search only",
  command,
  // Debian's libvectorscan-dev and libhyperscan-dev have it.
  needs: "/usr/include/hs/hs.h",
  redacts: false,
  maxMegabytes: 200,
  async build() {
    literals = await readLiterals();
    mkdirSync(folder, { recursive: true });
    const lines = literals.map(
      ({ bytes, ignoreCase }) => `${ignoreCase ? "i" : "c"} ${bytes.toString("hex")}\n`,
    );
    writeFileSync(list, lines.join(""));
    const source = fileURLToPath(new URL("vectorscan.c", import.meta.url));
    execFileSync("cc", ["-O2", "-Wall", "-Wextra", "-o", program, source, "-lhs"], { stdio: "inherit" });
  },
  check(input) {
    const [count] = execFileSync("sh", ["-c", command], { input, encoding: "utf8" }).split(" ");
    return { count: Number(count), expected: countLiterals(input, literals) };
  },
};
