import { generate } from "../data.ts";
import { makeCleanLine, makeLeakyLine } from "../pino-line.ts";
import { createRandom } from "../random.ts";

export const leakyJson = {
  name: "leaky-json",
  what: "JSON logs, a credential in 10 % of the lines",
  prepare(megabytes: number) {
    const random = createRandom(2);
    return generate("leaky-json", megabytes, (line) => {
      const leaks = line % 10 === 3;
      const make = leaks ? makeLeakyLine : makeCleanLine;
      return { text: make(random, 1763820483000 + line), credentials: leaks ? 1 : 0 };
    });
  },
};
