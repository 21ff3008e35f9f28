import { constants, fstatSync, openSync, writeSync } from "node:fs";
import type { Socket } from "node:net";
import { codeOf } from "../errors.ts";
import { net } from "./lazy-modules.ts";

/** A promise to wait for; undefined if it is done already, which saves a turn of the event loop. */
export type Wait = Promise<void> | undefined;

/** A destination of bytes. Failures throw, or reject with, a {@link WriteError}. */
export interface Output {
  /** Writes all of `bytes`. They may change after the call. */
  write(bytes: Uint8Array): Wait;
  /** Writes held bytes, if there are any. */
  end(): Wait;
}

/** The output could not be written. `EPIPE` means that the reader has enough. */
export class WriteError extends Error {
  /** Subcommands, which have their own copy of the class, know it by this. */
  override readonly name = "WriteError";
  readonly code: string;
  /** The file, if it is not standard output. */
  readonly file: string | undefined;

  constructor(code: string, file: string | undefined) {
    super(`cannot write: ${code}`);
    this.code = code;
    this.file = file;
  }
}

/** Whether sockets can be made of open descriptors: Deno refuses, and Bun's report no data. */
export const opensDescriptors: boolean = !("bun" in process.versions || "deno" in process.versions);

/** How long to wait for a terminal that is not ready and cannot be polled, in milliseconds. */
const PAUSE_MS = 5;

/**
 * An output on an open descriptor. What the system accepts is written at once; the rest waits
 * in the event loop, so that signals are handled while a reader is slow.
 *
 * @param file Its name in messages; undefined for the standard streams.
 */
export function createOutput(fd: number, file?: string): Output {
  const stat = fstatSync(fd);
  // On Windows, a write to a pipe blocks.
  const canWait = (stat.isFIFO() || stat.isSocket()) && process.platform !== "win32" && opensDescriptors;
  if (!canWait) return new DescriptorOutput(fd, false, file, undefined);
  const own = withoutBlocking(fd, constants.O_WRONLY);
  // If it could not be reopened, the socket makes it non-blocking, and Node restores it at its end.
  return new DescriptorOutput(own, true, file, own === fd ? openSocket(fd) : undefined);
}

/**
 * A descriptor of the same pipe whose reads and writes do not block. It is reopened if possible: the flag is shared by
 * all processes with the descriptor, and programs that do not expect it lose output.
 */
export function withoutBlocking(fd: number, access: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, access | constants.O_NONBLOCK);
  } catch {
    return fd;
  }
}

class DescriptorOutput implements Output {
  readonly #fd: number;
  readonly #canWait: boolean;
  readonly #file: string | undefined;
  #socket: Socket | undefined;

  constructor(fd: number, canWait: boolean, file: string | undefined, socket: Socket | undefined) {
    this.#fd = fd;
    this.#canWait = canWait;
    this.#file = file;
    this.#socket = socket;
  }

  write(bytes: Uint8Array): Wait {
    let written = 0;
    try {
      while (written < bytes.length) {
        const count = writeSync(this.#fd, bytes, written, bytes.length - written);
        written += count;
        if (written < bytes.length && this.#canWait) break;
      }
    } catch (error) {
      const code = codeOf(error);
      if (code !== "EAGAIN") throw new WriteError(code, this.#file);
    }
    if (written === bytes.length) return undefined;
    const rest = bytes.slice(written);
    return this.#canWait ? this.#writeWhenReady(rest) : pause().then(() => this.write(rest));
  }

  end(): Wait {
    return undefined;
  }

  #writeWhenReady(bytes: Uint8Array): Promise<void> {
    this.#socket ??= openSocket(this.#fd);
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      socket.write(bytes, (error) => {
        if (error) reject(new WriteError(codeOf(error), this.#file));
        else resolve();
      });
    });
  }
}

function openSocket(fd: number): Socket {
  const socket = new (net().Socket)({ fd, readable: false, writable: true });
  // The callback of the write that failed has the error already.
  socket.on("error", () => {});
  return socket;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
  });
}
