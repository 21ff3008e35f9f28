import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Source } from "../../../src/cli/input/intake.ts";
import { RedactingIntake } from "../../../src/cli/input/redacting.ts";
import { answerOrders } from "../../../src/cli/threads/answer-orders.ts";
import { drainShared } from "../../../src/cli/threads/drain-shared.ts";
import { type Ahead, type Order, ThreadHelper } from "../../../src/cli/threads/helper-thread.ts";
import { SharedPieces, type Sizes } from "../../../src/cli/threads/piece.ts";
import { createByteRedactor, type Stats } from "../../../src/redactor/stream-redactor.ts";
import { overLinesCases } from "../../kernel/cases/over-lines-cases.ts";
import { times } from "../../long.ts";
import { allLines } from "../../promises/sample-lines.ts";
import { folderOf, scrubjay, shell, TOKEN, writeTo } from "../program.ts";

const folder = folderOf("two-cores");
const options = { censor: "label" } as const;
const lines = [
  ...allLines.map(([, line]) => Buffer.from(line, "latin1")),
  ...Object.values(overLinesCases)
    .flat()
    .map(([text]) => Buffer.from(text)),
];

interface Outcome {
  readonly text: string;
  readonly stats: Omit<Stats, "milliseconds" | "share">;
  /** Pieces of the helper that were taken. */
  readonly taken: number;
}

function alone(bytes: Uint8Array): Outcome {
  const redactor = createByteRedactor(options);
  const text = Buffer.concat([...redactor.push(bytes), ...redactor.end()]).toString("latin1");
  const { milliseconds: _, share: __, ...stats } = redactor.stats();
  return { text, stats, taken: 0 };
}

/** Answers in the same thread, when it is asked. */
class NearHelper extends ThreadHelper {
  readonly #redactor = createByteRedactor(options);
  readonly #how: (piece: Ahead | undefined, index: number) => Ahead | undefined;
  #answers = 0;

  constructor(sizes: Sizes, how: (piece: Ahead | undefined, index: number) => Ahead | undefined) {
    super(
      new SharedPieces(sizes),
      () => false,
      async () => {},
    );
    this.#how = how;
    answerOrders(this.#redactor, this.pieces, () => false);
  }

  override ask(order: Order): void {
    super.ask(order);
    let turns = 0;
    answerOrders(this.#redactor, this.pieces, () => turns++ === 0);
  }

  override async answer(): Promise<Ahead | undefined> {
    return this.#how(await super.answer(), this.#answers++);
  }
}

/** A writer that gives so many bytes at a time, again and again from the start; 0: nothing yet. */
function sourceOf(bytes: Uint8Array, reads: readonly number[]): Source {
  let [at, turn] = [0, 0];
  const next = (most: number) => {
    const part = bytes.subarray(at, at + most);
    at += part.length;
    return part;
  };
  return {
    read(space) {
      expect(space.length).toBeGreaterThan(0);
      const size = reads[turn++ % reads.length]!;
      if (size === 0 && at < bytes.length) return undefined;
      const part = next(Math.min(size || 1, space.length));
      space.set(part);
      return part.length;
    },
    wait: async () => next(1 + (turn % 70)),
  };
}

/** In pieces, with a helper that is `how`. */
async function shared(
  bytes: Uint8Array,
  sizes: Sizes,
  reads: readonly number[] = [65_536],
  how: (piece: Ahead | undefined, index: number) => Ahead | undefined = (piece) => piece,
): Promise<Outcome> {
  const redactor = createByteRedactor(options);
  const pieces: Buffer[] = [];
  const output = {
    write: (piece: Uint8Array) => void pieces.push(Buffer.from(piece)),
    end: () => undefined,
  };
  const all: Stats[] = [];
  const intake = new RedactingIntake(redactor, output, false);
  const helper = new NearHelper(sizes, how);
  const count = (stats: Stats) => void all.push(stats);
  await drainShared({ source: sourceOf(bytes, reads), intake, redactor, helper, count }, sizes);
  await intake.end();
  const byRule: Record<string, number> = {};
  for (const stats of [redactor.stats(), ...all])
    for (const [rule, n] of Object.entries(stats.byRule)) byRule[rule] = (byRule[rule] ?? 0) + n;
  const sum = (each: "bytes" | "replaced" | "matches" | "withheld") =>
    [redactor.stats(), ...all].reduce((total, stats) => total + stats[each], 0);
  const stats = {
    bytes: sum("bytes"),
    replaced: sum("replaced"),
    matches: sum("matches"),
    byRule,
    withheld: sum("withheld"),
  };
  return { text: Buffer.concat(pieces).toString("latin1"), stats, taken: all.length };
}

const texts = fc
  .array(fc.tuple(fc.nat(lines.length - 1), fc.constantFrom("\n", "\r\n", " ", "")), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => Buffer.concat(parts.flatMap(([i, end]) => [lines[i]!, Buffer.from(end)])));

describe("an input in pieces, every other one redacted ahead", () => {
  test("comes to the same, wherever pieces and their run-ups begin, however it arrives", async () => {
    let [taken, pieces] = [0, 0];
    const property = fc.asyncProperty(
      texts,
      fc.integer({ min: 1, max: 3_000 }),
      fc.nat(9_000),
      fc.array(fc.constantFrom(0, 1, 100, 5_000, 65_536), { minLength: 1, maxLength: 5 }),
      async (bytes, atLeast, runUp, reads) => {
        const pieceBytes = Math.max(atLeast, bytes.length >> 6);
        const got = await shared(bytes, { pieceBytes, runUp }, reads);
        expect({ ...got, taken: 0 }).toEqual(alone(bytes));
        taken += got.taken;
        pieces += Math.floor(bytes.length / pieceBytes / 2);
      },
    );
    await fc.assert(property, { numRuns: times(150) });
    expect(taken).toBeGreaterThan(pieces / 50);
  });

  const many = Buffer.concat(
    Array.from({ length: 6 }, () => lines)
      .flat()
      .flatMap((line) => [line, Buffer.from("\n}\n\n")]),
  );

  test("nearly every piece ahead counts, where nothing is open for long", async () => {
    const { taken, text } = await shared(many, { pieceBytes: 4_096, runUp: 16_384 });
    expect(text === alone(many).text).toBe(true);
    expect(taken).toBeGreaterThan((many.length / 8_192) * 0.8);
  });

  test("a slow writer's bytes do not wait for a piece to be full", async () => {
    const { taken, text } = await shared(many.subarray(0, 20_000), { pieceBytes: 4_096, runUp: 16_384 }, [0]);
    expect(text === alone(many.subarray(0, 20_000)).text).toBe(true);
    expect(taken).toBe(0);
  });

  test("comes to the same with a helper that fails, or goes on from elsewhere", async () => {
    const bytes = Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]));
    const expected = alone(bytes);
    const wrong = (piece: Ahead | undefined) =>
      piece && { ...piece, before: piece.before.map((byte) => byte ^ 1) };
    for (const how of [
      () => undefined,
      wrong,
      (piece: Ahead | undefined, i: number) => (i % 3 ? piece : wrong(piece)),
    ]) {
      const got = await shared(bytes, { pieceBytes: 2_048, runUp: 16_384 }, undefined, how);
      expect({ ...got, taken: 0 }).toEqual(expected);
    }
  });
});

