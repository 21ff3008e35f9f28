// How a program of each language is installed, into a folder of the cache, and what starts it there.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @import { Program } from "./program.js" */
/** @typedef {{ command: string[], env: Record<string, string> }} Start */
/**
 * @typedef {{
 *   install: (folder: string, program: Program) => void,
 *   start: (folder: string, program: Program) => Start,
 * }} Language
 */

const INSTALL_TIMEOUT_MS = 1_800_000;

/** @param {string} folder @param {string} command @param {string[]} args */
function run(folder, command, ...args) {
  const options = { cwd: folder, encoding: /** @type {const} */ ("utf8"), timeout: INSTALL_TIMEOUT_MS };
  execFileSync("nice", ["-n", "5", command, ...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
}

const write = (/** @type {string} */ file, /** @type {string} */ text) => {
  writeFileSync(file, text);
  return file;
};

const POM = (/** @type {readonly string[]} */ packages) => `<project><modelVersion>4.0.0</modelVersion>
<groupId>trial</groupId><artifactId>trial</artifactId><version>1</version><dependencies>${packages
  .map((name) => {
    const [group, artifact, version] = name.split(":");
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  })
  .join("")}</dependencies></project>`;

const CARGO = (/** @type {string} */ name, /** @type {readonly string[]} */ packages) =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n${packages.join("\n")}\n`;

/** What the programs of Rust share, so that a library is compiled once. */
const rustTarget = (/** @type {string} */ folder) => join(folder, "../rust-target");

/** @type {Record<Program["language"], Language>} */
export const LANGUAGES = {
  python: {
    install: (folder, { packages }) =>
      run(folder, "python3", "-m", "pip", "install", "-q", "--target", join(folder, "site"), ...packages),
    start: (folder, { code }) => ({
      command: code ? ["python3", write(join(folder, "main.py"), code)] : [],
      env: {
        PYTHONPATH: join(folder, "site"),
        PATH: `${join(folder, "site/bin")}:${process.env.PATH}`,
        PYTHONUNBUFFERED: "1",
      },
    }),
  },
  node: {
    install: (folder, { packages }) => {
      write(join(folder, "package.json"), "{}");
      run(folder, "npm", "install", "--no-audit", "--no-fund", "--silent", ...packages);
    },
    start: (folder, { code }) => ({
      command: code ? ["node", write(join(folder, "main.mjs"), code)] : [],
      env: { PATH: `${join(folder, "node_modules/.bin")}:${process.env.PATH}` },
    }),
  },
  go: {
    install: (folder, { packages, code = "" }) => {
      write(join(folder, "main.go"), code);
      run(folder, "go", "mod", "init", "trial");
      for (const name of packages) run(folder, "go", "get", name);
      run(folder, "go", "mod", "tidy");
      run(folder, "go", "build", "-o", "main", ".");
    },
    start: (folder) => ({ command: [join(folder, "main")], env: {} }),
  },
  java: {
    install: (folder, { packages, code = "" }) => {
      write(join(folder, "pom.xml"), POM(packages));
      run(folder, "mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib");
      run(folder, "javac", "-cp", "lib/*", "-d", "out", write(join(folder, "Main.java"), code));
    },
    start: (folder) => ({
      command: ["java", "-cp", `${folder}:${join(folder, "out")}:${join(folder, "lib")}/*`, "Main"],
      env: {},
    }),
  },
  rust: {
    install: (folder, { name, packages, code = "" }) => {
      mkdirSync(join(folder, "src"), { recursive: true });
      write(join(folder, "Cargo.toml"), CARGO(name, packages));
      write(join(folder, "src/main.rs"), code);
      run(folder, "cargo", "build", "-q", "-j", "1", "--target-dir", rustTarget(folder));
    },
    start: (folder, { name }) => ({ command: [join(rustTarget(folder), "debug", name)], env: {} }),
  },
  debian: {
    install: (folder, { packages }) => {
      const missing = packages.filter((name) => !isInstalled(name));
      if (missing.length === 0) return;
      run(folder, "apt-get", "update", "-qq");
      run(folder, "apt-get", "install", "-y", "-qq", "--no-install-recommends", ...missing);
    },
    start: (folder, { code, interpreter = [] }) => ({
      command: code ? [...interpreter, write(join(folder, "main"), code)] : [],
      env: {},
    }),
  },
};

/** @param {string} name of a package of Debian */
function isInstalled(name) {
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg-query
    const format = "${db:Status-Status}";
    const status = execFileSync("dpkg-query", ["-W", "-f", format, name], { encoding: "utf8" });
    return status === "installed";
  } catch {
    return false;
  }
}

/** Languages whose code is compiled where it is installed. */
const COMPILED = ["go", "java", "rust"];

/**
 * Installs a program unless it is there, packages and code as they are in its row.
 * @param {string} folder @param {Program} program
 */
export function install(folder, program) {
  const file = join(folder, "installed.json");
  const row = JSON.stringify([program.packages, COMPILED.includes(program.language) ? program.code : ""]);
  if (existsSync(file) && readFileSync(file, "utf8") === row) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  LANGUAGES[program.language].install(folder, program);
  writeFileSync(file, row);
}
