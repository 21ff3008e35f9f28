import { censorOf, checkOptions, type RedactorOptions } from "../config/options.ts";
import { PathRedactor } from "../object/paths/path-redactor.ts";
import type { Program } from "../program/image/program.ts";
import { createReplacer, type Replacer } from "../redaction/censors.ts";
import { type Ledger, Replacing } from "../redaction/replacing.ts";
import { Scanner } from "../scanner/scanner.ts";
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
  #scanner: Scanner | undefined;
  /** For what is redacted while a censor or listener is being told of a match. */
  #spare: Scanner[] = [];

  /** @param programFor Is asked only for options that have been checked */
  constructor(options: RedactorOptions, programFor: (options: RedactorOptions) => Program) {
    checkOptions(options);
    this.program = programFor(options);
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

  get scanner(): Scanner {
    if (this.#scanner === undefined || this.#scanner.isBroken) this.#scanner = new Scanner(this.program);
    return this.#scanner.isBusy ? this.#spareScanner() : this.#scanner;
  }

  #spareScanner(): Scanner {
    this.#spare = this.#spare.filter(({ isBroken }) => !isBroken);
    const free = this.#spare.find(({ isBusy }) => !isBusy);
    if (free !== undefined) return free;
    const scanner = new Scanner(this.program);
    this.#spare.push(scanner);
    return scanner;
  }

  withhold(lines: number): void {
    this.tally.withheld += lines;
  }

  newReplacing(): Replacing {
    return new Replacing(this.replacer, this.ledger);
  }
}
