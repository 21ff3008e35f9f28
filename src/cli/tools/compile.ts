import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policyId, programId, type Sha256 } from "../../policy/encode-policy.ts";
import { policyOf } from "../../policy/policy-of-options.ts";
import { codeOf } from "../errors.ts";
import { UsageError } from "../flags/read-flags.ts";
import type { Toolbox } from "../toolbox.ts";

const STDOUT = 1;

/** `scrubjay compile`: writes options as a policy, which the embedding module opens. */
export async function compile(args: readonly string[], toolbox: Toolbox): Promise<number> {
  const { values, operands, rest } = toolbox.readCommand("compile", args);
  if (values.has("help")) {
    await toolbox.createOutput(STDOUT).write(new TextEncoder().encode(helpText(toolbox)));
    return 0;
  }
  const file = values.get("output")?.at(-1);
  if (file === undefined) throw new UsageError("no file to write to is given: -o FILE");
  const [odd] = [...operands, ...(rest ?? [])];
  if (odd !== undefined)
    throw new UsageError(
      `${JSON.stringify(toolbox.shownFile(odd))} is not a flag: options are read from --config FILE`,
    );
  // No key is in a policy; this one lets options with the censor hash be checked.
  process.env.SCRUBJAY_HMAC_KEY = randomBytes(16).toString("hex");
  const given = await toolbox.redactorOptions(toolbox.givenOptions(values));
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const program = await toolbox.separateProgramFor(options);
  // Refuses what no redactor takes.
  new toolbox.Engine(options, () => program);
  const base = await toolbox.separateProgramFor({});
  const id = programId(readFileSync(join(import.meta.dirname, "program.bin")), sha256);
  const policy = policyOf(options, program, { id, size: base.size }, sha256);
  try {
    writeFileSync(file, policy);
  } catch (error) {
    throw new UsageError(`${toolbox.shownFile(file)}: cannot be written: ${codeOf(error)}`);
  }
  toolbox.complain(`${toolbox.shownFile(file)}: policy ${policyId(policy)}`);
  return 0;
}

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();

function helpText({ helpRows }: Toolbox): string {
  return `Usage: scrubjay compile [flags] -o FILE

Writes rules, keys, allowed values and censors as a policy for scrubjay.wasm,
the embedding module of this version. The key of the censor hash is not in it: a
host gives it when it opens the policy. The policy's id goes to standard error.

${helpRows("compile")}

Example: scrubjay compile --config scrubjay.config.json -o policy.bin
`;
}
