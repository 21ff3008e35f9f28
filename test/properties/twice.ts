import type { Property } from "./property.ts";
import { redact } from "./subject.ts";

/** Every input of the other properties, twice. */
export function twiceIn(properties: readonly Property[]): Property {
  return {
    name: "twice",
    what: "what has been redacted, redacted again: nothing changes",
    make(choices) {
      const { inputs } = choices.pick(properties).make(choices);
      return {
        inputs,
        check() {
          for (const input of inputs) {
            const once = redact(input);
            const twice = redact(once);
            if (once !== twice)
              return { promise: "redacted twice is redacted once", detail: `once  ${once}\ntwice ${twice}` };
          }
          return undefined;
        },
      };
    },
  };
}
