/** The subcommands, and what they do. A file with such a name is `./rules`. */
export const TOOLS = {
  audit: "find credentials in files and report where they stand",
  explain: "show why something was found or left",
  kafka: "copy the records of a Kafka topic to another, redacted",
  rules: "list the rules",
  compile: "write a policy for the embedding module",
  completion: "write completions for a shell",
} as const;
export type ToolName = keyof typeof TOOLS;

export const TOOL_NAMES = Object.keys(TOOLS) as readonly ToolName[];

export function isToolName(word: string | undefined): word is ToolName {
  return word !== undefined && Object.hasOwn(TOOLS, word);
}
