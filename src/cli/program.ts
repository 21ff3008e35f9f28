import { preparedProgram } from "../node/prepared.ts";
import {
  byteRedactorWith,
  checkOptions,
  keepsCatalogue,
  type Program,
  type RedactorOptions,
  ScannerPool,
} from "../redactor/byte-redactor-with.ts";
import type { ByteRedactor } from "./input/redacting.ts";

/**
 * Returns a factory of redactors for these options. Rules and compiler are loaded only for options that need them:
 * parsing them takes a quarter of the start time.
 */
export async function redactorMaker(options: RedactorOptions): Promise<() => ByteRedactor> {
  const program = await programFor(options);
  return () => byteRedactorWith(options, () => program, ownPool);
}

/** Input is read into a scanner's memory while another stream may scan, so each stream has a scanner of its own. */
const ownPool = (program: Program): ScannerPool => new ScannerPool(program);

/**
 * The program for these options.
 *
 * @throws RedactorConfigError for options that cannot work
 */
export async function programFor(options: RedactorOptions): Promise<Program> {
  checkOptions(options);
  return keepsCatalogue(options) ? preparedProgram() : await changed(options);
}

/**
 * The program for these options as a policy has it: what it changes lies right after the build's program.
 *
 * @throws RedactorConfigError for options that cannot work
 */
export async function separateProgramFor(options: RedactorOptions): Promise<Program> {
  checkOptions(options);
  if (keepsCatalogue(options)) return preparedProgram();
  const { separateProgram } = await import("../redactor/changed-program.ts");
  return separateProgram(preparedProgram(), options);
}

async function changed(options: RedactorOptions): Promise<Program> {
  const { changedProgram } = await import("../redactor/changed-program.ts");
  return changedProgram(preparedProgram(), options);
}

/**
 * A file's name as it may be shown: a URL with a password, or a value that was meant for a flag, may be given as one.
 *
 * @example shownFile("https://ann:hunter2@host.example/x.log") // "https://ann:[REDACTED]@host.example/x.log"
 */
export function shownFile(name: string): string {
  try {
    return redacted(name);
  } catch {
    // Where nothing can be redacted, no file is read, and this is the message that says why.
    return name;
  }
}

function redacted(name: string): string {
  const redactor = byteRedactorWith({}, preparedProgram, ownPool);
  const pieces: Uint8Array[] = [];
  const bytes = new TextEncoder().encode(name);
  for (let done = 0; done < bytes.length; ) {
    const space = redactor.space();
    const piece = bytes.subarray(done, done + space.length);
    space.set(piece);
    done += piece.length;
    pieces.push(redactor.advance(piece.length).slice());
  }
  for (const piece of redactor.end()) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString();
}
