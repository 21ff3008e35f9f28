import type { RedactorOptions } from "../config/options.ts";
import { byteRedactorWith, type CountingRedactor, refusalOfSecret } from "./byte-redactor-with.ts";
import { programFor } from "./program-for.ts";
import type { Stats } from "./tally.ts";

/**
 * Makes a redactor for one stream of bytes. The stream adapters and the filter are built on it.
 *
 * @throws RedactorConfigError as {@link createRedactor}
 */
export function createByteRedactor(options: RedactorOptions = {}): CountingRedactor {
  return byteRedactorWith(options, programFor);
}

export { environmentOptions, secretSources } from "../config/environment.ts";
export type { RedactorOptions, Stats };
export { refusalOfSecret };
