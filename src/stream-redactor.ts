import { RedactorConfigError } from "./config-error.ts";
import { Engine } from "./engine.ts";
import type { RedactorOptions } from "./options.ts";
import { ByteRedactor } from "./stream/byte-redactor.ts";
import type { Stats } from "./tally.ts";

/**
 * Makes a redactor for one stream of bytes: what adapters and the filter are built on.
 *
 * @throws RedactorConfigError as {@link createRedactor}
 */
export function createByteRedactor(options: RedactorOptions = {}): ByteRedactor & { stats(): Stats } {
  if (options.paths !== undefined) {
    throw new RedactorConfigError(
      "invalid-option",
      "paths need whole values: createRedactor and the logger adapters take them, a stream of bytes does not; `keys` finds names anywhere",
    );
  }
  const engine = new Engine(options);
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

export { CENSOR_NAMES } from "./redaction/censors.ts";
export type { ByteRedactor, RedactorOptions, Stats };
export { RedactorConfigError };
