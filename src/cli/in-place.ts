import {
  type BigIntStats,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf, InputError } from "./errors.ts";
import { createInput } from "./input/input.ts";
import { HeadIntake } from "./input/input-format.ts";
import type { ByteRedactor } from "./input/redacting.ts";
import { crypto } from "./output/lazy-modules.ts";
import { createOutput, type Output } from "./output/output.ts";
import { closeFile, copy, openFile } from "./pump.ts";
import type { Ending } from "./signals.ts";

/** Options of redacting files in place. */
export interface InPlaceOptions {
  /** The suffix under which the old file is kept; undefined if it is not kept. */
  readonly suffix: string | undefined;
  /** Whether files that are not text are redacted, too. */
  readonly isBinary: boolean;
}

/**
 * Redacts a file in place. The new content is written to a temporary file in the same folder and synced to the disk
 * before the rename. So the file is the old or the new one at any moment, and the temporary file contains only redacted
 * text. A file without matches is not written, nor is a file with a withheld line, because that line would be lost.
 *
 * @throws {InputError} If the file cannot be replaced safely; it is unchanged then.
 */
export async function redactInPlace(
  file: string,
  redactor: ByteRedactor,
  options: InPlaceOptions,
  ending: Ending,
): Promise<void> {
  const target = realpathSync(file);
  // Before it is opened: opening a pipe without a writer would block.
  checkKind(statSync(target, { bigint: true }));
  const fd = await openFile(target, "r");
  try {
    const before = fstatSync(fd, { bigint: true });
    checkKind(before);
    await replace({ target, fd, before }, redactor, options, ending);
  } finally {
    await closeFile(fd);
  }
}

/**
 * Counts what {@link redactInPlace} would replace in a file, without writing anything.
 *
 * @throws {InputError} If the file could not be replaced safely
 */
export async function countInPlace(
  file: string,
  redactor: ByteRedactor,
  { isBinary }: InPlaceOptions,
  ending: Ending,
): Promise<number> {
  const target = realpathSync(file);
  checkKind(statSync(target, { bigint: true }));
  const fd = await openFile(target, "r");
  try {
    const counted = redactor.stats();
    await redactFile(fd, NOWHERE, redactor, isBinary, ending);
    return redactor.stats().matches - counted.matches;
  } finally {
    await closeFile(fd);
  }
}

const NOWHERE: Output = { write: () => undefined, end: () => undefined };

/** @throws {InputError} If a line was withheld: it would be lost */
async function redactFile(
  fd: number,
  output: Output,
  redactor: ByteRedactor,
  isBinary: boolean,
  ending: Ending,
): Promise<void> {
  const { withheld } = redactor.stats();
  const input = createInput(fd);
  ending.watch(input);
  const options = { byLine: false, packsAgain: true, refusesContainers: !isBinary, isBinary };
  await copy(input, new HeadIntake(redactor, output, options));
  if (redactor.stats().withheld > withheld)
    throw new InputError("not replaced: a line could not be redacted");
}

function checkKind(stat: BigIntStats): void {
  if (stat.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  if (!stat.isFile()) throw new InputError("not replaced: it is not a regular file");
  if (stat.nlink > 1n)
    throw new InputError(
      `not replaced: it has ${stat.nlink} names (hard links), and the others would keep the old text`,
    );
}

interface OpenFile {
  readonly target: string;
  readonly fd: number;
  readonly before: BigIntStats;
}

async function replace(
  file: OpenFile,
  redactor: ByteRedactor,
  { suffix, isBinary }: InPlaceOptions,
  ending: Ending,
): Promise<void> {
  const { target, fd, before } = file;
  const beside = join(
    dirname(target),
    `.${basename(target)}.${crypto().randomBytes(6).toString("hex")}.scrubjay`,
  );
  // Readable by nobody else until it has the old one's owner and mode.
  const to = openSync(beside, "wx", 0o600);
  const counted = redactor.stats();
  let isDone = false;
  try {
    await redactFile(fd, createOutput(to, beside), redactor, isBinary, ending);
    if (redactor.stats().matches === counted.matches || ending.signal !== undefined) return;
    keepAttributes(to, before);
    fsyncSync(to);
    checkUnchanged(file);
    if (suffix !== undefined) keepOld(target, `${target}${suffix}`);
    renameSync(beside, target);
    isDone = true;
    syncDirectory(dirname(target));
  } finally {
    await closeFile(to);
    if (!isDone) unlinkSync(beside);
  }
}

/** Gives the old file a second name, so that it is never missing. Copies it if the file system has no hard links. */
function keepOld(target: string, name: string): void {
  try {
    linkSync(target, name);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new InputError(`not replaced: ${name} exists already`);
    copyFileSync(target, name, constants.COPYFILE_EXCL);
  }
}

function keepAttributes(to: number, { uid, gid, mode, atimeNs, mtimeNs }: BigIntStats): void {
  try {
    fchownSync(to, Number(uid), Number(gid));
  } catch (error) {
    // Only root may change the owner. Otherwise the file is ours, with the mode of the old one.
    if (codeOf(error) !== "EPERM") throw error;
  }
  fchmodSync(to, Number(mode) & 0o7777);
  futimesSync(to, Number(atimeNs) / 1e9, Number(mtimeNs) / 1e9);
}

function checkUnchanged({ target, fd, before }: OpenFile): void {
  const isSame = ({ dev, ino, size, mtimeNs }: BigIntStats): boolean =>
    dev === before.dev && ino === before.ino && size === before.size && mtimeNs === before.mtimeNs;
  const now = { open: fstatSync(fd, { bigint: true }), named: statSync(target, { bigint: true }) };
  if (!isSame(now.open) || !isSame(now.named))
    throw new InputError("not replaced: it changed while it was read");
}

/** Syncs the rename to the disk. If the directory cannot be opened, the system does that later by itself. */
function syncDirectory(directory: string): void {
  try {
    const fd = openSync(directory, "r");
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {}
}
