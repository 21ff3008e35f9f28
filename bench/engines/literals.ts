// The literals by which the kernel's prefilter knows where to stop, for engines that search for literals.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export type Literal = { bytes: Buffer; ignoreCase: boolean };

/** src/ is TypeScript: bundled in memory, as its own build does it. */
const source = `
import { catalogueSource } from "./config/catalogue-source.ts";
import { addNames } from "./program/image/key-names.ts";
import { compileRule } from "./program/image/compile-shape.ts";

const { rules } = catalogueSource();
export const fragments = rules.flatMap((rule) => compileRule(rule, false)?.fragments ?? []).map(({ bytes }) => bytes);
const names = rules.flatMap((rule, i) => ("key" in rule ? [[rule, i]] : []));
export const nameEnds = addNames({ add() {} }, names).sure;
`;

/** The catalogue's: three bytes of every shape, the last letters of every name. */
export async function readLiterals(): Promise<Literal[]> {
  const resolveDir = fileURLToPath(new URL("../../src/", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  const code = Buffer.from((outputFiles[0] as { text: string }).text).toString("base64");
  const { fragments, nameEnds } = await import(`data:text/javascript;base64,${code}`);
  const distinct = new Map();
  for (const bytes of fragments) distinct.set(`c ${bytes}`, { bytes: Buffer.from(bytes), ignoreCase: false });
  for (const end of nameEnds)
    distinct.set(`i ${end}`, { bytes: Buffer.from(end, "latin1"), ignoreCase: true });
  return [...distinct.values()];
}

/** How often the literals occur, overlapping ones too: slow, and so simple that it is right. */
export function countLiterals(text: Buffer, literals: Literal[]) {
  const asIs = text.toString("latin1");
  const folded = asIs.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  let count = 0;
  for (const { bytes, ignoreCase } of literals) {
    const literal = bytes.toString("latin1");
    const where = ignoreCase ? folded : asIs;
    for (let at = where.indexOf(literal); at >= 0; at = where.indexOf(literal, at + 1)) count++;
  }
  return count;
}
