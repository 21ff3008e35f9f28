import type { Json } from "./generate/documents.ts";
import { nestedContainer } from "./generate/nested.ts";
import { show } from "./oracles.ts";
import type { Case, Property } from "./property.ts";
import { redact } from "./subject.ts";

/** A way to write a value, and to read it again. */
interface Layout {
  readonly name: string;
  write(value: Json): string;
  read(text: string): Json;
}

const indented = (name: string, indent: string): Layout => ({
  name,
  write: (value) => JSON.stringify(value, null, indent),
  read: JSON.parse,
});

const inString = (name: string, indent?: string): Layout => ({
  name,
  write: (value) => JSON.stringify({ msg: JSON.stringify(value, null, indent) }),
  read: (text) => JSON.parse(JSON.parse(text).msg),
});

const PREFIX = "2026-03-02T09:14:01.118Z INFO [app] user ";

const layouts: readonly Layout[] = [
  indented("in a line", ""),
  indented("indented by two blanks", "  "),
  indented("indented by tabs", "\t"),
  {
    name: "a member a line, not indented",
    write: (value) => JSON.stringify(value, null, 1).replace(/\n +/g, "\n"),
    read: JSON.parse,
  },
  {
    name: "lines that end in CRLF",
    write: (value) => JSON.stringify(value, null, 2).replace(/\n/g, "\r\n"),
    read: JSON.parse,
  },
  inString("in a string"),
  inString("indented in a string", "  "),
  inString("indented by tabs in a string", "\t"),
  {
    name: "behind a logger's words",
    write: (value) => PREFIX + JSON.stringify(value),
    read: (text) => JSON.parse(text.slice(PREFIX.length)),
  },
];

function readOrShow({ read }: Layout, text: string): string {
  try {
    return show(read(text));
  } catch {
    return `not JSON: ${text}`;
  }
}

export const objectLayouts: Property = {
  name: "object-layouts",
  what: "values nested under the catalogue's names, redacted, and their JSON in every layout redacted and read: the same",
  share: 0.25,
  make(choices): Case {
    const value = nestedContainer(choices);
    return {
      inputs: [show(value)],
      check() {
        const ofObject = show(redact(JSON.parse(show(value))));
        for (const layout of layouts) {
          const ofText = readOrShow(layout, redact(layout.write(value)));
          if (ofText === ofObject) continue;
          return { promise: `the same ${layout.name}`, detail: `object ${ofObject}\ntext   ${ofText}` };
        }
        return undefined;
      },
    };
  },
};
