// All mutations there are, and a seeded sample of them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../structure/files.ts";
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

/**
 * `count` of the mutations, the same for the same seed and sources, in their order. What is chosen depends on each
 * mutation's own words: a change elsewhere in the sources changes nothing of it.
 */
export function sampleOf(mutations: readonly Mutation[], count: number, seed: number): readonly Mutation[] {
  const seen = new Map<string, number>();
  const ranks = mutations.map((mutation) => {
    const { file, within, operator, text } = mutation;
    const words = [file, within, operator, text].join("\n");
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { mutation, rank: hashOf(`${seed}\n${words}\n${before}`) };
  });
  const chosen = new Set(
    [...ranks]
      .sort((a, b) => a.rank - b.rank)
      .slice(0, count)
      .map(({ mutation }) => mutation),
  );
  return mutations.filter((mutation) => chosen.has(mutation));
}

function hashOf(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6);
}

export function numbered(mutations: readonly Mutation[]): readonly Numbered[] {
  return mutations.map((mutation, i) => ({ ...mutation, id: i + 1 }));
}
