import {
  attackersExample,
  attackersField,
  attackersName,
  attackersValue,
  openingField,
} from "./attackers-field.ts";
import {
  attackersLine,
  attackersLineChangesNone,
  laterLine,
  openingLine,
  openingLineChangesNone,
} from "./attackers-line.ts";
import { cutsIn, largeTexts } from "./cuts.ts";
import {
  documentEscapes,
  documentLayouts,
  documentLines,
  documents,
  documentsBehindPrefix,
  documentsOverLines,
  documentsWithExamples,
} from "./documents.ts";
import { frames } from "./frames.ts";
import { generatedPasswords } from "./generated-passwords.ts";
import { loggers } from "./loggers.ts";
import { markedPlaces, markedValues } from "./marked-values.ts";
import { nearlyJson } from "./nearly-json.ts";
import { objectLayouts } from "./object-layouts.ts";
import { objectsAndText, stringsAndText } from "./objects-and-text.ts";
import type { Property } from "./property.ts";
import { statementStrings } from "./statements.ts";
import { twiceIn } from "./twice.ts";
import { wholeValue } from "./whole-value.ts";

export { report } from "./report.ts";

/** What is shown of a document, a line, a field, a value. */
export const groups: Readonly<Record<string, readonly Property[]>> = {
  documents: [
    documents,
    documentsOverLines,
    documentLines,
    documentsBehindPrefix,
    documentLayouts,
    documentEscapes,
    documentsWithExamples,
    frames,
  ],
  "attacker's lines": [
    attackersLine,
    attackersLineChangesNone,
    openingLine,
    openingLineChangesNone,
    laterLine,
  ],
  "attacker's fields": [attackersField, openingField, attackersExample, attackersName, attackersValue],
  "objects against text": [objectsAndText, objectLayouts, stringsAndText, loggers],
  values: [wholeValue, markedValues, markedPlaces, generatedPasswords, statementStrings],
  "nearly JSON": [nearlyJson],
};

const whole = Object.values(groups).flat();

export const cuts: Property = cutsIn(whole);

export const properties: readonly Property[] = [...whole, twiceIn(whole), cuts, largeTexts];
