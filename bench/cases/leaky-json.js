import { generate } from "../data.js";
import { makeCleanLine, makeLeakyLine } from "../pino-line.js";
import { createRandom } from "../random.js";

export const leakyJson = {
  name: "leaky-json",
  what: "JSON logs, a credential in 10 % of the lines",
  /** @param {number} megabytes */
  prepare(megabytes) {
    const random = createRandom(2);
    return generate("leaky-json", megabytes, (line) => {
      const leaks = line % 10 === 3;
      const make = leaks ? makeLeakyLine : makeCleanLine;
      return { text: make(random, 1763820483000 + line), credentials: leaks ? 1 : 0 };
    });
  },
};
