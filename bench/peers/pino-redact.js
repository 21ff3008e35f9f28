import { spellings } from "./names.js";
import { oneByOne, redactJson, versionOf } from "./peer.js";

/** Its wildcard stands for one level: the top and three below. */
const levels = ["", "*.", "*.*.", "*.*.*."];

/** @type {import("./peer.js").Peer} */
export const pinoRedact = {
  name: "@pinojs/redact",
  reads: "json",
  given: "pino's `redact`; it knows no names: `bench/peers/names.js` as paths, on four levels",
  async load() {
    const { default: createRedact } = await import("@pinojs/redact");
    const paths = levels.flatMap((level) => spellings.map((name) => toPath(level, name)));
    const redactValue = createRedact({ paths, serialize: false });
    return {
      version: versionOf("@pinojs/redact"),
      redactAll: oneByOne((text) => redactJson(text, redactValue)),
    };
  },
};

/** @param {string} level @param {string} name */
function toPath(level, name) {
  return /^\w+$/.test(name) ? level + name : `${level.slice(0, -1)}["${name}"]`;
}
