import { LeafScan } from "../../src/object/leaf-scan.ts";
import { redactValue } from "../../src/object/walk.ts";
import { Engine } from "../../src/redactor/engine.ts";
import { programFor } from "../../src/redactor/program-for.ts";
import { createRedactor } from "../../src/redactor/redactor.ts";

export const CENSORED = "[REDACTED]";

/** Rules that a reader checks at a glance: `s3cr3t…` anywhere, and some names. */
const options = {
  rules: [{ id: "test/secret", name: "A secret", source: "https://a.example/", pattern: "s3cr3t[a-z0-9]*" }],
  keys: ["password", "authorization", "credentials"],
};

const engine = new Engine(options, programFor);
const { redact: redactBytes } = createRedactor(options);

class Walk extends LeafScan {
  /** Every value is walked, clean or not. */
  override isClean(): boolean {
    return false;
  }
}

const walk = new Walk(
  () => engine.scanner,
  () => engine.newReplacing(),
  (bytes) => redactBytes(bytes),
);

export const redact = (value: unknown): unknown => redactValue(value, walk);
