import { generate } from "../data.js";
import { makeCleanLine } from "../pino-line.js";
import { createRandom } from "../random.js";

export const cleanJson = {
  name: "clean-json",
  what: "JSON logs, nothing to redact",
  /** @param {number} megabytes */
  prepare(megabytes) {
    const random = createRandom(1);
    return generate("clean-json", megabytes, (line) => ({
      text: makeCleanLine(random, 1763820483000 + line),
      credentials: 0,
    }));
  },
};
