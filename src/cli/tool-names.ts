/** The subcommands. A file with such a name is `./rules`. */
export const TOOL_NAMES = ["audit", "explain", "rules"] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

export function isToolName(word: string | undefined): word is ToolName {
  return (TOOL_NAMES as readonly (string | undefined)[]).includes(word);
}
