// Secrets set into real log lines: the surroundings nobody here would have thought of.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "./escape.ts";
import type { Notation } from "./notations.ts";
import type { Engine } from "./recall.ts";
import { corporaDir } from "./shared.ts";

/** Lines taken from each file, so that a large file does not crowd out the odd ones. */
const perFile = 3;

/** Notations that write into lines of the corpora in which there is nothing to redact. */
export function realLineNotations(engine: Engine): Notation[] {
  const lines = sampleLines().filter((line) => engine.redact(line) === line);
  const objects = lines.filter((line) => /^\{"/.test(line) && line.endsWith("}"));
  const plain = lines.filter((line) => !line.startsWith("{"));
  const pick = (from: string[], key: string, value: string) =>
    from[(value.length * 31 + key.length) % from.length] ?? "";
  const word = (value: string) => /^[^\s,;&'"<>()[\]{}]+$/.test(value);
  return [
    {
      name: "key=value after a real line",
      kinds: ["key", "shape"],
      accepts: word,
      render: (key, value) => `${pick(plain, key, value)} ${key}=${value}\n`,
    },
    {
      name: "key: value after a real line",
      accepts: (value) => !/[\r\n]/.test(value),
      render: (key, value) => `${pick(plain, key, value)} ${key}: ${value}\n`,
    },
    {
      name: "JSON after a real line",
      render: (key, value) => `${pick(plain, key, value)} ${JSON.stringify({ id: 7, [key]: value })}\n`,
    },
    {
      name: "first member of a real JSON line",
      json: true,
      render: (key, value) => `{"${key}":"${json(value)}",${pick(objects, key, value).slice(1)}`,
    },
    {
      name: "last member of a real JSON line",
      json: true,
      render: (key, value) => `${pick(objects, key, value).slice(0, -1)},"${key}":"${json(value)}"}`,
    },
  ];
}

function sampleLines() {
  const index: { file: string }[] = JSON.parse(readFileSync(join(corporaDir, "index.json"), "utf8"));
  return index.flatMap(({ file }) => {
    const head = readFileSync(join(corporaDir, file))
      .subarray(0, 1 << 16)
      .toString("latin1");
    const lines = head.split(/\r?\n/).slice(0, -1);
    const usable = lines.filter((line) => line.length > 20 && line.length < 1500);
    return usable.slice(0, perFile);
  });
}
