import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, install, installPacked, project, root } from "./packed.ts";

describe("the types", () => {
  const packed = installPacked();
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  install(`pino@${devDependencies.pino}`, `winston@${devDependencies.winston}`);

  test("resolve and say what is meant", () => {
    writeFileSync(join(project, "types.mts"), TYPES);
    const types = join(project, "node_modules", "@types");
    mkdirSync(types, { recursive: true });
    symlinkSync(join(root, "node_modules", "@types", "node"), join(types, "node"));
    const compilerOptions = {
      module: "nodenext",
      target: "es2023",
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      types: ["node"],
    };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["types.mts"] }));
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", "."], {
      cwd: project,
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  test("publint has nothing to say", async () => {
    const { publint } = await import("publint");
    const { messages } = await publint({ pkgDir: join(project, "node_modules", "scrubjay"), pack: false });
    expect(messages).toEqual([]);
  });

  test("attw has nothing to say", async () => {
    const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
    const tarball = readFileSync(join(folder, packed.filename));
    const result = await checkPackage(createPackageFromTarballData(tarball), {
      // Editors read it, by its path.
      excludeEntrypoints: ["./config.schema.json", "./wasm", "./scrubjay.h"],
    });
    if (!result.types) expect.unreachable("no types");
    expect(result.problems).toEqual([]);
    expect(Object.keys(result.entrypoints)).toContain("./web");
  });
});

const TYPES = `
import pino from "pino";
import winston from "winston";
import { createRedactor, type Match, redact, RedactorConfigError, type Rule } from "scrubjay";
import { redactHooks } from "scrubjay/pino";
import { redactProcessor } from "scrubjay/opentelemetry";
import "scrubjay/register";
import { createRedactStream } from "scrubjay/stream";
import { createRedactStream as createWebStream } from "scrubjay/web";
import { redactFormat, RedactTransport } from "scrubjay/winston";

const text: string = redact("a");
const value: { readonly a: number } = redact({ a: 1 });
const rule: Rule = { id: "acme/ticket", pattern: "ticket-[0-9]{8}" };
const redactor = createRedactor({ rules: [rule], censor: (secret, match) => match.rule + secret.length });
createRedactor({ keys: value.a > 0 ? ["ssn"] : undefined, onMatch: undefined });
const length: number | undefined = redact(process.env.LINE)?.length;
const lines: string[] = ["a", "b"].map(redact);
const bytes: Buffer = redactor.redact(Buffer.from("a"));
const matches: Match[] = redactor.scan(text);
pino({ hooks: redactHooks({ keys: ["ssn"] }) }).info(value);
pino({ hooks: redactHooks({ paths: ["a.b"], censor: "gone", remove: false }) });
pino({ hooks: redactHooks({}, { logMethod(args, method) { method.apply(this, args); } }) });
const asInPino: pino.LoggerOptions["redact"] & object = { paths: ["a.b"], censor: (value, path) => path.length };
createRedactor({ ...("censor" in asInPino ? asInPino : {}) });
pino({ hooks: redactHooks({ paths: ["a.b"], censor: (value: unknown, path: string[]) => path.join() }) });
process.stdin.pipe(createRedactStream({ censor: "mask" })).pipe(process.stdout);
const clean: ReadableStream<Uint8Array> = new Blob([]).stream().pipeThrough(createWebStream());
const processor: { onEmit(record: object): void } = redactProcessor({ onEmit: (record: object) => {} });
const transport = new RedactTransport({ transport: new winston.transports.Console() });
winston.createLogger({ format: redactFormat(), transports: [transport] });
// @ts-expect-error: not a censor
createRedactor({ censor: 7 });
export { bytes, clean, length, lines, matches, processor, RedactorConfigError };
`;
