import { closeSync, readSync } from "node:fs";
import type { Socket } from "node:net";
import { codeOf } from "../errors.ts";
import type { Wait } from "../output/output.ts";
import type { Input, Intake } from "./intake.ts";
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
export class SocketInput implements Input {
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

  stop(): void {
    this.#isStopped = true;
    this.#socket?.destroy();
  }

  /** Takes what is there; returns whether that was all. A socket need not be made for it, which takes 5 ms of the start. */
  async #takeReady(fd: number, intake: Intake): Promise<boolean> {
    for (;;) {
      const size = this.#isStopped ? 0 : readNow(fd, intake.space());
      if (size === undefined) return false;
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
      const aside = new Uint8Array(PIPE_BYTES);
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
}

/** Undefined when there is nothing yet. */
function readNow(fd: number, space: Uint8Array): number | undefined {
  try {
    return readSync(fd, space);
  } catch (error) {
    if (codeOf(error) === "EAGAIN") return undefined;
    throw error;
  }
}
