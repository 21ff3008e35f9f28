// Compiles the kernel with mutations in it.
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../structure/files.ts";
import { isHeldByCompiler, type Source } from "../sites/mutants.ts";
import { type Numbered, rewrite } from "../sites/rewrite.ts";
import type { ParsedFile } from "../sites/site.ts";

// The build's scripts are JavaScript without types.
const script: string = pathToFileURL(join(root, "build/kernel.js")).href;

interface Compiler {
  compileKernel(options: {
    flavour: Flavour;
    readFile(path: string): string | undefined;
  }): Promise<Uint8Array>;
}

/**
 * What the mutated sources ask for. The host says by `mutant` which mutation is on; with -1, it is noted of each that
 * the code comes by it, a byte in `seen`.
 */
const switchOf = (mutations: number) => `
// @external("env", "mutant")
declare let mutant: i32;
// @external("env", "steps")
declare let steps: i32;
const seen = memory.data(${mutations + 1});
// @inline
export function on(id: i32): bool {
  if (mutant < 0) store<u8>(seen + id, 1);
  return mutant == id;
}
export function tick(): void {
  if (--steps < 0) unreachable();
}
export function seenMutations(): usize {
  return seen;
}
`;

export interface MutatedKernel {
  readonly wasm: Uint8Array;
  /** What looks for known values, a module of its own. */
  readonly known: Uint8Array;
  readonly mutations: readonly Numbered[];
  /** Those that the compiler refused. */
  readonly refused: readonly Numbered[];
}

type Flavour = "plain" | "known";

/** The kernel with all of `wanted` in it that the compiler takes; the others are left out. */
export async function buildKernel(
  sources: readonly Source[],
  wanted: readonly Numbered[],
): Promise<MutatedKernel> {
  const most = wanted.reduce((most, { id }) => Math.max(most, id), 0);
  const isKnown = ({ file }: Numbered): boolean => file.startsWith(KNOWN);
  const known = await buildModule("known", sources, wanted.filter(isKnown), most);
  const others = wanted.filter((mutation) => !isKnown(mutation));
  const plain = await buildModule("plain", sources, others, most);
  const built = new Set([...known.mutations, ...plain.mutations]);
  return {
    wasm: plain.wasm,
    known: known.wasm,
    mutations: wanted.filter((one) => built.has(one)),
    refused: wanted.filter((one) => !built.has(one)),
  };
}

async function buildModule(
  flavour: Flavour,
  sources: readonly Source[],
  wanted: readonly Numbered[],
  most: number,
): Promise<{ readonly wasm: Uint8Array; readonly mutations: readonly Numbered[] }> {
  const { compileKernel } = (await import(script)) as Compiler;
  let mutations = wanted;
  for (;;) {
    const texts = textsOf(flavour, sources, mutations, most);
    try {
      return { wasm: await compileKernel({ flavour, readFile: (path) => texts.get(path) }), mutations };
    } catch (error) {
      const refused = idsAt(errorsOf(String(error)), texts, mutations);
      if (refused.size === 0) throw error;
      mutations = mutations.filter(({ id }) => !refused.has(id));
    }
  }
}

const FOLDER = "src/kernel";
const KNOWN = `${FOLDER}/known/`;

/** The mutated sources by their paths in the kernel's folder. */
function textsOf(
  flavour: Flavour,
  sources: readonly Source[],
  mutations: readonly Numbered[],
  most: number,
): ReadonlyMap<string, string> {
  const texts = new Map([["mutation-switch.ts", switchOf(most)]]);
  for (const { path, file } of sources) {
    if (!path.startsWith(`${FOLDER}/`)) continue;
    const inside = posix.relative(FOLDER, path);
    const up = posix.relative(posix.dirname(inside), "mutation-switch");
    const own = mutations.filter((mutation) => mutation.file === path);
    const text = withBounds(rewrite(file, own), file);
    const from = up.startsWith(".") ? up : `./${up}`;
    const needs = text === file.text ? "" : `import { on, tick } from "${from}"; `;
    const isEntry = inside === (flavour === "known" ? "known/index.ts" : "index.ts");
    const tells = isEntry ? `export { seenMutations } from "${from}"; ` : "";
    texts.set(inside, needs + tells + text);
  }
  return texts;
}

/**
 * In a file whose constants the compiler holds against one another, it is to see them as they are; the other files get
 * those with mutations.
 */
function withBounds(text: string, { constants }: ParsedFile): string {
  if (!isHeldByCompiler(text)) return text;
  return text.replace(/^export const (\w+)(: \w+)? = (\(on\(.*\));/gm, (_, name, type = "", value) => {
    const plain = `const ${name}${type} = ${constants.get(name)};`;
    return `${plain} const ${name}_${type} = ${value}; export { ${name}_ as ${name} };`;
  });
}

/** What the compiler says, without its warnings. */
function errorsOf(message: string): string {
  return message
    .split(/^(?=WARNING|ERROR)/m)
    .filter((part) => !part.startsWith("WARNING"))
    .join("");
}

/**
 * The mutations that the compiler's messages point at: those whose text begins right before, or else all of the line;
 * where a constant has to be one (`load<u16>(p, M_END)`), those of the constant and of what it is made of.
 */
function idsAt(
  message: string,
  texts: ReadonlyMap<string, string>,
  mutations: readonly Numbered[],
): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const [, path, line, column] of message.matchAll(/in ([\w./-]+\.ts)\((\d+),(\d+)\)/g)) {
    const text = texts.get(path!)?.split("\n")[Number(line) - 1] ?? "";
    const name = /^\w+/.exec(text.slice(Number(column) - 1))?.[0];
    for (const one of name === undefined ? [] : constantsIn(name, texts))
      for (const { id, within } of mutations) if (within === one) ids.add(id);
    const before = [...text.slice(0, Number(column)).matchAll(/\bon\((\d+)\)/g)].slice(-1);
    const found = before.length > 0 ? before : [...text.matchAll(/\bon\((\d+)\)/g)];
    for (const [, id] of found) ids.add(Number(id));
  }
  return ids;
}

/** A constant, and those that it is made of. */
function constantsIn(name: string, texts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const names = new Set([name]);
  for (const one of names) {
    const definition = new RegExp(`\\bconst ${one}(?:: \\w+)? = ([^;]+);`);
    for (const text of texts.values())
      for (const [used] of (definition.exec(text)?.[1] ?? "").matchAll(/\b[A-Z][A-Z\d_]+\b/g))
        names.add(used);
  }
  return names;
}
