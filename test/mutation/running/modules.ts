// A test file with all that it needs, from its script; run anew, it is a fresh set of modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { Recorder } from "../replay/recorder.ts";
import { HOST } from "./bundle.ts";
import { forTypeScript } from "./mutated.ts";
import { Declared } from "./stand-in.ts";

const nodeRequire = createRequire(import.meta.url);

/** Runs scripts over and over; each is read and compiled once. */
export class Scripts {
  readonly #kernelBase64: string;
  readonly #knownHex: string;
  readonly #compiled: Map<string, Script> = new Map();

  /** @param known Path of the module that looks for known values */
  constructor(kernel: string, known: string) {
    this.#kernelBase64 = readFileSync(kernel).toString("base64");
    this.#knownHex = readFileSync(known).toString("hex");
  }

  /** The program that the catalogue is compiled to. */
  compile(path: string): Uint8Array {
    const { compileCatalogue } = this.load(path, undefined) as { compileCatalogue(): Uint8Array };
    return compileCatalogue();
  }

  /** What a script exports, with `prepared` for what the build has compiled. */
  load(
    path: string,
    prepared: Uint8Array | undefined,
    declared: Declared = new Declared(),
    recorder: Recorder["forBundle"] = new Recorder().forBundle,
  ): unknown {
    const provided: Readonly<Record<string, unknown>> = {
      vitest: declared.vitest,
      [HOST.switch]: forTypeScript,
      [HOST.kernel]: { kernelBase64: this.#kernelBase64 },
      [HOST.known]: { knownHex: this.#knownHex },
      [HOST.prepared]: { prepared },
      [HOST.recorder]: recorder,
    };
    const script =
      this.#compiled.get(path) ??
      new Script(`(function (require, exports, module) {${readFileSync(path, "utf8")}\n})`, {
        filename: path,
      });
    this.#compiled.set(path, script);
    const module = { exports: {} };
    script.runInThisContext()((name: string) => provided[name] ?? nodeRequire(name), module.exports, module);
    return module.exports;
  }
}
