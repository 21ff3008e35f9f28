import { censorOf, checkOptions, type RedactorOptions } from "../config/options.ts";
import { censoredKeyId, shownId } from "../config/own-key-ids.ts";
import { PathRedactor } from "../object/paths/path-redactor.ts";
import type { Program } from "../program/image/program.ts";
import { createReplacer, type Replacer } from "../redaction/censors.ts";
import { type Ledger, Replacing } from "../redaction/replacing.ts";
import { compileKernel } from "../scanner/kernel.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import { Tally } from "./tally.ts";

/** Matches of `paths` are counted under this id. */
const PATH_RULE = "user/path";

const idsOf = new WeakMap<Program, readonly string[]>();

/** The same array for all engines of a program. */
function shownIds(program: Program): readonly string[] {
  const known = idsOf.get(program) ?? [...program.ruleIds, PATH_RULE].map(shownId);
  idsOf.set(program, known);
  return known;
}

/** The replacers of names and rules that have a censor of their own. */
function ownReplacers(
  { keys, rules: given }: RedactorOptions,
  rules: readonly string[],
  ruleIds: readonly string[],
): ReadonlyMap<number, Replacer> | undefined {
  const names = (keys ?? []).filter((key) => typeof key === "object");
  const own = (given ?? []).filter((rule) => typeof rule === "object");
  const censored = [
    ...names.map(({ censor }, i) => ({ censor, indexes: [rules.indexOf(censoredKeyId(i))] })),
    ...own.map(({ censor, id }) => ({
      censor,
      indexes: [...rules.keys()].filter((index) => rules[index] === id),
    })),
  ];
  const replacers = censored.flatMap(({ censor, indexes }) => {
    if (censor === undefined) return [];
    const replacer = createReplacer(censor, ruleIds);
    return indexes.map((index) => [index, replacer] as const);
  });
  return replacers.length === 0 ? undefined : new Map(replacers);
}

/** One program with its scanner and its counts. Every kind of redactor has one. */
export class Engine {
  readonly program: Program;
  /** The ids of all rules, as users see them, and after them that of `paths`. */
  readonly ruleIds: readonly string[];
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
    // Here, not with the first line: otherwise every line would be withheld, and nobody would know why.
    compileKernel();
    this.program = programFor(options);
    this.#scanners = poolFor(this.program);
    const { onMatch, paths, remove = false } = options;
    const rule = this.program.ruleIds.length;
    const ruleIds = shownIds(this.program);
    this.ruleIds = ruleIds;
    const byRule = ownReplacers(options, this.program.ruleIds, ruleIds);
    const replacer = createReplacer(censorOf(options), ruleIds);
    this.replacer = byRule
      ? { ...replacer, byRule: new Map([...(replacer.byRule ?? []), ...byRule]) }
      : replacer;
    this.tally = new Tally(ruleIds);
    this.ledger = {
      ruleIds,
      record: (rule) => this.tally.count(rule),
      ...(onMatch && {
        tell: (event) => {
          try {
            onMatch(event);
          } catch {
            // A log call never throws into the application; the secret is replaced anyway.
          }
        },
      }),
    };
    this.paths =
      paths &&
      new PathRedactor(
        { paths, remove, rule },
        this.replacer.byRule?.get(rule) ?? this.replacer,
        this.ledger,
      );
  }

  /** A working scanner. Ask again for each input. */
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
