// Every notation in which programs log (design.md). A row writes one key and one value the way that
// program would, a harmless neighbour before and after, so that the value's end is tested too.
import { commandNotations } from "./notations/commands.js";
import { fileNotations } from "./notations/files.js";
import { formatNotations } from "./notations/formats.js";
import { jsonNotations } from "./notations/json.js";
import { languageNotations } from "./notations/languages.js";
import { lineNotations } from "./notations/lines.js";
import { nodeNotations } from "./notations/node.js";
import { structuredNotations } from "./notations/structured.js";

/**
 * What gives the secret away: a credential header, a sensitive name, or its own shape.
 * @typedef {"header" | "key" | "shape"} Kind
 *
 * @typedef {object} Notation
 * @property {string} name
 * @property {boolean} [json] the whole text is one JSON value, and must still be one afterwards
 * @property {Kind[]} [kinds] which kinds occur in this notation; all by default
 * @property {(value: string) => boolean} [accepts] values that this notation can carry; all by default
 * @property {boolean} [whole] the value is redacted whole, its scheme word or its marks too
 * @property {boolean} [bracketed] the key's value is an array or an object, which may be redacted whole
 * @property {(key: string, value: string) => string} render
 */

/** @type {Notation[]} */
export const notations = [
  ...lineNotations,
  ...jsonNotations,
  ...nodeNotations,
  ...languageNotations,
  ...fileNotations,
  ...commandNotations,
  ...structuredNotations,
  ...formatNotations,
];
