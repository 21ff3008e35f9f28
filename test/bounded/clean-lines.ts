import { makeCleanLine } from "../../bench/pino-line.ts";
import { createRandom } from "../../bench/random.ts";

/** Lines as services log them, without a credential, of at least so many bytes. */
export function cleanLines(bytes: number): string {
  const random = createRandom(1);
  let lines = "";
  while (lines.length < bytes) lines += makeCleanLine(random, 1763820483000 + lines.length);
  return lines;
}
