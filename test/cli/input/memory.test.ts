import { describe, expect, test } from "vitest";
import { times } from "../../long.ts";
import { shell } from "../program.ts";

const MB = times(60);

/** Makes the program tell its peak on standard error, in KB. */
const PEAK = "data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

const endless = (bytes: string): string => `yes '${bytes}' | tr -d '\\n' | head -c $MB`;

describe(`${MB} MB through the program`, () => {
  test.each([
    ["a line of letters", endless("x"), MB * 1e6],
    ["a password", `(printf 'password='; ${endless("aB3dE5gH7jK9")})`, "password=[REDACTED]".length],
    ["open brackets", endless("["), MB * 1e6],
    ["gzip", `(${endless("x")}) | gzip -1`, MB * 1e6],
    ["lines", `yes '{"level":30,"msg":"GET /index.html 200"}' | head -c $MB`, MB * 1e6],
  ])("as %s: memory stays flat", (_what, input, bytes) => {
    const peakKb = (mb: number) => {
      const { stdout, stderr } = shell(
        `MB=${mb}000000; ${input} | NODE_OPTIONS="--import ${PEAK}" $S | wc -c`,
      );
      return [Number(stdout), Number(stderr)] as const;
    };
    const [[, small], [length, large]] = [peakKb(1), peakKb(MB)];
    expect(length).toBe(bytes);
    // 15 MB at the most, for gzip's tables; what held the input would take all of it.
    expect(large - small).toBeLessThan((MB * 1000) / 2);
  });
});
