import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { notationCases } from "../../kernel/cases/notation-cases.ts";
import { overLinesCases } from "../../kernel/cases/over-lines-cases.ts";
import { pieces } from "../../kernel/cases/pieces.ts";
import { touchedIn } from "../../promises/untouched.ts";
import { fail, type Target, textOf } from "../target.ts";

const redactor = createRedactor();
const stream = createByteRedactor();

const lineEnds = (text: string): string => text.replace(/[^\r\n]/g, "");

/** Every cut of a short input, some of a long one. */
function* cutsOf(length: number): Generator<number> {
  const step = Math.max(1, Math.floor(length / 16));
  for (let cut = 1 + (length % step); cut < length; cut += step) yield cut;
}

function streamed(...chunks: readonly Uint8Array[]): string {
  const pieces = chunks.flatMap((chunk) => stream.push(chunk));
  return textOf(Buffer.concat([...pieces, ...stream.end()]));
}

/** Any bytes: no trap, no byte changed but what is found, and the same wherever they are cut. */
export const kernel: Target = {
  mostBytes: 600,
  guides: ["kernel"],
  words: [...pieces, "\x1b[0m", "%253D", "\\u003d", "&#34;", "://", "@", "eyJ", "password=hunter22x\n"],
  seeds: [...Object.values(notationCases), ...Object.values(overLinesCases)].flat().map(([text]) => text),
  check(input) {
    const text = textOf(input);
    const out = textOf(redactor.redact(input));
    if (redactor.stats().withheld > 0) fail("no line is withheld", text);
    if (lineEnds(out) !== lineEnds(text)) fail("line ends stay", { text, out });
    const touched = touchedIn(text, out, redactor.scan(input));
    if (touched !== undefined) fail("the rest stays", { touched, text, out });
    for (const cut of cutsOf(input.length)) {
      const cutOut = streamed(input.subarray(0, cut), input.subarray(cut));
      if (cutOut !== out) fail("cuts change nothing", { cut, text, out, cutOut });
    }
    const bytewise = streamed(...[...input].map((byte) => Uint8Array.of(byte)));
    if (bytewise !== out) fail("byte by byte is the same", { text, out, bytewise });
  },
};
