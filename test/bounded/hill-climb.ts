// Looks for texts that take many steps a byte, over the anchors of a program; see `run.js`.
import { catalogueSource } from "../../src/config/catalogue-source.ts";
import { changesOf } from "../../src/config/selected-rules.ts";
import { programFor } from "../../src/redactor/program-for.ts";
import type { RedactorOptions } from "../../src/redactor/redactor.ts";
import { drainHaystack, startHaystack } from "../../src/scanner/haystack-scan.ts";
import { BLOCK_SIZE, Scanner } from "../../src/scanner/scanner.ts";
import { createRandom } from "../samples/random.ts";
import { anchorsOf } from "./anchors.ts";
import { cleanLines } from "./clean-lines.ts";
import { climb } from "./climb.ts";
import { knownTexts } from "./known-texts.ts";
import { createStepMeter, repeated } from "./step-meter.ts";
import { userRules } from "./user-rules.ts";

export interface HillClimbOptions {
  readonly seconds: number;
  readonly seed: number;
  /** So many generated rules beside the catalogue. */
  readonly userRules: number;
  /** How many of the worst are told. */
  readonly top: number;
  /** The checked build. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly print: (line: string) => void;
}

/** Bytes of a text while climbing; what is found is measured again at 64 KB. */
const CLIMB_BYTES = 12 * 1024;
/** Where a trial is broken off. */
const MOST_STEPS = 3000;
const nothing = { keep: () => undefined, span: () => undefined };

/** The catalogue, and what the options add to it. */
function sourceOf(options: RedactorOptions): Parameters<typeof anchorsOf>[0] {
  const catalogue = catalogueSource();
  return { ...catalogue, rules: [...catalogue.rules, ...changesOf(options).own] };
}

export function hillClimb(options: HillClimbOptions): void {
  const { seconds, seed, top, wasm, print } = options;
  const redactorOptions: RedactorOptions =
    options.userRules > 0 ? { rules: [...userRules(options.userRules, seed)] } : {};
  const program = programFor(redactorOptions);
  const meter = createStepMeter(program, wasm);
  const anchors = anchorsOf(sourceOf(redactorOptions));
  const scanner = new Scanner(program);
  const clean = cleanLines(BLOCK_SIZE);
  const cleanNs = nsPerByte(scanner, Buffer.from(clean).subarray(0, BLOCK_SIZE));
  print(
    `seed ${seed}, ${anchors.length} anchors; clean JSON: ${meter.perByte(clean, BLOCK_SIZE).toFixed(1)} steps and ${cleanNs.toFixed(2)} ns a byte`,
  );
  const end = Date.now() + seconds * 1000;
  let count = 0;
  const found = climb({
    anchors,
    random: createRandom(seed),
    steps: (unit) => meter.perByte(unit, CLIMB_BYTES, MOST_STEPS),
    goesOn: (trials) => {
      count = trials;
      return Date.now() < end;
    },
    seeds: knownTexts,
    onWorst: ({ pieces, steps }) => print(`  ${steps.toFixed(0)} ${JSON.stringify(pieces.join(""))}`),
  });
  print(`${count} texts; the worst, at 64 KB (steps a byte, times the time of clean JSON):`);
  for (const { pieces } of found.slice(0, top)) {
    const unit = pieces.join("");
    const steps = meter.perByte(unit, BLOCK_SIZE);
    const times = nsPerByte(scanner, repeated(unit, BLOCK_SIZE)) / cleanNs;
    print(`${steps.toFixed(1).padStart(9)} ${times.toFixed(1).padStart(8)}×  ${JSON.stringify(unit)}`);
  }
}

/** The best of a few trials. */
function nsPerByte(scanner: Scanner, text: Uint8Array): number {
  let best = Number.POSITIVE_INFINITY;
  for (let trial = 0, spent = 0; trial < 12 && spent < 400; trial++) {
    scanner.haystack.set(text);
    const start = performance.now();
    drainHaystack(scanner, text.length, startHaystack(scanner, text.length), nothing);
    const ms = performance.now() - start;
    best = Math.min(best, ms);
    spent += ms;
  }
  return (best * 1e6) / text.length;
}
