import { readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RedactingIntake } from "../../src/cli/input/redacting.ts";
import { closeFile, copy, openFile } from "../../src/cli/pump.ts";
import { type Ahead, type Helper, redactAhead } from "../../src/cli/threads/helper-thread.ts";
import { SharedInput } from "../../src/cli/threads/parallel-file.ts";
import { createByteRedactor, type Stats } from "../../src/redactor/stream-redactor.ts";
import { overLinesCases } from "../kernel/over-lines-cases.ts";
import { times } from "../long.ts";
import { allLines } from "../promises/sample-lines.ts";
import { folderOf, scrubjay, shell, TOKEN, writeTo } from "./program.ts";

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

/**
 * In pieces of `pieceBytes`, with a helper that is `how`. With `before`, the descriptor stands behind so many
 * other bytes, and has to stand at the end afterwards.
 */
async function shared(
  bytes: Uint8Array,
  pieceBytes: number,
  runUp: number,
  how: (piece: Ahead | undefined, index: number) => Ahead | undefined = (piece) => piece,
  before = 0,
): Promise<Outcome> {
  const others = Buffer.alloc(before, "a password: hunter2x ");
  const fd = await openFile(writeTo(folder, "shared.log", Buffer.concat([others, bytes])), "r");
  if (before > 0) readSync(fd, Buffer.alloc(before));
  const [redactor, other] = [createByteRedactor(options), createByteRedactor(options)];
  let taken = 0;
  const all: Stats[] = [];
  const space = new Uint8Array(2 * pieceBytes);
  const helper: Helper = {
    async redact(start, end) {
      const read = (space: Uint8Array, at: number) => readSync(fd, space, 0, space.length, at);
      const piece = redactAhead(other, read, [start, end], space, runUp);
      return how(piece, (start - before) / pieceBytes);
    },
    close: async () => {},
  };
  const pieces: Buffer[] = [];
  const output = {
    write: (piece: Uint8Array) => void pieces.push(Buffer.from(piece)),
    end: () => undefined,
  };
  const count = (stats: Stats) => {
    taken++;
    all.push(stats);
  };
  const range = { start: before, size: before + bytes.length, follows: before > 0 };
  const input = new SharedInput({ fd, ...range, redactor, helper, count }, pieceBytes);
  await copy(input, new RedactingIntake(redactor, output, false));
  if (before > 0) expect(readSync(fd, Buffer.alloc(1))).toBe(0);
  await closeFile(fd);
  const byRule: Record<string, number> = {};
  for (const stats of [redactor.stats(), ...all])
    for (const [rule, n] of Object.entries(stats.byRule)) byRule[rule] = (byRule[rule] ?? 0) + n;
  const sum = (each: "bytes" | "replaced" | "matches" | "withheld") =>
    [redactor.stats(), ...all].reduce((total, stats) => total + stats[each], 0);
  const [bytes_, replaced, matches, withheld] = [
    sum("bytes"),
    sum("replaced"),
    sum("matches"),
    sum("withheld"),
  ];
  const stats = { bytes: bytes_, replaced, matches, byRule, withheld };
  return { text: Buffer.concat(pieces).toString("latin1"), stats, taken };
}

const texts = fc
  .array(fc.tuple(fc.nat(lines.length - 1), fc.constantFrom("\n", "\r\n", " ", "")), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => Buffer.concat(parts.flatMap(([i, end]) => [lines[i]!, Buffer.from(end)])));

describe("a file in pieces, every other one redacted ahead", () => {
  test("comes to the same, wherever pieces and their run-ups begin", async () => {
    let [taken, pieces] = [0, 0];
    const property = fc.asyncProperty(
      texts,
      fc.integer({ min: 1, max: 3_000 }),
      fc.nat(9_000),
      fc.constantFrom(0, 0, 1, 500),
      async (bytes, atLeast, runUp, before) => {
        const pieceBytes = Math.max(atLeast, bytes.length >> 6);
        const got = await shared(bytes, pieceBytes, runUp, undefined, before);
        expect({ ...got, taken: 0 }).toEqual(alone(bytes));
        taken += got.taken;
        pieces += Math.floor(bytes.length / pieceBytes / 2);
      },
    );
    await fc.assert(property, { numRuns: times(150) });
    expect(taken).toBeGreaterThan(pieces / 20);
  });

  test("nearly every piece ahead counts, where nothing is open for long", async () => {
    const bytes = Buffer.concat(
      Array.from({ length: 6 }, () => lines)
        .flat()
        .flatMap((line) => [line, Buffer.from("\n}\n\n")]),
    );
    const { taken, text } = await shared(bytes, 4_096, 16_384);
    expect(text === alone(bytes).text).toBe(true);
    expect(taken).toBeGreaterThan((bytes.length / 8_192) * 0.8);
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
    ])
      expect({ ...(await shared(bytes, 2_048, 16_384, how)), taken: 0 }).toEqual(expected);
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

  const sum = shell(`cat ${path} | $S | md5sum`).stdout;

  test.each([10, 100])("whose helper dies after %d ms", (after) => {
    const dies = `require('worker_threads').isMainThread || setTimeout(() => process.exit(3), ${after})`;
    const preload = writeTo(folder, `dies-${after}.cjs`, dies);
    const { status, stdout } = shell(`NODE_OPTIONS="--require ${preload}" $S ${path} | md5sum`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: sum });
  });

  test("ends with a reader that has enough, and by a signal", () => {
    expect(shell(`$S ${path} | head -n 1 | wc -l`).stdout.trim()).toBe("1");
    expect(shell(`timeout -s TERM 0.2 $S ${path} > /dev/null; echo $?`).stdout.trim()).toMatch(/^(?:124|0)$/);
  });
});
