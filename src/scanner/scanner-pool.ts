import type { Program } from "../program/image/program.ts";
import { Scanner } from "./scanner.ts";

const pools = new WeakMap<Program, ScannerPool>();

/** Scanners of one program: all that redact with it use the same one by turns, as no scan waits for anything. */
export class ScannerPool {
  readonly #program: Program;
  #scanners: Scanner[] = [];

  constructor(program: Program) {
    this.#program = program;
  }

  /** The one that all share who have the same program. */
  static of(program: Program): ScannerPool {
    const known = pools.get(program) ?? new ScannerPool(program);
    pools.set(program, known);
    return known;
  }

  /** A working scanner that is not delivering matches: a censor or listener that gets one may itself redact something. */
  get scanner(): Scanner {
    const first = this.#scanners[0];
    if (first !== undefined && !first.isBroken && !first.isBusy) return first;
    this.#scanners = this.#scanners.filter(({ isBroken }) => !isBroken);
    const free = this.#scanners.find(({ isBusy }) => !isBusy);
    if (free !== undefined) return free;
    const scanner = new Scanner(this.#program);
    this.#scanners.push(scanner);
    return scanner;
  }
}
