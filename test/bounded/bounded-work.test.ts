import { beforeAll, describe, expect, test } from "vitest";
import { preparedProgram } from "../../src/program/image/prepared.ts";
import { checkedKernel } from "../checked/scanner.ts";
import { isLong, times } from "../long.ts";
import { createRandom } from "../samples/random.ts";
import { catalogueAnchors } from "./anchors.ts";
import { climb } from "./climb.ts";
import { escapedExamples } from "./escaped-examples.ts";
import { knownTexts, MOST_STEPS, openBrackets } from "./known-texts.ts";
import { createStepMeter, repeated, type StepMeter } from "./step-meter.ts";

const BYTES = 65_536;
const CLIMB_BYTES = 8192;
/** Texts that are tried in the short form. */
const TRIALS = 600;
const ESCAPED_TEXTS = 600;

describe("steps a byte are bounded", () => {
  let meter: StepMeter;
  beforeAll(async () => {
    meter = createStepMeter(preparedProgram(), await checkedKernel());
  });

  test.each(knownTexts)("in %j", (unit) => {
    expect(meter.perByte(unit, BYTES)).toBeLessThan(MOST_STEPS);
  });

  test.each(openBrackets)("in $head and $unit without end", ({ head, unit, most }) => {
    const begin = Buffer.from(head);
    expect(meter.perByteOf(Buffer.concat([begin, repeated(unit, BYTES - begin.length)]))).toBeLessThan(most);
  });

  // After each row, the rest of the table was searched to its end.
  test("in a table of short rows", () => {
    for (const row of ["7,ab22\n", '7,"a"\n', ',"\n'])
      expect(
        meter.perByteOf(Buffer.concat([Buffer.from("id,password\n"), repeated(row, BYTES)])),
      ).toBeLessThan(MOST_STEPS);
  });

  test("in what a hill climb finds", () => {
    const trials = times(TRIALS);
    const [worst] = climb({
      anchors: catalogueAnchors(),
      random: createRandom(isLong ? Date.now() % 1e9 : 1),
      steps: (unit) => meter.perByte(unit, CLIMB_BYTES, 10 * MOST_STEPS),
      goesOn: (trial) => trial < trials,
      seeds: knownTexts,
    });
    expect(worst!.steps, JSON.stringify(worst!.pieces.join(""))).toBeLessThan(MOST_STEPS);
  });

  // An encoded bracket in text that is not encoded, `credential":{"":%5b`, was looked at for ever.
  test("in examples of the rows, one behind the other, with characters in escapes of any kind", () => {
    const random = createRandom(isLong ? Date.now() % 1e9 : 1);
    for (let i = 0; i < times(ESCAPED_TEXTS); i++) {
      const text = escapedExamples(random);
      expect(meter.perByteOf(Buffer.from(text), 20 * MOST_STEPS), JSON.stringify(text)).toBeLessThan(
        10 * MOST_STEPS,
      );
    }
  });

  test("and the meter would know if they were not", () => {
    expect(meter.perByte("password=", BYTES, 0.01)).toBe(0.01);
  });
});
