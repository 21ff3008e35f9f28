import { posix } from "node:path";

/** An import of a file of src/. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
  readonly isPackage: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^;]*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\("([^"]+)"\)/g;

/** Import statements, `export … from`, and dynamic imports; comments and strings that look like them are not. */
export function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const found = (to: string, isType: boolean): Import => {
    const isPackage = !to.startsWith(".");
    const path = isPackage ? to : posix.join(posix.dirname(file), to);
    return { from: file, to: isPackage || /\.[jt]s$/.test(path) ? path : `${path}.ts`, isType, isPackage };
  };
  return [
    ...[...code.matchAll(STATEMENT)].map(([, type, to]) => found(to!, type !== undefined)),
    ...[...code.matchAll(DYNAMIC)].map(([, to]) => found(to!, false)),
  ];
}

/** Files of which each imports the next one and the last the first; none: []. */
export function circleIn(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return way.slice(way.indexOf(file));
    if (done.has(file)) return [];
    for (const each of next.get(file) ?? []) {
      const circle = visit(each, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
