// Generated inputs, written once to the temporary folder and used again.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const dataDir = join(tmpdir(), "scrubjay-bench");
/** Raise it when the generators change, so that old files are not used. */
const version = 1;

export type Input = { file: string; bytes: number; expected: number | undefined };

/** Writes `megabytes` of lines from `nextLine` and counts the credentials in them. */
export function generate(
  name: string,
  megabytes: number,
  nextLine: (line: number) => { text: string; credentials: number },
): Input {
  const file = join(dataDir, `${name}-${megabytes}-v${version}.log`);
  const note = `${file}.json`;
  if (existsSync(note) && existsSync(file)) return JSON.parse(readFileSync(note, "utf8"));
  mkdirSync(dataDir, { recursive: true });
  const output = openSync(`${file}.part`, "w");
  let bytes = 0;
  let expected = 0;
  for (let line = 0; bytes < megabytes * 1e6; ) {
    let block = "";
    while (block.length < 1 << 20) {
      const next = nextLine(line++);
      block += next.text;
      expected += next.credentials;
    }
    bytes += writeSync(output, block);
  }
  closeSync(output);
  renameSync(`${file}.part`, file);
  const input = { file, bytes, expected };
  writeFileSync(note, JSON.stringify(input));
  return input;
}

/** Puts real files one after the other, again and again up to `megabytes`. */
export function concatenate(name: string, megabytes: number, files: string[]): Input {
  const file = join(dataDir, `${name}-${megabytes}-v${version}.log`);
  const contents = files.map((each) => readFileSync(each));
  mkdirSync(dataDir, { recursive: true });
  const output = openSync(file, "w");
  let bytes = 0;
  while (bytes < megabytes * 1e6) {
    for (const content of contents) {
      bytes += writeSync(output, content);
      if (content.at(-1) !== 0x0a) bytes += writeSync(output, "\n");
      if (bytes >= megabytes * 1e6) break;
    }
  }
  closeSync(output);
  return { file, bytes, expected: undefined };
}
