import { censorOf, checkOptions, type RedactorOptions } from "../config/options.ts";
import { PathRedactor } from "../object/paths/path-redactor.ts";
import type { Program } from "../program/image/program.ts";
import { createReplacer, type Replacer } from "../redaction/censors.ts";
import { type Ledger, Replacing } from "../redaction/replacing.ts";
import { compileKernel } from "../scanner/kernel.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import { Tally } from "./tally.ts";

/** Under this id is counted what one of `paths` named. */
const PATH_RULE = "user/path";

/** One program with its scanner and what it counts: what all redactors of any kind are made of. */
export class Engine {
  readonly program: Program;
  readonly replacer: Replacer;
  readonly tally: Tally;
  readonly ledger: Ledger;
  readonly paths: PathRedactor | undefined;
  readonly #scanners: ScannerPool;

  /**
   * @throws RedactorConfigError for options that cannot work, and where WebAssembly cannot be compiled
   * @param programFor Is asked only for options that have been checked
   * @param poolFor Where its scanners come from: all engines of a program share them, unless one's input is laid into a
   *   scanner's memory while others scan
   */
  constructor(
    options: RedactorOptions,
    programFor: (options: RedactorOptions) => Program,
    poolFor: (program: Program) => ScannerPool = ScannerPool.of,
  ) {
    checkOptions(options);
    // Here and not with the first line: it would be withheld, and all after it, and nobody would know why.
    compileKernel();
    this.program = programFor(options);
    this.#scanners = poolFor(this.program);
    const { onMatch, paths, remove = false } = options;
    const rule = this.program.ruleIds.length;
    const ruleIds = paths === undefined ? this.program.ruleIds : [...this.program.ruleIds, PATH_RULE];
    this.replacer = createReplacer(censorOf(options), ruleIds);
    this.tally = new Tally(ruleIds);
    this.ledger = {
      ruleIds,
      record: (rule) => this.tally.count(rule),
      ...(onMatch && {
        tell: (event) => {
          try {
            onMatch(event);
          } catch {
            // A log call never throws into the application, and the secret is replaced all the same.
          }
        },
      }),
    };
    this.paths = paths && new PathRedactor({ paths, remove, rule }, this.replacer, this.ledger);
  }

  /** One that works: to be asked for anew with each input. */
  get scanner(): Scanner {
    return this.#scanners.scanner;
  }

  withhold(lines: number): void {
    this.tally.withheld += lines;
  }

  newReplacing(): Replacing {
    return new Replacing(this.replacer, this.ledger);
  }
}
