// A test file with all that it needs, from its script; run anew, it is a fresh set of modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { HOST } from "./bundle.ts";
import { forTypeScript } from "./mutated.ts";
import { Declared, type Test } from "./stand-in.ts";

const nodeRequire = createRequire(import.meta.url);

/** Runs scripts over and over; each is read and compiled once. */
export class Scripts {
  readonly #kernelBase64: string;
  readonly #compiled: Map<string, Script> = new Map();

  constructor(kernel: string) {
    this.#kernelBase64 = readFileSync(kernel).toString("base64");
  }

  /** The tests that a file declares, with `prepared` for what the build has compiled. */
  tests(path: string, prepared: unknown): readonly Test[] {
    const declared = new Declared();
    this.#run(path, prepared, declared);
    return declared.tests;
  }

  /** What the build of the catalogue writes, a module. */
  prepare(path: string): string {
    const { prepareCatalogue } = this.#run(path, undefined, new Declared()) as {
      prepareCatalogue(): { readonly module: string };
    };
    return prepareCatalogue().module;
  }

  /** What a script exports. */
  load(path: string, prepared: unknown): unknown {
    return this.#run(path, prepared, new Declared());
  }

  #run(path: string, prepared: unknown, declared: Declared): unknown {
    const provided: Readonly<Record<string, unknown>> = {
      vitest: declared.vitest,
      [HOST.switch]: forTypeScript,
      [HOST.kernel]: { kernelBase64: this.#kernelBase64 },
      [HOST.prepared]: { prepared },
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

/** The object that a built module of the catalogue exports. */
export function preparedOf(module: string): unknown {
  return JSON.parse(module.slice(module.indexOf("= {") + 2, module.lastIndexOf("}") + 1));
}
