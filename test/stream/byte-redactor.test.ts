import { beforeEach, describe, expect, test } from "vitest";
import { BLOCK_SIZE } from "../../src/scanner/scanner.ts";
import { WITHHELD } from "../../src/stream/withhold.ts";
import { type Faults, ToyScanner } from "./toy-scanner.ts";
import { atMark, mark, none, streamWith } from "./toy-stream.ts";

beforeEach(() => {
  ToyScanner.calls = 0;
});

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
