// Looks for texts that tell survivors from the kernel as it is: what `npm run mutants -- --search` runs.
import { createRedactor } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { harmless, joins } from "../../src/rules/joins/joins.ts";
import { valuesFirst } from "../../src/rules/joins/pairs.ts";
import { wrappers } from "../../src/rules/joins/wrappers.ts";
import { textWords } from "../../src/rules/words/text-words.ts";
import { arrayCases } from "../kernel/cases/array-cases.ts";
import { nearMisses } from "../kernel/cases/near-misses.ts";
import { notationCases } from "../kernel/cases/notation-cases.ts";
import { overLinesCases } from "../kernel/cases/over-lines-cases.ts";
import { pieces } from "../kernel/cases/pieces.ts";
import { allLines } from "../promises/sample-lines.ts";
import { Choices } from "../properties/choices.ts";
import { properties } from "../properties/index.ts";
import { seedOfCase } from "../properties/property.ts";
import { between, createRandom, pick } from "../samples/random.ts";

/** How the mutated kernel is switched; see `mutated.ts`. */
export interface Switch {
  /** Switches a mutation on for one call; returns what it gives, undefined where it takes too many steps. */
  on<T>(id: number, work: () => T): T | undefined;
  /** Numbers of the mutations that the code comes by during one call. */
  seen(work: () => unknown): readonly number[];
}

export interface Searched {
  readonly found: readonly Found[];
}

export interface Found {
  readonly input: string;
  /** What the kernel makes of it. */
  readonly expected: string;
  /** The mutants of which each makes something else. */
  readonly kills: readonly number[];
}

const SIGNS = [..."abzAZ019_-.,:;=\"'`\\/()[]{}<>|&%$#@!?*+~^ \t\n\r"];

/** So many texts that come by a mutant are kept for it. */
const TEXTS_A_MUTANT = 24;

/** A text up to this length is cut, too. */
const CUT_LENGTH = 80;

/** Texts of which a test says what comes out: of the kernel's cases, and of the rules' rows. */
function testedTexts(): readonly string[] {
  const cases = Object.values({ ...notationCases, ...overLinesCases, ...arrayCases, ...nearMisses });
  const rows = [...joins, ...harmless, ...wrappers, ...textWords, ...valuesFirst];
  const shown = rows.flatMap(({ example, not }) => [example, not ?? ""]);
  return [...cases.flat().map(([text]) => text), ...shown.map((text) => text.replace(/[«»]/g, ""))];
}

/** So many texts are tried on a mutant before it is left to chance. */
const TRIES_A_MUTANT = 600;
/** Of each property so many cases' inputs. */
const CASES = 150;

/** For as many of `ids` as it can in the time, one small text each; `lines` are more texts to begin with. */
export function searchTexts(
  ids: readonly number[],
  control: Switch,
  { seed, ms, lines }: { readonly seed: number; readonly ms: number; readonly lines: readonly string[] },
): Searched {
  const { redact } = createRedactor({});
  const random = createRandom(seed);
  const texts = [...testedTexts(), ...allLines.map(([, line]) => line), ...propertyInputs(), ...lines];
  const short = texts.filter((text) => text.length < 400);
  const differsWhole = (id: number, text: string): boolean =>
    control.on(id, () => redact(text)) !== redact(text);
  const differsCut = (id: number, text: string): boolean =>
    text.length <= CUT_LENGTH &&
    control.on(id, () => cutResults(text).join("|")) !== cutResults(text).join("|");
  /** Whether a test of it would pass. */
  const canBeTested = (text: string): boolean => {
    const expected = redact(text);
    return redact(expected) === expected && cutResults(text).every((result) => result === expected);
  };
  const differs = (id: number, text: string): boolean => differsWhole(id, text) || differsCut(id, text);
  const near = new Map<number, string[]>(ids.map((id) => [id, []]));
  const tries = new Map<number, number>();
  const found = new Set<string>();
  /** Keeps a text that tells a mutant, as small as it gets. */
  const keep = (id: number, text: string): boolean => {
    const whole = differsWhole(id, text);
    const small = shrunk(text, (smaller) => (whole ? differsWhole(id, smaller) : differs(id, smaller)));
    const smallest = canBeTested(small)
      ? small
      : shrunk(text, (smaller) => differs(id, smaller) && canBeTested(smaller));
    if (!canBeTested(smallest)) return false;
    near.delete(id);
    found.add(smallest);
    for (const other of control.seen(() => redact(smallest)))
      if (near.has(other) && differs(other, smallest)) near.delete(other);
    return true;
  };
  const end = Date.now() + ms;
  const order = texts.map((text) => [random(), text] as const).sort((a, b) => a[0] - b[0]);
  for (const [, text] of order) {
    if (Date.now() > end) break;
    for (const id of control.seen(() => redact(text))) {
      const own = near.get(id);
      if (own === undefined) continue;
      if (text.length < 400) {
        if (own.length < TEXTS_A_MUTANT) own.push(text);
        else own[between(0, TEXTS_A_MUTANT - 1, random)] = text;
      }
      const count = tries.get(id) ?? 0;
      tries.set(id, count + 1);
      if (count < TRIES_A_MUTANT && differsWhole(id, text)) keep(id, text);
    }
  }
  while (near.size > 0 && Date.now() < end) {
    const id = pick([...near.keys()], random);
    const own = near.get(id)!;
    const text = changed(pick(own.length > 0 && random() < 0.9 ? own : short, random), short, random);
    // Most texts are tried on one mutant, some on all that they come by: those are new ones to begin with.
    const tried = random() < 0.02 ? control.seen(() => redact(text)) : [id];
    for (const one of tried) {
      const texts = near.get(one);
      if (texts === undefined) continue;
      if (random() < 0.25 ? differs(one, text) : differsWhole(one, text)) keep(one, text);
      else if (tried.length === 1) continue;
      else if (texts.length < TEXTS_A_MUTANT) texts.push(text);
      else texts[between(0, TEXTS_A_MUTANT - 1, random)] = text;
    }
  }
  const all = [...found].map((input) => ({
    input,
    expected: redact(input),
    kills: control.seen(() => redact(input)).filter((id) => ids.includes(id) && differs(id, input)),
  }));
  return { found: fewest(all) };
}

