import { beforeEach, describe, expect, test } from "vitest";
import { WITHHELD } from "../../src/stream/withhold.ts";
import { ToyScanner } from "./toy-scanner.ts";
import { atMark, mark, none, streamWith } from "./toy-stream.ts";

beforeEach(() => {
  ToyScanner.calls = 0;
});

describe("a block whose begin is withheld", () => {
  /** The kernel sees the mark again, and what it says of it goes nowhere. */
  function seen(chunks: readonly string[]): { readonly out: string; readonly texts: readonly string[] } {
    const texts: string[] = [];
    const { push, end } = streamWith({
      at(text) {
        texts.push(text);
        return text.includes("!") ? "trap" : undefined;
      },
    });
    const out = chunks.map(push).join("") + end();
    return { out, texts };
  }

  test("is opened again for what follows, once", () => {
    const { out, texts } = seen([`x! ${mark("BEGIN")}\n`, "body#\n", "more\n"]);
    expect(out).toBe(`${WITHHELD}\nbody<>\nmore\n`);
    expect(texts.filter((text) => text === `${mark("BEGIN")}\n`)).toHaveLength(1);
    expect(texts.slice(-4)).toEqual([`${mark("BEGIN")}\n`, "body#\n", "more\n", ""]);
  });

  test("is opened again in the same block", () => {
    const { out, texts } = seen([`! ${mark("BEGIN")}\nbody#\n`]);
    expect(out).toBe(`${WITHHELD}\nbody<>\n`);
    expect(texts.slice(-3)).toEqual([`${mark("BEGIN")}\n`, "body#\n", ""]);
  });

  test("also where the chunk's end cut the mark, and the rest was left out", () => {
    const begin = mark("BEGIN");
    const { out, texts } = seen([`! ${begin.slice(0, 12)}`, begin.slice(12), "\nbody#\n"]);
    expect(out).toBe(`${WITHHELD}\nbody<>\n`);
    expect(texts).toContain(`${begin}\n`);
  });

  test("is not, if what was withheld ends before it", () => {
    for (const rest of ["\n", "rest\n"]) {
      const { out, texts } = seen(["a!", `${rest}${mark("BEGIN")}\n`, "b\n"]);
      expect(out).toBe(`${WITHHELD}\n${mark("BEGIN")}\nb\n`);
      expect(texts.slice(1)).toEqual(["a!", `\n${mark("BEGIN")}\n`, "b\n", ""]);
    }
  });

  test("and not again for a later line that is withheld", () => {
    const { out, texts } = seen([`! ${mark("BEGIN")}\n`, `${mark("END")}\n`, "!\n", "a\n"]);
    expect(out).toBe(`${WITHHELD}\n${mark("END")}\n${WITHHELD}\na\n`);
    expect(texts.filter((text) => text === `${mark("BEGIN")}\n`)).toHaveLength(1);
    const cut = seen([`! ${mark("BEGIN")}`, "rest\n", `${mark("END")}\n`, "!\n", "a\n"]);
    expect(cut.texts.filter((text) => text === `${mark("BEGIN")}\n`)).toHaveLength(1);
  });

  test("is not, if its end was withheld, too, or the input ended", () => {
    const { texts } = seen([`! ${mark("BEGIN")}\n! ${mark("END")}\n`, "a\n"]);
    expect(texts.filter((text) => text === `${mark("BEGIN")}\n`)).toEqual([`${mark("BEGIN")}\n`]);
    const { push, end, counted } = streamWith(atMark);
    push(`! ${mark("BEGIN")}\n`);
    end();
    const before = ToyScanner.calls;
    expect(push("a\n")).toBe("a\n");
    expect(ToyScanner.calls - before).toBe(1);
    expect(counted.withheld).toBe(1);
  });
});

describe("a stream that goes on from where another stood", () => {
  test("writes what the other would have", () => {
    const one = streamWith(none);
    expect(one.stream.snapshot()).toBeUndefined();
    expect(one.push("a#~~")).toBe("a<>");
    const snapshot = one.stream.snapshot()!;
    const other = streamWith(none);
    other.push("something else~");
    other.stream.restore(snapshot);
    for (const { push, end } of [one, other]) expect(push("#b~") + end()).toBe("~~<>b~");
  });

  test("not where a line that was withheld has not ended, nor behind a block's begin", () => {
    const { stream, push } = streamWith(atMark);
    push("a!");
    expect(stream.snapshot()).toBeUndefined();
    push("\n");
    expect(stream.snapshot()).toBeDefined();
    push(`! ${mark("BEGIN")}\n`);
    expect(stream.snapshot()).toBeUndefined();
    push("x\n");
    expect(stream.snapshot()).toBeDefined();
  });

  test("forgets what it had withheld", () => {
    const snapshotted = streamWith(none);
    snapshotted.push("a\n");
    const snapshot = snapshotted.stream.snapshot()!;
    const { stream, push } = streamWith(atMark);
    push("a!");
    stream.restore(snapshot);
    expect(push("b#\n")).toBe("b<>\n");
    push(`! ${mark("BEGIN")}\n`);
    stream.restore(snapshot);
    expect(stream.snapshot()).toBeDefined();
  });
});
