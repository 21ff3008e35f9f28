// The hosts: what each needs, how it is installed and tested, in its folder.

/**
 * @typedef {object} HostRow
 * @property {string} name Of its folder
 * @property {boolean} isQuick Whether `.ci/run` tests it
 * @property {readonly (readonly string[])[]} tools Commands that succeed where its tools are there
 * @property {(cache: string) => readonly (readonly string[])[]} install
 * @property {(cache: string) => readonly (readonly string[])[]} test
 */

/** Builds the module without SIMD, for hosts that lack it. */
const withoutSimd = ["node", "../../build/embed.js", "--scalar", "../build/scrubjay-without-simd.wasm"];

/** @type {readonly HostRow[]} */
export const hosts = [
  {
    name: "go",
    isQuick: true,
    tools: [["go", "version"]],
    install: () => [["go", "mod", "download"]],
    test: () => [["go", "test", "-count=1", "./..."]],
  },
  {
    name: "rust",
    isQuick: false,
    tools: [["cargo", "--version"]],
    install: () => [["cargo", "fetch"]],
    // As the command that is measured: wasmtime's compiler takes six minutes of a core, and would take them twice.
    test: () => [["cargo", "test", "--release"]],
  },
  {
    name: "java",
    isQuick: false,
    tools: [["mvn", "--version"]],
    install: () => [["mkdir", "-p", "../build"], withoutSimd],
    test: () => [["mvn", "--quiet", "--batch-mode", "test"]],
  },
  {
    name: "python",
    isQuick: true,
    tools: [["python3", "--version"]],
    install: (cache) => [
      ["python3", "-m", "venv", `${cache}/python`],
      [`${cache}/python/bin/pip`, "install", "--quiet", "--requirement", "requirements.txt"],
    ],
    test: (cache) => [[`${cache}/python/bin/python`, "-m", "unittest", "--quiet"]],
  },
  {
    name: "collector",
    isQuick: false,
    tools: [["go", "version"]],
    install: (cache) => [["sh", "build.sh", `${cache}/go`]],
    test: () => [
      ["go", "-C", "scrubjayprocessor", "test", "-count=1", "."],
      [
        "env",
        "COLLECTOR=../../build/otelcol-scrubjay",
        "go",
        "-C",
        "scrubjayprocessor",
        "test",
        "-count=1",
        "-v",
        "./e2e",
      ],
    ],
  },
];

/**
 * @typedef {object} BenchRow
 * @property {string} name
 * @property {string} cwd
 * @property {readonly string[]} needs Files without which it is left out
 * @property {readonly string[]} command Copies its input to its output
 * @property {readonly string[]} sources Its files, but for tests
 * @property {string} tried
 */

const WASM = "../../dist/scrubjay.wasm";
const SCALAR = "../build/scrubjay-without-simd.wasm";

/** @type {readonly BenchRow[]} */
export const benches = [
  {
    name: "Node, its own way",
    cwd: ".",
    needs: [],
    command: ["node", "node-redact.js", "own"],
    sources: [],
    tried: "Node 20",
  },
  {
    name: "Node, the module",
    cwd: ".",
    needs: [],
    command: ["node", "node-redact.js", "../dist/scrubjay.wasm"],
    sources: ["../test/embed/host.ts"],
    tried: "Node 20",
  },
  {
    name: "Go",
    cwd: "go",
    needs: ["build/redact-go"],
    command: ["../build/redact-go", WASM],
    sources: ["go/scrubjay.go", "go/stream.go"],
    tried: "Go 1.26, wazero 1.12.0",
  },
  {
    name: "Python",
    cwd: "python",
    needs: [],
    command: ["sh", "-c", `"\${TMPDIR:-/tmp}/scrubjay-embedding/python/bin/python" scrubjay.py "$0"`, WASM],
    sources: ["python/scrubjay.py"],
    tried: "Python 3.11, wasmtime 50.0.1",
  },
  {
    name: "Rust",
    cwd: "rust",
    needs: ["rust/target/release/redact"],
    command: ["target/release/redact", WASM],
    sources: ["rust/src/lib.rs", "rust/src/running.rs", "rust/src/stream.rs"],
    tried: "Rust 1.95, wasmtime 48.0.8",
  },
  {
    name: "Java, without SIMD",
    cwd: "java",
    needs: ["java/target/classes", "java/target/classpath"],
    command: ["sh", "-c", 'java -cp "target/classes:$(cat target/classpath)" scrubjay.Redact "$0"', SCALAR],
    sources: [
      "java/src/main/java/scrubjay/Scrubjay.java",
      "java/src/main/java/scrubjay/Redactor.java",
      "java/src/main/java/scrubjay/RedactingInputStream.java",
      "java/src/main/java/scrubjay/RedactingConverter.java",
    ],
    tried: "Java 17, Chicory 1.7.5",
  },
];
