import { regexps } from "./regexp.ts";
import { scrubjay, scrubjayAfterCat } from "./scrubjay.ts";
import { tools } from "./tools.ts";
import { vectorscan } from "./vectorscan.ts";

export const engines = [
  ...tools.slice(0, 1),
  scrubjay,
  scrubjayAfterCat,
  vectorscan,
  ...tools.slice(1),
  ...regexps,
];
