import { closeSync, readSync } from "node:fs";
import type { Socket } from "node:net";
import { codeOf } from "../errors.ts";
import type { Wait } from "../output/output.ts";
import type { Input, Intake, Source } from "./intake.ts";
import { turn } from "./turn.ts";

/** The number of reads between two turns of the event loop, for signals: a few milliseconds. */
export const READS_IN_A_ROW = 32;

/** The capacity of a pipe, and at most the space of any intake. */
const PIPE_BYTES = 65_536;

/** Options that the types of Node 20 do not have on a constructor. */
export interface ReadOptions {
  readonly readable: true;
  readonly writable: false;
  readonly onread: { readonly buffer: () => Uint8Array; readonly callback: (size: number) => boolean };
}

/** A pipe, a socket or a terminal: available bytes are read at once, straight into the intake's space. */
export class SocketInput implements Input, Source {
  readonly isLive: boolean;
  reads = 0;
  readonly #open: (options: ReadOptions) => Socket;
  /** A descriptor whose reads do not wait. */
  readonly #ready: number | undefined;
  #socket: Socket | undefined;
  #failure: Error | undefined;
  #isStopped = false;
  #isClosed = false;
  /** Where bytes go that come while others are still being processed. */
  #aside: Uint8Array | undefined;
  /** Called when the next bytes are aside, and at the end. */
  #arrived: ((size: number) => void) | undefined;

  constructor(open: (options: ReadOptions) => Socket, isLive: boolean, ready?: number) {
    this.#open = open;
    this.isLive = isLive;
    this.#ready = ready;
  }

  async drain(intake: Intake): Promise<void> {
    if (this.#ready !== undefined && (await this.#takeReady(this.#ready, intake))) return;
    await this.#takeRest(intake);
  }

  stop(): void {
    this.#isStopped = true;
    this.#socket?.destroy();
  }

  read(space: Uint8Array): number | undefined {
    if (this.#isStopped || this.#isClosed) return 0;
    if (this.#ready === undefined) return undefined;
    try {
      const size = readSync(this.#ready, space);
      if (size > 0) this.reads++;
      return size;
    } catch (error) {
      if (codeOf(error) === "EAGAIN") return undefined;
      throw error;
    }
  }

  wait(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#arrived = (size) => {
        this.#arrived = undefined;
        if (size === 0 && this.#failure !== undefined) reject(this.#failure);
        else resolve(this.#aside!.subarray(0, size));
      };
      // Without an intake: all that comes is asked for here.
      const socket = this.#connect(undefined, () => {});
      if (this.#isClosed) this.#arrived(0);
      else socket.resume();
    });
  }

  /** Takes what is there; returns whether that was all. A socket need not be made for it, which takes 5 ms of the start. */
  async #takeReady(fd: number, intake: Intake): Promise<boolean> {
    for (;;) {
      const size = this.read(intake.space());
      if (size === undefined) return false;
      if (size === 0) {
        closeSync(fd);
        return true;
      }
      const wait = intake.take(size);
      if (wait !== undefined) await wait;
      else if (this.reads % READS_IN_A_ROW === 0) await turn(0);
    }
  }

  #takeRest(intake: Intake): Promise<void> {
    return new Promise((resolve, reject) => {
      let pending: Wait;
      const over = (): void => {
        Promise.resolve(pending).then(
          () => (this.#failure === undefined ? resolve() : reject(this.#failure)),
          reject,
        );
      };
      const socket = this.#connect(intake, over, {
        isPending: () => pending !== undefined,
        take: (size) => {
          pending = intake.take(size);
          if (pending === undefined) return true;
          pending.then(
            () => {
              pending = undefined;
              socket.resume();
            },
            (error: Error) => this.#fail(error),
          );
          return false;
        },
      });
      if (!this.#isStopped) socket.resume();
    });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#socket?.destroy();
  }

  /** The socket, which is made where it is asked for first. */
  #connect(
    intake: Intake | undefined,
    over: () => void,
    taking?: { isPending(): boolean; take(size: number): boolean },
  ): Socket {
    if (this.#socket !== undefined) return this.#socket;
    // Node asks for the next buffer while the last read is still being processed.
    const aside = new Uint8Array(PIPE_BYTES);
    this.#aside = aside;
    let isAside = false;
    const take = (size: number): boolean => {
      this.reads++;
      if (this.#arrived !== undefined) {
        this.#arrived(size);
        return false;
      }
      try {
        if (isAside) intake!.space().set(aside.subarray(0, size));
        return taking!.take(size);
      } catch (error) {
        this.#fail(error as Error);
        return false;
      }
    };
    const socket = this.#open({
      readable: true,
      writable: false,
      onread: {
        buffer: () => {
          isAside = taking === undefined || taking.isPending();
          return isAside ? aside : intake!.space();
        },
        callback: take,
      },
    });
    socket.on("error", (error) => this.#fail(error));
    socket.on("close", () => {
      this.#isClosed = true;
      this.#arrived?.(0);
      over();
    });
    this.#socket = socket;
    if (this.#isStopped) socket.destroy();
    return socket;
  }
}
