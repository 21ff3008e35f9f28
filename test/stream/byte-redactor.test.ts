import { beforeEach, describe, expect, test } from "vitest";
import { createReplacer } from "../../src/redaction/censors.ts";
import { Replacing } from "../../src/redaction/replacing.ts";
import { BLOCK_SIZE } from "../../src/scanner/scanner.ts";
import { ByteRedactor } from "../../src/stream/byte-redactor.ts";
import { WITHHELD } from "../../src/stream/withhold.ts";
import { type Faults, ToyScanner } from "./toy-scanner.ts";

const mark = (word: string): string => `-----${word} RSA PRIVATE KEY-----`;
const none: Faults = { at: () => undefined };
/** Fails where the text in view has "!". */
const atMark: Faults = { at: (text) => (text.includes("!") ? "trap" : undefined) };

beforeEach(() => {
  ToyScanner.calls = 0;
});

/** A stream over a toy kernel, and what it counted. */
function streamWith(faults: Faults, maker?: () => void) {
  const counted = { matches: 0, withheld: 0, scanners: 0 };
  let before = 0;
  let scanner: ReturnType<typeof ToyScanner.of> | undefined;
  const replacing = new Replacing(createReplacer({ text: "<>" }, ["a/one"]), {
    ruleIds: ["a/one"],
    record: () => counted.matches++,
  });
  const stream = new ByteRedactor(
    () => {
      maker?.();
      if (scanner === undefined || scanner.isBroken) {
        scanner = ToyScanner.of(faults);
        counted.scanners++;
      }
      return scanner;
    },
    replacing,
    {
      withheld: (lines) => {
        counted.withheld += lines;
      },
      checkpoint: () => {
        before = counted.matches;
      },
      rollback: () => {
        counted.matches = before;
      },
    },
  );
  const text = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString("latin1");
  const push = (chunk: string): string => text(stream.push(Buffer.from(chunk, "latin1")));
  const end = (): string => text(stream.end());
  return { stream, counted, push, end };
}

describe("without a fault", () => {
  test("what is decided goes out at once, the rest when it is", () => {
    const { push, end, counted } = streamWith(none);
    expect(push("a##b~")).toBe("a<>b");
    expect(push("~")).toBe("");
    expect(push("#")).toBe("~~<>");
    expect(push("~")).toBe("");
    expect(end()).toBe("~");
    expect(end()).toBe("");
    expect(push("")).toBe("");
    expect(push("again")).toBe("again");
    expect(end()).toBe("");
    expect(counted).toEqual({ matches: 2, withheld: 0, scanners: 1 });
  });

  test("a chunk of several blocks comes in pieces that are the caller's own", () => {
    const { stream, push } = streamWith(none);
    const chunk = Buffer.alloc(2 * BLOCK_SIZE + 5, "abcdefg");
    const pieces = stream.push(chunk);
    expect(pieces.map(({ length }) => length)).toEqual([BLOCK_SIZE, BLOCK_SIZE, 5]);
    push("#".repeat(99));
    expect(Buffer.concat(pieces).equals(chunk)).toBe(true);
  });

  test("where nothing is decided there are no pieces, and those at the end are the caller's own, too", () => {
    const { stream, push } = streamWith(none);
    expect(stream.push(Buffer.from("~~"))).toEqual([]);
    expect(stream.push(Buffer.from(""))).toEqual([]);
    const last = stream.end();
    push("##########");
    expect(Buffer.concat(last).toString()).toBe("~~");
    expect(stream.end()).toEqual([]);
  });

  test("a block can be written where it is scanned", () => {
    const { stream } = streamWith(none);
    const space = stream.space();
    expect(space).toHaveLength(BLOCK_SIZE);
    space.set(Buffer.from("a#b!"));
    expect(Buffer.from(stream.advance(3)).toString()).toBe("a<>b");
    expect(stream.advance(0)).toHaveLength(0);
  });
});