describe("a large file", () => {
  const block = Buffer.concat([
    ...lines.flatMap((line) => [line, Buffer.from("\n")]),
    Buffer.from(`${'{"level":30,"msg":"GET /index.html 200"}\n'.repeat(20_000)}token ${TOKEN}\n`),
  ]);
  const path = join(folder, "large.log");
  writeFileSync(path, Buffer.concat(Array.from({ length: Math.ceil(36e6 / block.length) }, () => block)));
  const input = readFileSync(path);
  const expected = scrubjay(["--stats"], input);

  test("comes to what it is on standard input, counts included", () => {
    expect(expected.stdout).toContain("[REDACTED]");
    const { bytes, stderr, status } = scrubjay(["--stats", path]);
    expect(status).toBe(0);
    expect(bytes.equals(expected.bytes)).toBe(true);
    expect(stderr).toBe(expected.stderr);
  });

  test("is read from where standard input stands, and to its end", () => {
    const skipped = 1_000_003;
    const rest = scrubjay([], input.subarray(skipped));
    const copied = join(folder, "rest.log");
    const behind = shell(
      `(dd bs=${skipped} count=1 status=none > /dev/null; $S > ${copied}; wc -c) < ${path}`,
    );
    expect(behind.stdout.trim()).toBe("0");
    expect(readFileSync(copied).equals(rest.bytes)).toBe(true);
  });

  test("with options that are more than the catalogue", () => {
    const args = ["--keys", "level", "--censor", "label"];
    expect(scrubjay([...args, path]).bytes.equals(scrubjay(args, input).bytes)).toBe(true);
  });

  const sum = createHash("md5").update(expected.bytes).digest("hex");

  test("comes to the same through a pipe that lags, and through one that does not", () => {
    for (const writer of [`cat ${path}`, `dd bs=3000 status=none if=${path}`])
      expect(shell(`${writer} | $S | md5sum`).stdout).toBe(`${sum}  -\n`);
  });

  // Where it waits for its next piece, or has just been started.
  test.each([0, 1, 5])("whose helper dies when it has had %d pieces", (pieces) => {
    const dies = `
      let left = ${pieces};
      const { store } = Atomics;
      if (!require('worker_threads').isMainThread)
        Atomics.store = (...args) => (left-- > 0 ? store(...args) : process.exit(3));`;
    const preload = writeTo(folder, `dies-${pieces}.cjs`, dies);
    const { status, stdout } = shell(`NODE_OPTIONS="--require ${preload}" $S ${path} | md5sum`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${sum}  -\n` });
  });

  test("ends with a reader that has enough, and by a signal", () => {
    expect(shell(`$S ${path} | head -n 1 | wc -l`).stdout.trim()).toBe("1");
    expect(shell(`timeout -s TERM 0.2 $S ${path} > /dev/null; echo $?`).stdout.trim()).toMatch(/^(?:124|0)$/);
  });
});
