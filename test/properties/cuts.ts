import type { Choices } from "./choices.ts";
import { document } from "./generate/documents.ts";
import { oneLineStyle, render } from "./generate/render.ts";
import type { Failure, Property } from "./property.ts";
import { redact, redactBytes, redactChunks } from "./subject.ts";

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Where chunks end: at every byte, or at a few places. */
function cutsOf(choices: Choices, length: number): readonly number[] {
  if (choices.isOneOf(4)) return Array.from({ length: Math.max(0, length - 1) }, (_, i) => i + 1);
  const cuts = [choices.below(length + 1), ...choices.list(1, 5, () => choices.below(length + 1))];
  return cuts.sort((a, b) => a - b);
}

function failureOf(input: Uint8Array, cuts: readonly number[]): Failure | undefined {
  const whole = latin1(redactBytes(input));
  const out = latin1(redactChunks(input, cuts));
  if (out === whole) return undefined;
  const where = cuts.length === input.length - 1 ? "byte by byte" : `cut at ${cuts.join(", ")}`;
  return { promise: "cuts change nothing", detail: `${where}\nwhole  ${whole}\nchunks ${out}` };
}

/** Every input of the other properties, in chunks. */
export function cutsIn(properties: readonly Property[]): Property {
  return {
    name: "cuts",
    what: "all of these inputs in chunks, cut anywhere and byte by byte: the output is that of the whole",
    make(choices) {
      const { inputs } = choices.pick(properties).make(choices);
      const text = inputs[choices.below(inputs.length)] ?? "";
      const input = Buffer.from(text);
      const cuts = cutsOf(choices, input.length);
      return { inputs: [text], check: () => failureOf(input, cuts) };
    },
  };
}

/** Blocks are of 64 KB; some of these texts are longer. */
export const largeTexts: Property = {
  name: "large-texts",
  what: "documents of hundreds of kilobytes, a line each, in chunks of any size: every line comes out as it does alone",
  share: 0.01,
  make(choices) {
    const lines = [0, ...choices.list(9, 40, () => 0)].map(() =>
      render(document(choices), oneLineStyle(choices)),
    );
    const repeated = Array.from({ length: 1 + choices.below(400) }, (_, i) => lines[(i * 7) % lines.length]!);
    const text = `${repeated.join("\n")}\n`;
    const input = Buffer.from(text);
    const size = 1 + choices.below(choices.isOneOf(2) ? 200 : 100_000);
    const cuts = Array.from({ length: Math.floor(input.length / size) }, (_, i) => (i + 1) * size);
    return {
      inputs: [text],
      check() {
        const alone = new Map(lines.map((line) => [line, redact(line)]));
        const out = latin1(redactChunks(input, cuts));
        const expected = latin1(Buffer.from(`${repeated.map((line) => alone.get(line)).join("\n")}\n`));
        return out === expected
          ? undefined
          : { promise: "lines come out as they do alone", detail: `chunks of ${size}\n${out}\n${expected}` };
      },
    };
  },
};
