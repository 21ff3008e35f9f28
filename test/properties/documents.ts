import type { Choices } from "./choices.ts";
import { document, type Json } from "./generate/documents.ts";
import { gluedExamples } from "./generate/examples.ts";
import {
  layouts,
  oneLineStyle,
  PLAIN,
  prettyStyle,
  render,
  type Style,
  validStyle,
} from "./generate/render.ts";
import { changedIn, parsed, show } from "./oracles.ts";
import type { Case, Failure, Property } from "./property.ts";
import { redact } from "./subject.ts";

/** Valid JSON stays valid, and keeps its form. */
export function failureIn(value: Json, text: string, out: string): Failure | undefined {
  let after: Json;
  try {
    after = JSON.parse(out);
  } catch {
    return { promise: "valid JSON stays valid", detail: out };
  }
  // What the text says, as an unpaired surrogate or -0 need not come back the same.
  const changed = changedIn(JSON.parse(text) ?? value, after);
  return changed === undefined ? undefined : { promise: "JSON keeps its form", detail: `${changed}\n${out}` };
}

function inStyle(name: string, what: string, styleOf: (choices: Choices) => Style): Property {
  return {
    name,
    what,
    make(choices): Case {
      const value = document(choices, styleOf === prettyStyle);
      const text = render(value, styleOf(choices));
      return { inputs: [text], check: () => failureIn(value, text, redact(text)) };
    },
  };
}

export const documents: Property = inStyle(
  "documents",
  "JSON in a line with the kernel's own anchors in every name and string: it stays valid and keeps its form",
  validStyle,
);

export const documentsOverLines: Property = inStyle(
  "documents-over-lines",
  "the same, indented over lines",
  prettyStyle,
);

export const documentLines: Property = {
  name: "document-lines",
  what: "lines of JSON, one document each: every line comes out as it does alone",
  make(choices) {
    const lines = [0, 1, ...choices.list(1, 3, () => 0)].map(() =>
      render(document(choices), oneLineStyle(choices)),
    );
    const text = `${lines.join("\n")}\n`;
    return {
      inputs: [text],
      check() {
        const out = redact(text).split("\n");
        const alone = lines.map((line) => redact(line));
        const at = alone.findIndex((line, i) => line !== out[i]);
        if (at >= 0)
          return {
            promise: "a line is redacted as it is alone",
            detail: `line ${at + 1}\nalone ${alone[at]}\nthere ${out[at]}`,
          };
        return out.length === lines.length + 1
          ? undefined
          : { promise: "lines stay lines", detail: show(out) };
      },
    };
  },
};

/** Nobody finds it but by its name, and no text that is typed holds it. */
const SECRET = ["Zq8Lw2Xk", "9Vb4Rt6Y"].join("");
const TAIL = "plain words here";

// biome-ignore format: a list
const typedNames: readonly string[] = ["msg", "ua", "path", "user", "id", "value", "name", "note"];

export const documentsWithExamples: Property = {
  name: "documents-with-examples",
  what: "JSON with examples of the rows and anchors of the rules, cut and glued, before a credential: it is found, and what follows it stays",
  make(choices) {
    const members = [choices.pick(typedNames), ...choices.list(1, 2, () => choices.pick(typedNames))].map(
      (name) => {
        const text = gluedExamples(choices);
        return [name, choices.isOneOf(5) ? JSON.stringify({ x: text, y: 1 }) : text] as const;
      },
    );
    const value = { level: 30, ...Object.fromEntries(members), password: SECRET, tail: TAIL };
    const input = JSON.stringify(value);
    return {
      inputs: [input],
      check() {
        const out = redact(input);
        const failure = failureIn(value, input, out);
        if (failure !== undefined) return failure;
        if (out.includes(SECRET)) return { promise: "the credential is found", detail: out };
        const { level, tail } = JSON.parse(out);
        return level === 30 && tail === TAIL
          ? undefined
          : { promise: "what is behind the credential stays", detail: out };
      },
    };
  },
};

/** What loggers, shippers and consoles put before a document. */
// biome-ignore format: a list
export const prefixes: readonly string[] = [
  "2026-03-02T09:14:01.118Z ", "2026-03-02T09:14:01.118Z stdout F ", "[app] INFO: ", "Mar  2 09:14:01 host app[7]: ", "app_1  | ", "> ", "data: ", "INFO:root:",
  "response body: ", "10.0.0.7 - - [22/Nov/2025:14:08:03 +0000] ", "msg=", "DEBUG (7): ", "<13>1 2025-11-22T14:08:03Z h app 7 - - ", "@cee: ", "\ufeff", "\x1b[32m", "",
];

export const documentsBehindPrefix: Property = {
  name: "documents-behind-prefix",
  what: "a logger's prefix, a document and what closes a line: the document comes out as it does alone",
  make(choices) {
    const value = document(choices);
    const text = render(value, oneLineStyle(choices));
    const picked = choices.pick(prefixes);
    const after = choices.pick(["", " ok", " +3ms", "\x1b[0m", "\r"]);
    // Of a list, the word before a colon is the name: `columns: ["password", "x1y2z3"]` is no pair.
    const before = Array.isArray(value) ? picked.replace(/[:=] *$/, " ") : picked;
    const input = before + text + after;
    return {
      inputs: [input],
      check() {
        const out = redact(input);
        const alone = redact(text);
        if (out === before + alone + after) return undefined;
        return { promise: "a document is redacted as it is alone", detail: `${out}\nalone: ${alone}` };
      },
    };
  },
};

/** A document as two programs write it: what is found is the same. */
function writtenTwice(
  name: string,
  what: string,
  stylesOf: (choices: Choices) => readonly [one: Style, other: Style],
): Property {
  return {
    name,
    what,
    make(choices) {
      const value = document(choices, stylesOf === layouts);
      const [one, other] = stylesOf(choices);
      const inputs = [render(value, one), render(value, other)] as const;
      return {
        inputs,
        check() {
          const [first, second] = inputs.map((input) => parsed(redact(input)));
          // What is not JSON any more is another property's.
          if (first === undefined || second === undefined || show(first) === show(second)) return undefined;
          return {
            promise: "how JSON is written does not matter",
            detail: `${show(first)}\n${show(second)}`,
          };
        },
      };
    },
  };
}

export const documentLayouts: Property = writtenTwice(
  "document-layouts",
  "a document in one line and indented over several: what is found is the same",
  layouts,
);

export const documentEscapes: Property = writtenTwice(
  "document-escapes",
  "a document with other escapes and blanks: what is found is the same",
  (choices) => [PLAIN, oneLineStyle(choices)],
);
