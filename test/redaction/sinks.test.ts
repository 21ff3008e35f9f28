import { beforeEach, describe, expect, test } from "vitest";
import { SPAN_FIRST, SPAN_GAVE_UP, SPAN_LAST } from "../../src/kernel/abi.ts";
import { BlockSink } from "../../src/redaction/block-sink.ts";
import { ByteSink } from "../../src/redaction/byte-sink.ts";
import { type Censor, createReplacer } from "../../src/redaction/censors.ts";
import { MatchSink } from "../../src/redaction/match-sink.ts";
import { type MatchEvent, Replacing } from "../../src/redaction/replacing.ts";
import { type Cut, StringSink } from "../../src/redaction/string-sink.ts";
import { isLowSurrogate } from "../../src/redaction/unit-cursor.ts";
import { WholeBytesSink } from "../../src/redaction/whole-bytes-sink.ts";

const WHOLE = SPAN_FIRST | SPAN_LAST;
const events: MatchEvent[] = [];
const ledger = { ruleIds: ["a/one"], record() {}, tell: (event: MatchEvent) => events.push(event) };
const replacingWith = (censor: Censor = { text: "#" }): Replacing =>
  new Replacing(createReplacer(censor, ledger.ruleIds), ledger);
beforeEach(() => {
  events.length = 0;
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);

describe("the list of matches", () => {
  const nothing = new Uint8Array(0);

  test("has one for each, pieces joined, at offsets of the input", () => {
    const sink = new MatchSink();
    sink.keep();
    sink.span(nothing, 10, 12, 3, WHOLE, -10);
    sink.span(nothing, 14, 15, 4, SPAN_FIRST, -10);
    sink.span(nothing, 16, 18, 4, 0, -10);
    sink.span(nothing, 1, 2, 4, SPAN_LAST, 90);
    sink.span(nothing, 5, 6, 5, SPAN_FIRST, 90);
    sink.span(nothing, 8, 9, 5, SPAN_LAST, 90);
    expect(sink.matches).toEqual([
      { rule: 3, start: 0, end: 2 },
      { rule: 4, start: 4, end: 92 },
      { rule: 5, start: 95, end: 99 },
    ]);
  });

  test("has none for a block that has not ended, and one for what began before we came", () => {
    const sink = new MatchSink();
    sink.span(nothing, 0, 0, 1, SPAN_GAVE_UP, 0);
    sink.span(nothing, 3, 4, 1, SPAN_LAST, 0);
    sink.span(nothing, 6, 7, 1, 0, 0);
    sink.span(nothing, 8, 9, 2, SPAN_FIRST, 0);
    expect(sink.matches).toEqual([
      { rule: 1, start: 3, end: 4 },
      { rule: 1, start: 6, end: 7 },
      { rule: 2, start: 8, end: 9 },
    ]);
  });
});

describe("bytes", () => {
  test("are written, with replacements, and taken once", () => {
    const sink = new ByteSink(replacingWith(), 4);
    const memory = bytes("__abXXcdYYef");
    expect(sink.changed).toBe(false);
    sink.keep(memory, 2, 4);
    expect(sink.changed).toBe(false);
    sink.span(memory, 4, 6, 0, WHOLE, -2);
    expect(sink.changed).toBe(true);
    sink.keep(memory, 6, 8);
    sink.span(memory, 8, 10, 0, WHOLE, -2);
    expect(events.splice(0)).toMatchObject([
      { start: 2, end: 4 },
      { start: 6, end: 8 },
    ]);
    expect(text(sink.view())).toBe("ab#cd#");
    sink.keep(memory, 10, 12);
    expect(text(sink.view())).toBe("ef");
    expect(sink.view()).toHaveLength(0);
  });

  test("that are a whole input are copied from where they stay", () => {
    const whole = bytes("abXXcdYYef");
    const memory = bytes("__XX____");
    const sink = new WholeBytesSink(whole, replacingWith());
    sink.keep();
    expect(sink.finish()).toBe(whole);
    sink.span(memory, 2, 4, 0, WHOLE, 0);
    sink.span(memory, 2, 4, 0, WHOLE, 4);
    expect(text(sink.finish())).toBe("ab#cd#ef");
    expect(text(whole)).toBe("abXXcdYYef");
  });

  test("grow as they have to, and stay", () => {
    const sink = new ByteSink(replacingWith(), 0);
    let all = "";
    for (const size of [60, 4, 1, 200, 0, 3, 5000]) {
      const piece = bytes("abcdefghij".repeat(500).slice(0, size));
      sink.keep(piece, 0, size);
      all += text(piece);
    }
    expect(text(sink.view())).toBe(all);
  });

  test("a censor gets the text, a mask the number of characters", () => {
    const memory = bytes("é\u{1f600}x");
    const asked = new ByteSink(
      replacingWith((secret: string) => `<${secret}>`),
      9,
    );
    asked.span(memory, 0, 2, 0, SPAN_FIRST, 0);
    asked.span(memory, 2, 7, 0, SPAN_LAST, 0);
    expect(text(asked.view())).toBe("<é\u{1f600}x>");
    const mask = new ByteSink(replacingWith("mask"), 9);
    mask.span(memory, 0, 7, 0, WHOLE, 0);
    mask.span(memory, 2, 6, 0, WHOLE, 0);
    mask.span(memory, 2, 6, 0, WHOLE, 0);
    expect(text(mask.view())).toBe("*****");
  });
});

describe("a block", () => {
  test("in which nothing changes is not copied", () => {
    const sink = new BlockSink(replacingWith(), 16);
    const memory = bytes("abcdef");
    for (let round = 0; round < 2; round++) {
      sink.keep(memory, 1, 4);
      const view = sink.view();
      expect(text(view)).toBe("bcd");
      expect(view.buffer).toBe(memory.buffer);
      expect(sink.view()).toHaveLength(0);
      sink.span(memory, 1, 4, 0, WHOLE, 0);
      expect(text(sink.view())).toBe("#");
    }
  });

  test.each([
    ["kept twice", ["k0-2", "k2-4"], "abcd"],
    ["replaced, then kept", ["s0-2", "k2-4"], "#cd"],
    ["kept, then replaced", ["k0-2", "s2-4", "k4-5", "k5-6"], "ab#ef"],
    ["replaced twice", ["s0-1", "s1-2"], "##"],
  ])("%s", (_what, calls, expected) => {
    const sink = new BlockSink(replacingWith(), 16);
    const memory = bytes("abcdef");
    for (let round = 0; round < 2; round++) {
      for (const call of calls) {
        const [start, end] = call.slice(1).split("-").map(Number) as [number, number];
        if (call[0] === "k") sink.keep(memory, start, end);
        else sink.span(memory, start, end, 0, WHOLE, 0);
      }
      expect(text(sink.view())).toBe(expected);
    }
  });

  test("that was copied can be read when the memory is something else", () => {
    const sink = new BlockSink(replacingWith(), 16);
    const memory = bytes("abcdef");
    sink.keep(memory, 0, 3);
    sink.span(memory, 3, 4, 0, WHOLE, 7);
    expect(events.splice(0)).toMatchObject([{ start: 10, end: 11 }]);
    sink.keep(memory, 4, 6);
    memory.fill(0x5f);
    expect(text(sink.view())).toBe("abc#ef");
  });
});

describe("a string", () => {
  /** Spans given in characters of the text between « and »; `lone` is put in place of "~". */
  function redacted(marked: string, cuts?: readonly Cut[], censor?: Censor): string {
    const plain = marked.replace(/[«»]/g, "").replaceAll("~", "\ud83d");
    const isAscii = !/[^\0-\x7f]/.test(plain);
    const sink = new StringSink(plain, isAscii, replacingWith(censor), cuts);
    const offsetOf = (end: number): number =>
      bytes(marked.slice(0, end).replace(/[«»]/g, "").replaceAll("~", "\ud83d")).length;
    sink.keep();
    for (const { index, 0: match } of marked.matchAll(/«[^»]*»/g))
      sink.span(bytes(""), 100 + offsetOf(index), 100 + offsetOf(index + match.length), 0, WHOLE, -100);
    return sink.finish();
  }

  test.each([
    ["ab«cd»ef", "ab#ef"],
    ["«ab»", "#"],
    ["", ""],
    ["plain é", "plain é"],
    ["é«ü»€«x\u{1f600}»\u{1f600}«y»z", "é#€#\u{1f600}#z"],
    ["\x7f\x80«a»\u07ff\u0800«b»\ud7ff\ue000«c»\uffff", "\x7f\x80#\u07ff\u0800#\ud7ff\ue000#\uffff"],
    ["~a«b»~~c«d»~", "\ud83da#\ud83d\ud83dc#\ud83d"],
    ["\udc00«a»", "\udc00#"],
    ["a\udc00b«c»d", "a\udc00b#d"],
    ["\ud800\udc00«a»b\u{10ffff}«c»d", "\u{10000}#b\u{10ffff}#d"],
    ["\udc00\udc00a«b»c", "\udc00\udc00a#c"],
    ["\ue000\udc00a«b»c", "\ue000\udc00a#c"],
  ])("%j", (marked, expected) => {
    expect(redacted(marked)).toBe(expected);
  });

  test("is told in UTF-16 units, masked in characters and censored as text", () => {
    redacted("é\u{1f600}«ab»");
    expect(events.splice(0)).toMatchObject([{ start: 3, end: 5 }]);
    expect(redacted("é«\u{1f600}ü»x", undefined, "mask")).toBe("é**x");
    expect(redacted("é«\u{1f600}ü»x", undefined, (secret: string) => `<${secret}>`)).toBe("é<\u{1f600}ü>x");
  });

  const cut = (start: number, end: number): Cut => ({ start, end, text: "_" });
  test.each([
    ["no match", "abcdef", [cut(1, 3)], "a_def"],
    ["none", "ab«cd»ef", [], "ab#ef"],
    ["in front of a match", "ab«cd»ef", [cut(0, 1)], "_b#ef"],
    ["right in front", "ab«cd»ef", [cut(1, 2)], "a_#ef"],
    ["behind", "ab«cd»ef", [cut(4, 5)], "ab#_f"],
    ["at the end", "ab«cd»ef", [cut(5, 6)], "ab#e_"],
    ["a match inside", "ab«cd»ef", [cut(1, 5)], "a_f"],
    ["exactly a match", "ab«cd»ef", [cut(2, 4)], "ab_ef"],
    ["over a match's begin", "ab«cd»ef", [cut(1, 3)], "a_#ef"],
    ["over a match's end", "ab«cd»ef", [cut(3, 5)], "ab#_f"],
    ["inside a match", "a«bcde»f", [cut(2, 3)], "a#f"],
    ["inside, to its end", "a«bcde»f", [cut(2, 5)], "a#f"],
    ["several", "a«b»c«d»ef", [cut(0, 1), cut(2, 3), cut(4, 6)], "_#_#_"],
    ["two in one match, one behind", "a«bcd»ef", [cut(1, 2), cut(2, 3), cut(4, 5)], "a_#_f"],
  ])("with a cut: %s", (_what, marked, cuts, expected) => {
    expect(redacted(marked, cuts)).toBe(expected);
  });
});

test("a low surrogate", () => {
  expect([0xdbff, 0xdc00, 0xdfff, 0xe000].map(isLowSurrogate)).toEqual([false, true, true, false]);
});
