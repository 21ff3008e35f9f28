/** A text in which secrets stand between « and »: without the marks, and redacted. */
export function marked(text: string): [input: string, expected: string] {
  return [text.replace(/[«»]/g, ""), text.replace(/«[^»]*»/gs, "[REDACTED]")];
}
