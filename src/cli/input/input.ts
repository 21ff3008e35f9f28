import { closeSync, constants, fstatSync, read, readSync } from "node:fs";
import type { Socket, SocketConstructorOpts } from "node:net";
import { codeOf } from "../errors.ts";
import { isTerminal, net, tty } from "../output/lazy-modules.ts";
import { opensDescriptors, type Wait, withoutBlocking } from "../output/output.ts";

/** Takes bytes: a reader fills `space()` and passes the number of bytes. */
export interface Intake {
  space(): Uint8Array;
  take(size: number): Wait;
  /** No more bytes will come. */
  end(): Wait;
}

/** A source of bytes. */
export interface Input {
  /** Whether another process writes while we read: a signal of the terminal reaches it, too. */
  readonly isLive: boolean;
  /** The number of reads. */
  readonly reads: number;
  /** Reads to the end, or until `stop` is called; does not end the intake. Rejects when reading fails. */
  drain(intake: Intake): Promise<void>;
  stop(): void;
}

/** The number of file reads between two turns of the event loop, for signals: a few milliseconds. */
const READS_IN_A_ROW = 32;

/** The capacity of a pipe, and at most the space of any intake. */
const ASIDE_BYTES = 65_536;

/** How long to wait for a device that is not ready, in milliseconds. */
const PAUSE_MS = 5;

/** Creates the input of an open descriptor, by its type. */
export function createInput(fd: number): Input {
  if (isTerminal(fd)) {
    if (!opensDescriptors) return new WaitingInput(fd, false);
    return new SocketInput((options) => new (tty().ReadStream)(fd, options as object), false);
  }
  const stat = fstatSync(fd);
  if (!stat.isFIFO() && !stat.isSocket()) return new FileInput(fd);
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

/** The range of a file to read. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether the descriptor is at `from` and moves with the reads; otherwise it does not move. */
  readonly follows: boolean;
}

/** A regular file or a device: reading does not block for long. */
export class FileInput implements Input {
  readonly isLive = false;
  reads = 0;
  /** The offset of the next read. */
  position: number;
  readonly #fd: number;
  readonly #range: Range;
  #isStopped = false;

  /** @param range From the descriptor's position to the end, by default */
  constructor(fd: number, range: Range = { from: 0, to: Number.POSITIVE_INFINITY, follows: true }) {
    this.#fd = fd;
    this.position = range.from;
    this.#range = range;
  }

  async drain(intake: Pick<Intake, "space" | "take">): Promise<void> {
    while (!this.#isStopped && this.position < this.#range.to) {
      this.reads++;
      const size = this.#read(intake.space());
      if (size === 0) return;
      this.position += size ?? 0;
      const wait = size === undefined ? turn(PAUSE_MS) : intake.take(size);
      if (wait !== undefined) await wait;
      else if (this.reads % READS_IN_A_ROW === 0) await turn(0);
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Undefined when there is nothing yet. */
  #read(space: Uint8Array): number | undefined {
    const { to, follows } = this.#range;
    try {
      const size = Math.min(space.length, to - this.position);
      return readSync(this.#fd, space, 0, size, follows ? null : this.position);
    } catch (error) {
      const code = codeOf(error);
      // Windows reports the end of a pipe this way.
      if (code === "EOF") return 0;
      if (code === "EAGAIN") return undefined;
      throw error;
    }
  }
}

function turn(timeMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (timeMs === 0) setImmediate(resolve);
    else setTimeout(resolve, timeMs);
  });
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

/** Options that the types of Node 20 do not have on a constructor. */
interface ReadOptions {
  readonly readable: true;
  readonly writable: false;
  readonly onread: { readonly buffer: () => Uint8Array; readonly callback: (size: number) => boolean };
}

/** A pipe, a socket or a terminal: available bytes are read at once, straight into the intake's space. */
class SocketInput implements Input {
  readonly isLive: boolean;
  reads = 0;
  readonly #open: (options: ReadOptions) => Socket;
  /** A descriptor whose reads do not wait. */
  readonly #ready: number | undefined;
  #socket: Socket | undefined;
  #isStopped = false;

  constructor(open: (options: ReadOptions) => Socket, isLive: boolean, ready?: number) {
    this.#open = open;
    this.isLive = isLive;
    this.#ready = ready;
  }

  async drain(intake: Intake): Promise<void> {
    if (this.#ready !== undefined && (await this.#takeReady(this.#ready, intake))) return;
    await this.#takeRest(intake);
  }

  /** Takes what is there; returns whether that was all. A socket need not be made for it, which takes 5 ms of the start. */
  async #takeReady(fd: number, intake: Intake): Promise<boolean> {
    for (;;) {
      let size = 0;
      try {
        if (!this.#isStopped) size = readSync(fd, intake.space());
      } catch (error) {
        if (codeOf(error) === "EAGAIN") return false;
        throw error;
      }
      if (size === 0) {
        closeSync(fd);
        return true;
      }
      this.reads++;
      const wait = intake.take(size);
      if (wait !== undefined) await wait;
      else if (this.reads % READS_IN_A_ROW === 0) await turn(0);
    }
  }

  #takeRest(intake: Intake): Promise<void> {
    return new Promise((resolve, reject) => {
      let failure: Error | undefined;
      let pending: Wait;
      // Node asks for the next buffer while the last read is still being processed.
      const aside = new Uint8Array(ASIDE_BYTES);
      let isAside = false;
      const socket = this.#open({
        readable: true,
        writable: false,
        onread: {
          buffer: () => {
            isAside = pending !== undefined;
            return isAside ? aside : intake.space();
          },
          callback: (size) => take(size),
        },
      });
      const fail = (error: Error): void => {
        failure ??= error;
        socket.destroy();
      };
      const take = (size: number): boolean => {
        this.reads++;
        try {
          if (isAside) intake.space().set(aside.subarray(0, size));
          pending = intake.take(size);
        } catch (error) {
          fail(error as Error);
          return false;
        }
        if (pending === undefined) return true;
        pending.then(() => {
          pending = undefined;
          socket.resume();
        }, fail);
        return false;
      };
      socket.on("error", fail);
      socket.on("close", () => {
        Promise.resolve(pending).then(() => (failure === undefined ? resolve() : reject(failure)), reject);
      });
      this.#socket = socket;
      if (this.#isStopped) socket.destroy();
      else socket.resume();
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#socket?.destroy();
  }
}
