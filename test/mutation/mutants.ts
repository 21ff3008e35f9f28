// All mutations there are, and a seeded sample of them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../samples/random.ts";
import { root } from "../structure/files.ts";
import { parseKernelFile } from "./kernel-sites.ts";
import { type Mutation, mutationsOf, type Room } from "./operators.ts";
import { parseProgramFile } from "./program-sites.ts";
import type { Numbered } from "./rewrite.ts";
import type { ParsedFile } from "./site.ts";

export interface Source {
  readonly language: Room["language"];
  /** From the repository's root. */
  readonly path: string;
  readonly file: ParsedFile;
}

export const ROOMS: readonly { readonly language: Room["language"]; readonly folder: string }[] = [
  { language: "kernel", folder: "src/kernel" },
  { language: "program", folder: "src/program" },
];

/** The sources of both rooms, parsed. */
export function readSources(): readonly Source[] {
  return ROOMS.flatMap(({ language, folder }) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".ts") && !/(^|\/)(build|checked|unpack)\//.test(path))
      .sort()
      .map((path) => {
        const text = readFileSync(join(root, folder, path), "utf8");
        const parse = language === "kernel" ? parseKernelFile : parseProgramFile;
        return { language, path: `${folder}/${path}`, file: parse(path, text) };
      }),
  );
}

/** All mutations, in the order of the sources. */
export function allMutations(sources: readonly Source[]): readonly Mutation[] {
  return ROOMS.flatMap(({ language }) => {
    const files = sources.filter((source) => source.language === language);
    const room: Room = {
      language,
      constants: new Map(files.flatMap(({ file }) => [...file.constants])),
      returns: new Map(files.flatMap(({ file }) => [...file.returns])),
    };
    return files.filter(hasCode).flatMap(({ file, path }) => {
      const mutations = mutationsOf(file, path, room);
      return isHeldByCompiler(file.text) ? mutations.filter(({ within }) => within !== "") : mutations;
    });
  });
}

/** Whether what stands at the top of a file is asked by the compiler (`if (A > B) ERROR("…")`). */
export function isHeldByCompiler(text: string): boolean {
  return /\bERROR\(/.test(text);
}

/** A file of nothing but constants is what both compilers have agreed on. */
function hasCode({ file }: Source): boolean {
  return file.returns.size > 0 || file.sites.some(({ kind }) => kind === "call");
}

/** `count` of the mutations, the same for the same seed and sources, in their order. */
export function sampleOf(mutations: readonly Mutation[], count: number, seed: number): readonly Mutation[] {
  const random = createRandom(seed);
  const left = mutations.map((_, i) => i);
  const chosen: number[] = [];
  while (chosen.length < count && left.length > 0) {
    const at = Math.floor(random() * left.length);
    chosen.push(left[at]!);
    left[at] = left.at(-1)!;
    left.pop();
  }
  return chosen.sort((a, b) => a - b).map((i) => mutations[i]!);
}

export function numbered(mutations: readonly Mutation[]): readonly Numbered[] {
  return mutations.map((mutation, i) => ({ ...mutation, id: i + 1 }));
}