function propertyInputs(): readonly string[] {
  return properties.flatMap((property) => {
    if (property.share !== undefined) return [];
    return Array.from({ length: CASES }, (_, i) => property.make(new Choices(seedOfCase(7, i))).inputs)
      .flat()
      .map((text) => Buffer.from(text).toString("latin1"))
      .filter((text) => text.length < 4000);
  });
}

/** What comes out of a stream, for each place at which the text's bytes can be cut in two. */
function cutResults(text: string): readonly string[] {
  const stream = createByteRedactor({});
  const bytes = Buffer.from(text, "latin1");
  return Array.from({ length: Math.max(0, bytes.length - 1) }, (_, i) => {
    const pieces = [bytes.subarray(0, i + 1), bytes.subarray(i + 1)];
    return Buffer.concat([...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()]).toString(
      "latin1",
    );
  });
}

/** As few of them as tell all that all do. */
function fewest(all: readonly Found[]): readonly Found[] {
  const chosen: Found[] = [];
  const told = new Set<number>();
  const isNew = (id: number) => !told.has(id);
  for (;;) {
    const worth = all.map(({ kills }) => kills.filter(isNew).length);
    const most = Math.max(0, ...worth);
    if (most === 0) return chosen;
    const best = all[worth.indexOf(most)]!;
    chosen.push(best);
    for (const id of best.kills) told.add(id);
  }
}

/** A text with a few changes. */
function changed(text: string, texts: readonly string[], random: () => number): string {
  let now = text;
  for (let i = between(0, 4, random); i > 0; i--) {
    const at = between(0, now.length, random);
    const sign = pick(SIGNS, random);
    const length = between(1, 3, random);
    switch (between(0, 6, random)) {
      case 0:
        now = now.slice(0, at) + now.slice(at + length);
        break;
      case 1:
        now = now.slice(0, at) + sign + now.slice(at);
        break;
      case 2:
        now = now.slice(0, at) + sign + now.slice(at + 1);
        break;
      case 3:
        now = now.slice(0, at) + pick(pieces, random) + now.slice(at);
        break;
      case 4: {
        const other = pick(texts, random);
        now = now.slice(0, at) + other.slice(between(0, other.length, random));
        break;
      }
      case 5:
        now =
          now.slice(0, at) +
          now.slice(at, at + length).repeat(pick([2, 3, 8, 30, 70], random)) +
          now.slice(at + length);
        break;
      default:
        now = now.slice(0, at);
    }
  }
  return now;
}

/** As short as it gets with parts left out. */
function shrunk(text: string, holds: (text: string) => boolean): string {
  let now = text;
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < now.length; ) {
      const smaller = now.slice(0, at) + now.slice(at + size);
      if (holds(smaller)) now = smaller;
      else at += size;
    }
  }
  return now;
}
