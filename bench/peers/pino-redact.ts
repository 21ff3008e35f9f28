import { spellings } from "./names.ts";
import { oneByOne, type Peer, redactJson, versionOf } from "./peer.ts";

/** Its wildcard stands for one level: the top and three below. */
const levels = ["", "*.", "*.*.", "*.*.*."];

export const pinoRedact: Peer = {
  name: "@pinojs/redact",
  reads: "json",
  given: "pino's `redact`; it knows no names: `bench/peers/names.ts` as paths, on four levels",
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

function toPath(level: string, name: string) {
  return /^\w+$/.test(name) ? level + name : `${level.slice(0, -1)}["${name}"]`;
}
