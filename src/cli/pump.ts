import { close, open } from "node:fs";
import type { Input, Intake } from "./input/input.ts";
import { WriteError } from "./output/output.ts";

/**
 * Gives an intake all of an input. What was read before reading failed goes out too, redacted as at the end
 * of the input.
 *
 * @throws {WriteError} When writing fails; otherwise what reading or unpacking failed with.
 */
export async function copy(input: Input, intake: Intake): Promise<void> {
  let failure: unknown;
  try {
    await input.drain(intake);
  } catch (error) {
    if (error instanceof WriteError) throw error;
    failure = error;
  }
  await intake.end();
  if (failure !== undefined) throw failure;
}

/** Opens a file; one that is a pipe without another end is waited for without holding up signals. */
export function openFile(file: string, flags: string): Promise<number> {
  return new Promise((resolve, reject) => {
    open(file, flags, 0o666, (error, fd) => (error === null ? resolve(fd) : reject(error)));
  });
}

export function closeFile(fd: number): Promise<void> {
  return new Promise((resolve) => {
    close(fd, () => resolve());
  });
}
