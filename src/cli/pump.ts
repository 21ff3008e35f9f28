import { close, open } from "node:fs";
import type { Input, Intake } from "./input/intake.ts";
import { WriteError } from "./output/output.ts";

/**
 * Passes an input to an intake. If reading fails, what was read before is still written, redacted as at the end of an
 * input.
 *
 * @throws {WriteError} If writing fails; otherwise the error of reading or unpacking.
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

/** Opens a file. For a pipe without a writer it waits in the event loop, so signals are still handled. */
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
