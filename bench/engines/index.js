import { regexps } from "./regexp.js";
import { scrubjay } from "./scrubjay.js";
import { tools } from "./tools.js";

export const engines = [...tools.slice(0, 1), scrubjay, ...tools.slice(1), ...regexps];
