import { preparedProgram } from "../../src/program/image/prepared.ts";
import { checkedKernel } from "../checked/scanner.ts";
import { knownTexts } from "./known-texts.ts";
import { createStepMeter } from "./step-meter.ts";

const m = createStepMeter(preparedProgram(), await checkedKernel());
const units = process.argv.slice(2).length ? process.argv.slice(2) : knownTexts;
for (const u of units)
  console.log(
    m
      .perByte(u, 1 << 14)
      .toFixed(0)
      .padStart(6),
    JSON.stringify(u),
  );
