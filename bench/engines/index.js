import { regexps } from "./regexp.js";
import { scrubjay, scrubjayAfterCat } from "./scrubjay.js";
import { tools } from "./tools.js";
import { vectorscan } from "./vectorscan.js";

export const engines = [
  ...tools.slice(0, 1),
  scrubjay,
  scrubjayAfterCat,
  vectorscan,
  ...tools.slice(1),
  ...regexps,
];
