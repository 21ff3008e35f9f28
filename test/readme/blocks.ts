/** A fenced block of a Markdown file that is run. */
export interface Block {
  readonly language: "js" | "sh";
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly code: string;
  /** What it says it prints: its `// →` or `# →` lines; `…` stands for anything but a line end. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** Every `js` block, and every `sh` block that is marked `run`. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split("\n");
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, language, mark] = /^```(js|sh)( run)?$/.exec(lines[i]!) ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf("```", i);
    const body = lines.slice(i + 1, end);
    if (language === "js" || mark !== undefined)
      blocks.push(parseBlock(language as "js" | "sh", i + 1, body));
    i = end;
  }
  return blocks;
}

function parseBlock(language: "js" | "sh", line: number, body: readonly string[]): Block {
  const after = (mark: string) =>
    body.filter((text) => text.startsWith(mark)).map((text) => text.slice(mark.length));
  const comment = language === "js" ? "//" : "#";
  return {
    language,
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
