import { readSync } from "node:fs";
import { nearest } from "../../config/nearest.ts";
import { rulesOf } from "../../config/selected-rules.ts";
import { codeOf } from "../errors.ts";
import { UsageError } from "../flags/read-flags.ts";
import type { Toolbox } from "../toolbox.ts";
import { type ListedRule, ownRules, readCatalogue } from "./catalogue.ts";
import { Question } from "./question.ts";

const STDIN = 0;
const STDOUT = 1;
/** Between looks at a pipe that does not wait by itself. */
const WAIT_MS = 20;

/** `scrubjay explain`: what is found in a text and why, and why the rest is left. It shows nothing of the text. */
export async function explain(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const { values, operands, rest } = toolbox.readCommand("explain", args);
  const text = [...operands, ...(rest ?? [])].join(" ");
  const lines = values.has("help") ? [helpText(toolbox)] : await answer(text);
  await toolbox.createOutput(STDOUT).write(new TextEncoder().encode(`${lines.join("\n")}\n`));
  return 0;

  async function answer(subject: string): Promise<readonly string[]> {
    if (subject === "") throw new UsageError('no text is given; "-" is standard input');
    const options = await toolbox.redactorOptions(toolbox.givenOptions(values));
    const catalogue = [...readCatalogue(), ...ownRules(options)];
    const rules = rulesMeant(subject, catalogue);
    if (rules.length > 0) return rules.flatMap(ruleLines);
    const input = subject === "-" ? readInput() : new TextEncoder().encode(subject);
    const question = new Question(input, toolbox, catalogue);
    return await question.lines(options, values.get("word")?.at(-1));
  }
}

/** More than can be explained; a device may have no end. */
const MAX_BYTES = 1_000_000;

function readInput(): Uint8Array {
  const bytes = new Uint8Array(MAX_BYTES);
  let size = 0;
  for (;;) {
    const count = readSome(bytes.subarray(size));
    if (count === 0) return bytes.subarray(0, size);
    size += count;
    if (size === MAX_BYTES)
      throw new UsageError(`the text has more than ${MAX_BYTES} bytes; give fewer lines`);
  }
}

function readSome(into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(STDIN, into);
    } catch (error) {
      const code = codeOf(error);
      // Windows reports the end of a pipe so.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new UsageError(`standard input cannot be read: ${code}`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

/**
 * The rules that a subject names; none where it is a text, as most with a "/" are.
 *
 * @throws RedactorConfigError for one that no rule has, but whose issuer or nearest rule is known
 */
function rulesMeant(subject: string, catalogue: readonly ListedRule[]): readonly ListedRule[] {
  const named = catalogue.filter(
    ({ id, family }) => id === subject || subject === `${family}/*` || subject === "*",
  );
  if (named.length > 0 || !/^[\w-]+\/(?:[\w-]+|\*)$/.test(subject)) return named;
  const [issuer] = subject.split("/");
  const isMeant =
    subject.endsWith("/*") ||
    catalogue.some(({ family }) => family === issuer) ||
    nearest(
      subject,
      catalogue.map(({ id }) => id),
    ) !== undefined;
  // Refuses it, with the nearest.
  if (isMeant) rulesOf([subject]);
  return [];
}

function ruleLines({ id, name, kind, source, ...rule }: ListedRule): readonly string[] {
  const known = { shape: "its shape", key: "the name before it", block: "the marks around it" }[kind];
  return [
    name === "" ? id : `${id}: ${name}`,
    `  known by ${known}; ${rule.own ? "of the configuration" : rule.default ? "on by default" : "off unless it is asked for"}`,
    ...(source === "" ? [] : [`  ${source}`]),
  ];
}

function helpText({ helpRows }: Toolbox): string {
  return `Usage: scrubjay explain [flags] TEXT
       scrubjay explain [flags] -
       scrubjay explain RULE|'ISSUER/*'

Shows what is found in a text, by which rule and why, and why the rest is left.
Of the text it shows only places (LINE:COLUMN), lengths and kinds of characters.
"-" is standard input: what is typed as TEXT stays in the shell's history.

${helpRows("explain")}

Example: tail -1 app.log | scrubjay explain -`;
}
