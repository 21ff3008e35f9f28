import { constants, fstatSync, read, readSync } from "node:fs";
import { Socket, type SocketConstructorOpts } from "node:net";
import { isatty, ReadStream } from "node:tty";
import { codeOf } from "../errors.ts";
import { opensDescriptors, type Wait, withoutBlocking } from "../output/output.ts";

/** Takes bytes: a reader fills `space()` and says how much of it. */
export interface Intake {
  space(): Uint8Array;
  take(size: number): Wait;
  /** No more bytes will come. */
  end(): Wait;
}

/** Where bytes come from. */
export interface Input {
  /** Whether another process writes while we read: it gets a signal of the terminal too. */
  readonly isLive: boolean;
  /** How often something was read. */
  readonly reads: number;
  /** Reads to the end, or until `stop` is called; does not end the intake. Rejects when reading fails. */
  drain(intake: Intake): Promise<void>;
  stop(): void;
}

/** After so many reads from a file the event loop gets a turn, for signals: every few milliseconds. */
const READS_IN_A_ROW = 32;

/** As much as a pipe holds, and no more than any intake has space for. */
const ASIDE_BYTES = 65_536;

/** How long to wait for a device that is not ready, in milliseconds. */
const PAUSE_MS = 5;

/** The input on an open descriptor, by its kind. */
export function createInput(fd: number): Input {
  if (isatty(fd)) {
    if (!opensDescriptors) return new WaitingInput(fd, false);
    return new SocketInput((options) => new ReadStream(fd, options as object), false);
  }
  const stat = fstatSync(fd);
  if (!stat.isFIFO() && !stat.isSocket()) return new FileInput(fd);
  if (!opensDescriptors) return new WaitingInput(fd, true);
  return createPipeInput(stat.isFIFO() ? withoutBlocking(fd, constants.O_RDONLY) : fd);
}

/** The input on a pipe's or socket's descriptor, which is closed at its end. */
export function createPipeInput(fd: number): Input {
  return new SocketInput((options) => new Socket({ fd, ...options } as SocketConstructorOpts), true);
}

/** What of a file is read. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether the descriptor stands at `from` and is read on from there; otherwise it stays where it is. */
  readonly follows: boolean;
}

/** A regular file or a device: reading does not wait, at least not for long. */
export class FileInput implements Input {
  readonly isLive = false;
  reads = 0;
  /** Where the next read begins. */
  position: number;
  readonly #fd: number;
  readonly #range: Range;
  #isStopped = false;

  /** @param range All from where the descriptor stands, if not given */
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
      // Windows says so when a pipe ends.
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

/** A pipe, a socket or a terminal where sockets take no descriptors: a thread of the host's waits in each read. */
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
    // Not the intake's space: a read that is given up may still come to its end.
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

/** Options that the types of Node 20 do not know on a constructor. */
interface ReadOptions {
  readonly readable: true;
  readonly writable: false;
  readonly onread: { readonly buffer: () => Uint8Array; readonly callback: (size: number) => boolean };
}

/** A pipe, a socket or a terminal: what is there is taken at once, into the place where it is needed. */
class SocketInput implements Input {
  readonly isLive: boolean;
  reads = 0;
  readonly #open: (options: ReadOptions) => Socket;
  #socket: Socket | undefined;
  #isStopped = false;

  constructor(open: (options: ReadOptions) => Socket, isLive: boolean) {
    this.#open = open;
    this.isLive = isLive;
  }

  drain(intake: Intake): Promise<void> {
    return new Promise((resolve, reject) => {
      let failure: Error | undefined;
      let pending: Wait;
      // Node wants the place for the next read when the last one is still being taken.
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
