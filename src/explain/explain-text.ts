import type { Program } from "../program/image/program.ts";
import { type Call, type TracedKernel, traceScan } from "./call-trace.ts";
import { type Candidate, explanationOf } from "./explanation.ts";

/** Which candidates the kernel looked at, and why each was taken or left; a line each, in their order. */
export function explainText(program: Program, kernel: TracedKernel, text: string): string {
  const { bytes, candidates, found } = explanationOf(program, kernel, new TextEncoder().encode(text));
  const lines = [...new Set(candidates.map(lineOf))];
  return [
    `text: ${bytes} bytes`,
    `candidates: ${lines.length}`,
    ...lines.map((line) => `  ${line}`),
    `found: ${found.length}`,
    ...found.map(({ start, end, kinds, rule }) => `  ${start} to ${end} (${kinds}) by ${rule}`),
  ].join("\n");
}

function lineOf({ kind, at, rule, why }: Candidate): string {
  if (kind === "word") return `at ${at}, the end of a word: ${why}`;
  return `at ${at}, ${kind === "name" ? `a name of ${rule}` : rule}: ${why}`;
}

/** All calls of the kernel, indented by their depth; of the text it shows nothing. */
export function explainCalls(program: Program, kernel: TracedKernel, text: string): string {
  const { calls, base } = traceScan(program, kernel, new TextEncoder().encode(text));
  const lines: string[] = [];
  const add = (call: Call, depth: number): void => {
    const values = Object.entries(call.arguments).map(([name, value]) =>
      call.addresses.has(name) && value >= base ? `${name}: @${value - base}` : `${name}: ${value}`,
    );
    const result = call.result >= base && call.result < 2 ** 31 ? `@${call.result - base}` : call.result;
    lines.push(`${"  ".repeat(depth)}${call.name}(${values.join(", ")}) → ${result}`);
    for (const inner of call.calls) add(inner, depth + 1);
  };
  for (const call of calls) add(call, 0);
  return lines.join("\n");
}
