import { existsSync } from "node:fs";
import { posix } from "node:path";
import { proseOf } from "./documents.ts";

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#{1,6} +(.*)$/gm)];
  return headings.map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

/** The links of a document that stay in the repository. */
export function linksOf(markdown: string): string[] {
  return [...proseOf(markdown).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/**
 * The links of a document that lead nowhere.
 *
 * @param name The document's path from the root, which its relative links count from.
 * @param read Reads another document.
 */
export function deadLinks(
  name: string,
  markdown: string,
  { root, read }: { root: string; read: (name: string) => string },
): string[] {
  return linksOf(markdown).filter((link) => {
    const [path, anchor] = link.split("#") as [string, string?];
    const target = path === "" ? name : posix.join(posix.dirname(name), path);
    if (path !== "" && !existsSync(posix.join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(path === "" ? markdown : read(target)).includes(anchor);
  });
}
