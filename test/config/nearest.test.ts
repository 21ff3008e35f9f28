import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "../../src/config/nearest.ts";

const KNOWN = ["censor", "rules", "keys", "allow", "github/pat", "github/app", "in-place"];

describe("nearest", () => {
  it.each([
    ["a letter left out", "censr", "censor"],
    ["a letter too many", "ruless", "rules"],
    ["a letter changed", "alloe", "allow"],
    ["two letters swapped", "rulse", "rules"],
    ["other case", "CENSOR", "censor"],
    ["other separators", "inPlace", "in-place"],
    ["of an id", "github/apt", "github/pat"],
  ])("%s", (_what, given, expected) => {
    expect(nearest(given, KNOWN)).toBe(expected);
  });

  it.each([
    ["another word", "colour"],
    ["more than one letter in three", "keg"],
    ["too short a word", "ke"],
    ["no word", ""],
  ])("finds none for %s", (_what, given) => {
    expect(nearest(given, ["censor", "rules", "kegsXX", "abc"])).toBeUndefined();
  });

  it("takes the first of those that are as near, and a nearer one after it", () => {
    expect(nearest("ruler", ["rules", "rulex"])).toBe("rules");
    expect(nearest("censors", ["censer", "censor"])).toBe("censor");
  });

  it("puts it as the end of a message", () => {
    expect(didYouMean("censr", KNOWN)).toBe(' (did you mean "censor"?)');
    expect(didYouMean("censr", KNOWN, (word) => `--${word}`)).toBe(" (did you mean --censor?)");
    expect(didYouMean("nothing", KNOWN)).toBe("");
  });
});
