import { checkOptions, keepsCatalogue, type RedactorOptions } from "../config/options.ts";
import { RedactorConfigError } from "../config-error.ts";
import type { Program } from "../program/image/program.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import { ByteRedactor } from "../stream/byte-redactor.ts";
import { WITHHELD } from "../stream/withhold.ts";
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

/** Lines are left out when they are redacted: what goes may be what another value is known by. */
function keepingRecords(redactor: CountingRedactor, { keeping, observes }: Engine): CountingRedactor {
  const lines = new (knownRoom().RecordLines)(keeping!);
  const push = redactor.push.bind(redactor);
  const advance = redactor.advance.bind(redactor);
  const end = redactor.end.bind(redactor);
  const keep = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const kept = lines.push(bytes);
    return observes ? bytes : kept;
  };
  return Object.assign(Object.create(redactor) as CountingRedactor, {
    push: (chunk: Uint8Array) => push(chunk).map(keep),
    space: () => redactor.space(),
    advance: (size: number) => keep(advance(size).slice()),
    end() {
      const pieces = end().map(keep);
      const last = lines.end();
      return observes ? pieces : [...pieces, last];
    },
    stats: () => redactor.stats(),
    snapshot: () => undefined,
  });
}

export { CENSOR_FORMS, censorFromText } from "../config/censor-text.ts";
export { environmentOptions, type SecretSources, secretSources } from "../config/environment.ts";
export { KEY_LEAST } from "../redaction/pseudonyms.ts";
/** Why a value cannot be one of the option `secrets`; undefined: it can. */
export const refusalOfSecret = (value: unknown): string | undefined => knownRoom().refusalOf(value);
export { prometheusText } from "./prometheus.ts";
export { shareOf } from "./tally.ts";
export type { Program, RedactorOptions, Stats };
export { checkOptions, Engine, keepsCatalogue, ScannerPool, WITHHELD };