describe("a kernel that fails", () => {
  test("withholds the line in which it does, and no other", () => {
    const { push, end, counted } = streamWith(atMark);
    expect(push("a#\nb!#\nc#\n")).toBe(`a<>\n${WITHHELD}\nc<>\n`);
    expect(push("d\n")).toBe("d\n");
    expect(end()).toBe("");
    expect(counted).toMatchObject({ matches: 2, withheld: 1 });
  });

  test("only once loses nothing, and counts nothing twice", () => {
    const { push, counted } = streamWith({ at: (_text, call) => (call === 2 ? "trap" : undefined) });
    expect(push("a#\n")).toBe("a<>\n");
    expect(push("b#\nc#~")).toBe("b<>\nc<>");
    expect(push("#\n")).toBe("~<>\n");
    expect(counted).toEqual({ matches: 4, withheld: 0, scanners: 2 });
  });

  test("behind the scan, before all is kept, does as if it had not scanned", () => {
    const { push, end, counted } = streamWith({
      at(_text, call, memory) {
        if (call !== 2) return undefined;
        memory.slice = () => {
          Reflect.deleteProperty(memory, "slice");
          throw new RangeError("no memory");
        };
        return undefined;
      },
    });
    expect(push("a#~")).toBe("a<>");
    expect(push("#\nb#~")).toBe("~<>\nb<>");
    expect(push("c\n") + end()).toBe("~c\n");
    expect(counted).toMatchObject({ matches: 3, withheld: 0 });
  });

  test("withholds the rest of a line that the chunk's end cuts", () => {
    const { push, end, counted } = streamWith(atMark);
    expect(push("a\nb!")).toBe(`a\n${WITHHELD}`);
    expect(push("more#")).toBe("");
    expect(push("")).toBe("");
    expect(push("last\nc#\n")).toBe("\nc<>\n");
    expect(push("d!\n")).toBe(`${WITHHELD}\n`);
    expect(push("e\n")).toBe("e\n");
    expect(end()).toBe("");
    expect(counted.withheld).toBe(2);
  });

  test("forgets at the end that a line was withheld", () => {
    const { push, end } = streamWith(atMark);
    expect(push("b!")).toBe(WITHHELD);
    expect(end()).toBe("");
    expect(push("c\n")).toBe("c\n");
  });

  test("withholds what was held back with the line that it belongs to", () => {
    const { push, counted } = streamWith(atMark);
    expect(push("x~~")).toBe("x");
    expect(push("!\ny\n")).toBe(`${WITHHELD}\ny\n`);
    expect(counted.withheld).toBe(1);
  });

  test("at the end withholds what was held back", () => {
    let isOn = false;
    const { push, end, counted } = streamWith({ at: () => (isOn ? "trap" : undefined) });
    expect(push("x~")).toBe("x");
    isOn = true;
    expect(end()).toBe(WITHHELD);
    expect(counted.withheld).toBe(1);
    isOn = false;
    expect(push("y\n")).toBe("y\n");
    isOn = true;
    expect(end()).toBe("");
    expect(counted.withheld).toBe(1);
  });

  test("gives up on a block after sixteen failures, and tries the next one", () => {
    const { push, counted } = streamWith(atMark);
    const lines = "!\n".repeat(15);
    expect(push(`${lines}a\n`)).toBe(`${`${WITHHELD}\n`.repeat(15)}a\n`);
    expect(counted.scanners).toBe(17);
    expect(push(`${lines}!\na\nb\n`)).toBe(`${WITHHELD}\n`.repeat(18));
    expect(counted).toMatchObject({ withheld: 33, scanners: 33 });
    expect(push("c\n")).toBe("c\n");
  });

  test("is not given up for a listener that throws", () => {
    const listener: Faults = { at: (text) => (text.includes("!") ? "listener" : undefined) };
    const { push, counted } = streamWith(listener);
    expect(push(`${"!\n".repeat(40)}a\n`)).toBe(`${`${WITHHELD}\n`.repeat(40)}a\n`);
    expect(counted).toMatchObject({ withheld: 40, scanners: 1 });
  });

  test("leaves the other lines of the block what they are, however long", () => {
    const listener: Faults = { at: (text) => (text.includes("!") ? "listener" : undefined) };
    for (const faults of [listener, atMark]) {
      const { push } = streamWith(faults);
      expect(push("\n\n!1\nbb#\n!22\na longer line#\n\nend")).toBe(
        `\n\n${WITHHELD}\nbb<>\n${WITHHELD}\na longer line<>\n\nend`,
      );
      expect(push("\n")).toBe("\n");
      expect(push(`!${mark("BEGIN")}\n`)).toBe(`${WITHHELD}\n`);
      expect(push("first#\nsecond, longer\n\nthird")).toBe("first<>\nsecond, longer\n\nthird");
    }
  });

  test("or that cannot be made at all withholds every line, until it can", () => {
    let isOn = true;
    const { stream, push, end, counted } = streamWith(none, () => {
      if (isOn) throw new RangeError("no memory");
    });
    expect(push("a\nb#\n")).toBe(`${WITHHELD}\n${WITHHELD}\n`);
    expect(stream.space()).toHaveLength(BLOCK_SIZE);
    expect(push("half")).toBe(WITHHELD);
    isOn = false;
    expect(push(" of it\nc#\n")).toBe("\nc<>\n");
    expect(end()).toBe("");
    expect(counted).toMatchObject({ withheld: 3, matches: 1 });
  });

  test("and whose successor cannot be made withholds the block", () => {
    let made = 0;
    const { push, counted } = streamWith({ at: (_text, call) => (call === 1 ? "trap" : undefined) }, () => {
      if (++made === 2 || made === 3) throw new RangeError("no memory");
    });
    expect(push("a\nb\nc\n")).toBe(`${WITHHELD}\n${WITHHELD}\nc\n`);
    expect(counted.withheld).toBe(2);
  });
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
