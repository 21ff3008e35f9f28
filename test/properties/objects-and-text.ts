import { attack } from "./generate/attack.ts";
import { container, objectOf } from "./generate/documents.ts";
import { plainValue, sensitiveName } from "./generate/words.ts";
import { show } from "./oracles.ts";
import type { Case, Property } from "./property.ts";
import { redact } from "./subject.ts";

/** JSON as it is after reading: of names that have become the same, the last one counts. */
function readAgain(text: string): string | undefined {
  try {
    return show(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const objectsAndText: Property = {
  name: "objects-and-text",
  what: "a value redacted, and its JSON redacted and read: the same",
  make(choices): Case {
    const value = container(choices, choices.below(4));
    const text = JSON.stringify(value);
    return {
      inputs: [text],
      check() {
        const ofObject = show(redact(JSON.parse(text)));
        const ofText = readAgain(redact(text));
        // Text that is not JSON any more is what "documents" is about.
        return ofText === undefined || ofObject === ofText
          ? undefined
          : { promise: "the same in an object and in text", detail: `object ${ofObject}\ntext   ${ofText}` };
      },
    };
  },
};

export const stringsAndText: Property = {
  name: "strings-and-text",
  what: "a text in a line, and the same in a string of JSON: what is found is the same",
  make(choices): Case {
    const text = choices.isOneOf(3)
      ? `${sensitiveName(choices)}${choices.pick(["=", ": ", ":", " => ", "='", '="'])}${plainValue(choices)}`
      : attack(choices);
    // Lines have a mark each, a string has one; `\f` and `\b` in a string may be a backslash and a letter.
    const line = text.replace(/[\r\n\f\b]+/g, " ");
    const input = JSON.stringify(objectOf([["msg", line]]));
    return {
      inputs: [line, input],
      check() {
        const inText = JSON.stringify({ msg: redact(line) });
        const inString = redact(input);
        return inText === inString
          ? undefined
          : { promise: "the same in a line and in a string", detail: `line   ${inText}\nstring ${inString}` };
      },
    };
  },
};
