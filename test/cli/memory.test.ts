import { describe, expect, test } from "vitest";
import { times, within } from "../long.ts";
import { shell } from "./program.ts";

const MB = times(20);

/** Makes the program tell its peak on standard error, in KB. */
const PEAK = "data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

const endless = (bytes: string): string => `yes '${bytes}' | tr -d '\\n' | head -c ${MB}000000`;

describe(`${MB} MB through the program`, { timeout: within(60_000) }, () => {
  test.each([
    ["a line of letters", endless("x"), MB * 1e6],
    ["a password", `(printf 'password='; ${endless("aB3dE5gH7jK9")})`, "password=[REDACTED]".length],
    ["open brackets", endless("["), MB * 1e6],
    ["gzip", `(${endless("x")}) | gzip -1`, MB * 1e6],
    ["lines", `yes '{"level":30,"msg":"GET /index.html 200"}' | head -c ${MB}000000`, MB * 1e6],
  ])("as %s: memory stays flat", (_what, input, bytes) => {
    const { stdout, stderr } = shell(`${input} | NODE_OPTIONS="--import ${PEAK}" $S | wc -c`);
    expect(Number(stdout)).toBe(bytes);
    expect(Number(stderr)).toBeLessThan(120_000);
  });
});
