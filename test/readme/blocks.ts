/** A fenced block of a Markdown file. */
export interface Block {
  readonly language: string;
  /** `run`: a shell block to run; `packages`: needs packages that are not dependencies of this project. */
  readonly mark: string | undefined;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly code: string;
  /** What it says it prints: its `// →` or `# →` lines; `…` stands for anything but a line end. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Every fenced block. */
export function allBlocksOf(markdown: string): Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, language, mark] = /^```(\w+)(?: (\w+))?$/.exec(lines[i]!) ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf("```", i);
    blocks.push(parseBlock(language, mark, i + 1, lines.slice(i + 1, end)));
    i = end;
  }
  return blocks;
}

/** The blocks to run: every `js` block, and every `sh` block that is marked `run`. */
export function blocksOf(markdown: string): Block[] {
  return allBlocksOf(markdown).filter(
    ({ language, mark }) =>
      (language === "js" && mark === undefined) || (language === "sh" && mark === "run"),
  );
}

function parseBlock(
  language: string,
  mark: string | undefined,
  line: number,
  body: readonly string[],
): Block {
  const after = (mark: string) =>
    body.filter((text) => text.startsWith(mark)).map((text) => text.slice(mark.length));
  const comment = language === "js" ? "//" : "#";
  return {
    language,
    mark,
    line,
    code: body.join("\n"),
    stdout: after(`${comment} → `),
    stderr: after(`${comment} stderr → `),
  };
}

/** The stated lines as an expression that the whole output must match. */
export function expectation(lines: readonly string[]): RegExp {
  const pattern = lines.map((line) =>
    line
      .split("…")
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join(".*?"),
  );
  return new RegExp(`^${pattern.map((line) => `${line}\n`).join("")}$`);
}
