// The hosts: what each needs, how it is installed and tested, in its folder.

/**
 * @typedef {object} HostRow
 * @property {string} name Of its folder
 * @property {boolean} isQuick Whether `.ci/run` tests it
 * @property {readonly (readonly string[])[]} tools Commands that succeed where its tools are there
 * @property {(cache: string) => readonly (readonly string[])[]} install
 * @property {(cache: string) => readonly (readonly string[])[]} test
 */

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
