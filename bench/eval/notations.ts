// Every notation in which programs log (design.md). A row writes one key and one value the way that
// program would, a harmless neighbour before and after, so that the value's end is tested too.
import { commandNotations } from "./notations/commands.ts";
import { fileNotations } from "./notations/files.ts";
import { formatNotations } from "./notations/formats.ts";
import { jsonNotations } from "./notations/json.ts";
import { languageNotations } from "./notations/languages.ts";
import { lineNotations } from "./notations/lines.ts";
import { nodeNotations } from "./notations/node.ts";
import { structuredNotations } from "./notations/structured.ts";

/** What gives the secret away: a credential header, a sensitive name, or its own shape. */
export type Kind = "header" | "key" | "shape";

export interface Notation {
  name: string;
  /** The whole text is one JSON value, and must still be one afterwards */
  json?: boolean;
  /** Which kinds occur in this notation; all by default */
  kinds?: Kind[];
  /** Values that this notation can carry; all by default */
  accepts?: (value: string) => boolean;
  /** The value is redacted whole, its scheme word or its marks too */
  whole?: boolean;
  /** The key's value is an array or an object, which may be redacted whole */
  bracketed?: boolean;
  render: (key: string, value: string) => string;
}

export const notations: Notation[] = [
  ...lineNotations,
  ...jsonNotations,
  ...nodeNotations,
  ...languageNotations,
  ...fileNotations,
  ...commandNotations,
  ...structuredNotations,
  ...formatNotations,
];
