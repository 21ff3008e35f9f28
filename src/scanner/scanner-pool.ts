import { CHANGES_ROOM } from "../kernel/abi.ts";
import type { Program } from "../program/image/program.ts";
import { instantiateKernel } from "./kernel.ts";
import { Scanner } from "./scanner.ts";

const pools = new WeakMap<Program, ScannerPool>();

/** Scanners of one program: all that redact with it use the same one by turns, as no scan waits for anything. */
export class ScannerPool {
  readonly #program: Program;
  /** Makes one more scanner. */
  readonly #create: () => Scanner;
  #scanners: Scanner[] = [];

  constructor(program: Program, create: () => Scanner = () => new Scanner(program)) {
    this.#program = program;
    this.#create = create;
  }

  /**
   * The one that all share who have the same program. Programs that are one with changes share its memory, too, unless
   * they take turns so often that what the kernel learns of each is lost again and again.
   */
  static of(program: Program): ScannerPool {
    const known = pools.get(program);
    if (known !== undefined) return known;
    const { change } = program;
    const pool = new ScannerPool(
      program,
      change === undefined
        ? () => new Scanner(program, instantiateKernel, { room: CHANGES_ROOM })
        : () => new Scanner(program, instantiateKernel, { from: ScannerPool.of(change.of).#free }),
    );
    pools.set(program, pool);
    return pool;
  }

  /** A working scanner that is not delivering matches: a censor or listener that gets one may itself redact something. */
  get scanner(): Scanner {
    const first = this.#scanners[0];
    if (first !== undefined && !first.isBroken && !first.isBusy && !first.isCrowded) return first;
    return this.#free;
  }

  get #free(): Scanner {
    const isCrowded = this.#scanners.some((scanner) => scanner.isCrowded);
    this.#scanners = this.#scanners.filter((scanner) => !scanner.isBroken && !scanner.isCrowded);
    const free = this.#scanners.find(({ isBusy }) => !isBusy);
    if (free !== undefined) return free;
    const scanner = isCrowded ? new Scanner(this.#program) : this.#create();
    this.#scanners.push(scanner);
    return scanner;
  }
}
