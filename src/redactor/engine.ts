import { censorOf, checkOptions, type RedactorOptions, refuse } from "../config/options.ts";
import { shownId } from "../config/own-key-ids.ts";
import type { Keeping, Secrets, ValueWatch } from "../known/known.ts";
import { PathRedactor } from "../object/paths/path-redactor.ts";
import { parsePaths } from "../object/paths/paths.ts";
import type { Program } from "../program/image/program.ts";
import { createReplacer, REDACTED, type Replacer } from "../redaction/censors.ts";
import { plainSecret } from "../redaction/plain-secret.ts";
import { type Ledger, Replacing } from "../redaction/replacing.ts";
import { compileKernel } from "../scanner/kernel.ts";
import type { Scanner } from "../scanner/scanner.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import type { Watch } from "../scanner/watch.ts";
import { knownRoom } from "./known-room.ts";
import { ownCensors } from "./own-censors.ts";
import { Tally } from "./tally.ts";

/** What is no rule has these ids: `paths`, known values, learnt ones, and what `keepOnly` leaves out. */
const OTHER_RULES = ["user/path", "secret/known", "secret/learnt", "user/keep-only"];

/** The rules that find a value by its name. */
const NAMED = /^(?:key|header|cookie|http|oauth|argument|user)\//;

const idsOf = new WeakMap<Program, readonly string[]>();

/** The same array for all engines of a program. */
function shownIds(program: Program): readonly string[] {
  const known = idsOf.get(program) ?? [...program.ruleIds, ...OTHER_RULES].map(shownId);
  idsOf.set(program, known);
  return known;
}

/** The replacers of names and rules that have a censor of their own. */
function ownReplacers(
  options: RedactorOptions,
  rules: readonly string[],
  ruleIds: readonly string[],
): ReadonlyMap<number, Replacer> | undefined {
  const replacers = ownCensors(options, rules).flatMap(({ censor, indexes }) => {
    const replacer = createReplacer(censor, ruleIds);
    return indexes.map((index) => [index, replacer] as const);
  });
  return replacers.length === 0 ? undefined : new Map(replacers);
}

let hasSaid = false;

/** Once a process: who reads the log must not think that it is redacted. */
function sayThatItObserves(): void {
  if (hasSaid) return;
  hasSaid = true;
  const { console } = globalThis as { readonly console?: { error(text: string): void } };
  console?.error('scrubjay: mode "observe": credentials are counted, and nothing is replaced');
}

/** One program with its scanner and its counts. Every kind of redactor has one. */
export class Engine {
  readonly program: Program;
  /** The ids of all rules, as users see them, and after them those of what is no rule. */
  readonly ruleIds: readonly string[];
  /** Whether matches are counted and nothing is replaced. */
  readonly observes: boolean;
  readonly tally: Tally;
  readonly ledger: Ledger;
  readonly paths: PathRedactor | undefined;
  /** What is kept of records; undefined: all. */
  readonly keeping: Keeping | undefined;
  readonly #scanners: ScannerPool;
  #replacer: Replacer;
  #secrets: Secrets | undefined;
  #watch: ValueWatch | undefined;

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
    this.observes = options.mode === "observe";
    const given = createReplacer(censorOf(options), ruleIds);
    const replacer = this.observes ? createReplacer("remove", ruleIds) : given;
    if (this.observes) sayThatItObserves();
    this.#replacer =
      byRule && !this.observes
        ? { ...replacer, byRule: new Map([...(replacer.byRule ?? []), ...byRule]) }
        : replacer;
    this.tally = new Tally(ruleIds);
    this.ledger = {
      ruleIds,
      record: (rule) => this.tally.count(rule),
      cover: (size) => {
        this.tally.replaced += size;
      },
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
        this.#replacer.byRule?.get(rule) ?? this.#replacer,
        this.ledger,
      );
    if (options.keepOnly !== undefined) this.keeping = this.#newKeeping(options.keepOnly, remove);
    if (options.secrets !== undefined || options.learn === true)
      this.#startWatch(options.secrets ?? [], options.learn === true);
  }

  #newKeeping(keepOnly: readonly string[], removes: boolean): Keeping {
    const rule = this.#ruleOf("user/keep-only");
    const { start } = parsePaths(keepOnly, "keepOnly", []);
    const { needsText, isMask, replacement } = this.#replacer.byRule?.get(rule) ?? this.#replacer;
    // What goes need not be a secret: nothing of it is shown.
    const text = needsText || isMask || this.observes ? REDACTED : replacement(rule, 0, "");
    const count = (size: number): void => {
      this.tally.count(rule);
      this.tally.replaced += size;
    };
    return new (knownRoom().Keeping)({ start, removes, text, count });
  }

  #ruleOf(id: string): number {
    return this.program.ruleIds.length + OTHER_RULES.indexOf(id);
  }

  /** The values that are replaced wherever they appear. */
  get secrets(): Secrets {
    if (this.#secrets === undefined) this.#startWatch([], false);
    return this.#secrets!;
  }

  /** What looks for known values; undefined where there are none. */
  get watch(): Watch | undefined {
    const watch = this.#watch;
    return watch?.isAwake === true ? watch : undefined;
  }

  /** What a known value that is written in another form is as it was given; any other text as it is. */
  plainValue(written: string): string {
    return this.#watch?.valueOf(written) ?? written;
  }

  #startWatch(given: readonly string[] | Secrets, learns: boolean): void {
    const { createSecrets, isSecrets, LearntValues, ValueWatch } = knownRoom();
    if (!Array.isArray(given) && !isSecrets(given))
      refuse("invalid-option", "option secrets must be an array of strings, or the secrets of a redactor");
    const secrets = isSecrets(given)
      ? given
      : createSecrets(given, (message) => refuse("invalid-option", message));
    const known = this.#ruleOf("secret/known");
    const rules = {
      known,
      learnt: known + 1,
      isNamed: (rule: number) => NAMED.test(this.ruleIds[rule]!),
      plain: plainSecret,
    };
    const watch = new ValueWatch(secrets, rules, learns ? new LearntValues() : undefined);
    // In every form, a secret has one pseudonym.
    const byRule = new Map(this.#replacer.byRule);
    for (const rule of [known, known + 1]) {
      const replacer = byRule.get(rule) ?? this.#replacer;
      byRule.set(rule, {
        ...replacer,
        replacement: (rule, flags, secret) =>
          replacer.replacement(
            rule,
            flags,
            (replacer.needsText ? watch.valueOf(secret) : undefined) ?? secret,
          ),
      });
    }
    this.#replacer = { ...this.#replacer, byRule };
    this.#secrets = secrets;
    this.#watch = watch;
  }

  /** A working scanner. Ask again for each input. */
  get scanner(): Scanner {
    return this.#scanners.scanner;
  }

  withhold(lines: number): void {
    this.tally.withheld += lines;
  }

  newReplacing(): Replacing {
    return new Replacing(this.#replacer, this.ledger, this.observes);
  }
}
