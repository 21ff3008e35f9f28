// What redacts a value: scrubjay and, where bench/peers/ is installed, what pino uses and deep-redact, each
// with the same three names.
import { existsSync } from "node:fs";
import { createRedactor } from "../../dist/index.js";

export type ObjectEngine = { name: string; redact: (value: object) => unknown };

const names = ["authorization", "password", "token"];
const peersAreInstalled = existsSync(new URL("../peers/node_modules/", import.meta.url));

export async function loadObjectEngines(): Promise<ObjectEngine[]> {
  const { redact } = createRedactor({});
  const engines = [{ name: "scrubjay", redact: (value: object) => redact(value) }];
  if (!peersAreInstalled) {
    console.error("bench: bench/peers is not installed (npm ci in it), its engines are left out");
    return engines;
  }
  const { createPathRedact, createDeepRedact } = await import("../peers/objects.ts");
  return [
    ...engines,
    {
      name: "@pinojs/redact",
      redact: createPathRedact(["req.headers.authorization", "password", "*.token"]),
    },
    { name: "@hackylabs/deep-redact", redact: createDeepRedact(names) },
  ];
}
