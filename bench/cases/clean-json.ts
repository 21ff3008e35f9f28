import { generate } from "../data.ts";
import { makeCleanLine } from "../pino-line.ts";
import { createRandom } from "../random.ts";

export const cleanJson = {
  name: "clean-json",
  what: "JSON logs, nothing to redact",
  prepare(megabytes: number) {
    const random = createRandom(1);
    return generate("clean-json", megabytes, (line) => ({
      text: makeCleanLine(random, 1763820483000 + line),
      credentials: 0,
    }));
  },
};
