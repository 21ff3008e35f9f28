import { checkOptions, keepsCatalogue, type RedactorOptions } from "../config/options.ts";
import { RedactorConfigError } from "../config-error.ts";
import type { Program } from "../program/image/program.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import { ByteRedactor } from "../stream/byte-redactor.ts";
import { Engine } from "./engine.ts";
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
  const redactor = new ByteRedactor(() => engine.scanner, engine.newReplacing(), {
    withheld: (lines) => engine.withhold(lines),
    checkpoint: () => engine.tally.checkpoint(),
    rollback: () => engine.tally.rollback(),
  });
  const advance = redactor.advance.bind(redactor);
  return Object.assign(redactor, {
    advance(size: number) {
      engine.tally.bytes += size;
      return advance(size);
    },
    stats: () => engine.tally.stats(),
  });
}

export { CENSOR_FORMS, censorFromText } from "../config/censor-text.ts";
export { environmentOptions } from "../config/environment.ts";
export { KEY_LEAST } from "../redaction/pseudonyms.ts";
export type { Program, RedactorOptions, Stats };
export { checkOptions, keepsCatalogue, ScannerPool };
