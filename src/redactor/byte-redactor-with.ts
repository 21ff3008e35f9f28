import { checkOptions, keepsCatalogue, type RedactorOptions } from "../config/options.ts";
import { RedactorConfigError } from "../config-error.ts";
import type { Program } from "../program/image/program.ts";
import { BLOCK_SIZE } from "../scanner/scanner.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import { ByteRedactor, joined } from "../stream/byte-redactor.ts";
import { Engine } from "./engine.ts";
import { knownRoom } from "./known-room.ts";
import type { Stats } from "./tally.ts";

/** A redactor for one stream of bytes that counts. */
export type CountingRedactor = ByteRedactor & { stats(): Stats };

/**
 * As `createByteRedactor`, with a program from elsewhere.
 *
 * @param poolFor Makes it scanners of its own, for input that is laid into one's memory piece by piece
 * @throws RedactorConfigError for anything in `options` that cannot work
 */
export function byteRedactorWith(
  options: RedactorOptions,
  programFor: (options: RedactorOptions) => Program,
  poolFor?: (program: Program) => ScannerPool,
): CountingRedactor {
  if (options?.paths !== undefined) {
    throw new RedactorConfigError(
      "invalid-option",
      "a stream of bytes does not take paths, which need whole values; use them with createRedactor or a logger, or use `keys` here",
    );
  }
  const engine = new Engine(options, programFor, poolFor);
  const counts = {
    withheld: (lines: number) => engine.withhold(lines),
    checkpoint: () => engine.tally.checkpoint(),
    rollback: () => engine.tally.rollback(),
  };
  const redactor = new ByteRedactor(
    () => engine.scanner,
    engine.newReplacing(),
    counts,
    () => engine.watch,
  );
  const advance = redactor.advance.bind(redactor);
  const counting = Object.assign(redactor, {
    advance(size: number) {
      engine.tally.bytes += size;
      const { tally } = engine;
      return tally.isMeasured(size) ? tally.measure(() => advance(size), size) : advance(size);
    },
    stats: () => engine.tally.stats(),
  });
  return engine.keeping === undefined ? counting : keepingRecords(counting, engine);
}

/** What `keepOnly` leaves of each line goes on to the redactor. */
function keepingRecords(redactor: CountingRedactor, { keeping, observes, tally }: Engine): CountingRedactor {
  const lines = new (knownRoom().RecordLines)(keeping!);
  const space = new Uint8Array(BLOCK_SIZE);
  const push = redactor.push.bind(redactor);
  const end = redactor.end.bind(redactor);
  const redact = (bytes: Uint8Array): Uint8Array<ArrayBuffer>[] => {
    const before = tally.bytes;
    const pieces = push(bytes);
    // What came in is counted.
    tally.bytes = before;
    return pieces;
  };
  const take = (chunk: Uint8Array): Uint8Array<ArrayBuffer>[] => {
    tally.bytes += chunk.length;
    const pieces = redact(lines.push(chunk));
    return observes ? [chunk.slice()] : pieces;
  };
  return Object.assign(Object.create(redactor) as CountingRedactor, {
    push: take,
    space: () => space,
    advance: (size: number) => joined(take(space.subarray(0, size))),
    end() {
      const pieces = [...redact(lines.end()), ...end()];
      return observes ? [] : pieces;
    },
    snapshot: () => undefined,
  });
}

export { CENSOR_FORMS, censorFromText } from "../config/censor-text.ts";
export { environmentOptions } from "../config/environment.ts";
export { KEY_LEAST } from "../redaction/pseudonyms.ts";
/** Why a value cannot be one of the option `secrets`; undefined: it can. */
export const refusalOfSecret = (value: unknown): string | undefined => knownRoom().refusalOf(value);
export { prometheusText } from "./prometheus.ts";
export { shareOf } from "./tally.ts";
export type { Program, RedactorOptions, Stats };
export { checkOptions, keepsCatalogue, ScannerPool };
