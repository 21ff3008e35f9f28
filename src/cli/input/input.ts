import { constants, fstatSync, read, readSync } from "node:fs";
import type { SocketConstructorOpts } from "node:net";
import { codeOf } from "../errors.ts";
import { isTerminal, net, tty } from "../output/lazy-modules.ts";
import { opensDescriptors, withoutBlocking } from "../output/output.ts";
import type { Input, Intake, Source } from "./intake.ts";
import { READS_IN_A_ROW, SocketInput } from "./socket-input.ts";
import { turn } from "./turn.ts";

/** At most the space of any intake. */
const ASIDE_BYTES = 65_536;

/** How long to wait for a device that is not ready, in milliseconds. */
const PAUSE_MS = 5;

/** A smaller file is done in one thread: the start of another (40 ms) would be much of the time. */
const LARGE_FILE_BYTES = 1 << 25;

/** Creates the input of an open descriptor, by its type. */
export function createInput(fd: number): Input {
  if (isTerminal(fd)) {
    if (!opensDescriptors) return new WaitingInput(fd, false);
    return new SocketInput((options) => new (tty().ReadStream)(fd, options as object), false);
  }
  const stat = fstatSync(fd);
  if (!stat.isFIFO() && !stat.isSocket()) return new FileInput(fd, stat.isFile() ? stat.size : 0);
  if (!opensDescriptors) return new WaitingInput(fd, true);
  const own = stat.isFIFO() ? withoutBlocking(fd, constants.O_RDONLY) : fd;
  return createPipeInput(own, own !== fd);
}

/**
 * Creates the input of a pipe or socket. The descriptor is closed at the end.
 *
 * @param isReady Whether a read does not wait, and what is there already can be read without a socket
 */
export function createPipeInput(fd: number, isReady = false): Input {
  return new SocketInput(
    (options) => new (net().Socket)({ fd, ...options } as SocketConstructorOpts),
    true,
    isReady ? fd : undefined,
  );
}

/** A regular file or a device, from where its descriptor stands: reading does not block for long. */
class FileInput implements Input, Source {
  readonly isLive = false;
  reads = 0;
  readonly #fd: number;
  readonly #isLarge: boolean;
  #isStopped = false;

  /** @param size The size of a regular file, in bytes */
  constructor(fd: number, size: number) {
    this.#fd = fd;
    this.#isLarge = size >= LARGE_FILE_BYTES;
  }

  async drain(intake: Intake): Promise<void> {
    for (;;) {
      const size = this.read(intake.space());
      if (size === 0) return;
      const wait = size === undefined ? turn(PAUSE_MS) : intake.take(size);
      if (wait !== undefined) await wait;
      else if (this.reads % READS_IN_A_ROW === 0) await turn(0);
      // After the first bytes, by which the intake knows whether it is text.
      const rest = this.#isLarge && this.reads === 1 ? intake.takeOver?.(this) : undefined;
      if (rest !== undefined) return await rest;
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  read(space: Uint8Array): number | undefined {
    if (this.#isStopped) return 0;
    this.reads++;
    try {
      return readSync(this.#fd, space);
    } catch (error) {
      const code = codeOf(error);
      // Windows reports the end of a pipe this way.
      if (code === "EOF") return 0;
      if (code === "EAGAIN") return undefined;
      throw error;
    }
  }

  async wait(): Promise<Uint8Array> {
    const bytes = new Uint8Array(ASIDE_BYTES);
    for (;;) {
      const size = this.read(bytes);
      if (size !== undefined) return bytes.subarray(0, size);
      await turn(PAUSE_MS);
    }
  }
}

/** A pipe, a socket or a terminal on hosts without sockets on descriptors: a thread of the host blocks in each read. */
class WaitingInput implements Input {
  readonly isLive: boolean;
  reads = 0;
  readonly #fd: number;
  #stop: () => void = () => {};
  readonly #stopped: Promise<number>;

  constructor(fd: number, isLive: boolean) {
    this.#fd = fd;
    this.isLive = isLive;
    this.#stopped = new Promise((resolve) => {
      this.#stop = () => resolve(0);
    });
  }

  async drain(intake: Intake): Promise<void> {
    // Not the intake's space: an abandoned read may still finish.
    const bytes = new Uint8Array(ASIDE_BYTES);
    for (;;) {
      const size = await Promise.race([this.#read(bytes), this.#stopped]);
      if (size === 0) return;
      if (size === undefined) {
        await turn(PAUSE_MS);
        continue;
      }
      this.reads++;
      intake.space().set(bytes.subarray(0, size));
      await intake.take(size);
    }
  }

  stop(): void {
    this.#stop();
  }

  /** Undefined when there is nothing yet. */
  #read(bytes: Uint8Array): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      read(this.#fd, bytes, 0, bytes.length, null, (error, size) => {
        const code = error ? codeOf(error) : "";
        if (code === "") resolve(size);
        else if (code === "EAGAIN") resolve(undefined);
        else if (code === "EOF") resolve(0);
        else reject(error);
      });
    });
  }
}
