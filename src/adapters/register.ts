/**
 * `node --import scrubjay/register app.js` redacts everything that the process writes to stdout and stderr, with no
 * change to the application. Importing it is enough; it exports nothing.
 *
 * @module
 * @example
 * import "scrubjay/register"; // first in the program, where `--import` is not possible
 */
import process from "node:process";
import { getEnvironmentData, isMainThread, setEnvironmentData } from "node:worker_threads";
import { createRedactor, RedactorConfigError } from "../redactor/redactor.ts";
import { environmentOptions, type RedactorOptions } from "../redactor/stream-redactor.ts";
import { withConfigFile } from "./register/config-file.ts";
import { withGivenSecrets } from "./register/given-secrets.ts";
import { crashText } from "./register-crash.ts";
import { coverDescriptors, writeWhole } from "./register-descriptors.ts";
import { Output } from "./register-output.ts";
import { coverStream } from "./register-stream.ts";

const STDERR = 2;

const INSTALLED: unique symbol = Symbol.for("scrubjay.register") as never;

/** Node's own exit codes: an uncaught error, and one thrown by a listener for uncaught errors. */
const UNCAUGHT = 1;
const UNCAUGHT_IN_LISTENER = 7;

/** The key under which a thread finds the options: its environment may be different. */
const OPTIONS = "scrubjay.register";

function registeredOptions(): RedactorOptions {
  const given = isMainThread ? undefined : (getEnvironmentData(OPTIONS) as RedactorOptions | undefined);
  const options = given ?? optionsOf(process.env);
  setEnvironmentData(OPTIONS, options as never);
  return options;
}

function optionsOf(env: NodeJS.ProcessEnv): RedactorOptions {
  const options = withConfigFile(env.SCRUBJAY_CONFIG, environmentOptions(env));
  return withGivenSecrets(options, env, say);
}

function say(text: string): void {
  writeWhole(STDERR, Buffer.from(`scrubjay/register: ${text}\n`));
}

function install(): void {
  const given = registeredOptions();
  const redactor = createRedactor(given);
  // Ten thousand of them are made ready once, not for each output.
  const options = given.secrets === undefined ? given : { ...given, secrets: redactor.secrets };
  const stdout = new Output(options);
  const stderr = new Output(options);
  const flushes = [coverStream(process.stdout, stdout), coverStream(process.stderr, stderr)];
  // After the streams: the stream of a file keeps the `fs.writeSync` of that moment. A worker's streams write to its
  // parent's streams; its descriptors do not.
  const descriptors = isMainThread ? [stdout, stderr] : [new Output(options), new Output(options)];
  flushes.push(coverDescriptors(new Map(descriptors.map((output, i) => [i + 1, output]))));

  let exiting = false;
  let crash = "";
  /** Node's own message is written by native code, which cannot be redacted here. */
  const dieOf = (error: unknown, code: number): void => {
    const text = isMainThread ? crashText(error, redactor) : undefined;
    if (text === undefined) return;
    if (exiting) writeWhole(STDERR, Buffer.from(text));
    else crash = text;
    try {
      process.exit(code);
    } catch {
      // A listener for `exit` threw; it is not called again.
      process.exit(UNCAUGHT);
    }
  };

  let monitored: { readonly error: unknown } | undefined;
  coverEvents((event, error, outcome) => {
    switch (event) {
      case "beforeExit":
        for (const flush of flushes) flush();
        break;
      case "exit":
        exiting = true;
        for (const output of [stdout, stderr, ...descriptors]) output.holdNothing();
        for (const flush of flushes) flush();
        if (crash !== "") writeWhole(STDERR, Buffer.from(crash));
        crash = "";
        break;
      case "uncaughtExceptionMonitor":
        // Node emits it before each `uncaughtException` of its own. Others may emit `uncaughtException`, too.
        monitored = { error };
        break;
      case "uncaughtException":
        if (monitored?.error !== error) break;
        if ("thrown" in outcome) dieOf(outcome.thrown, UNCAUGHT_IN_LISTENER);
        else if (!outcome.handled) dieOf(error, UNCAUGHT);
    }
  });
}

type Outcome = { readonly handled: boolean } | { readonly thrown: unknown };

/** Calls `after` for each event of the process when its listeners have run: they may still write. */
function coverEvents(after: (event: unknown, detail: unknown, outcome: Outcome) => void): void {
  const emit = process.emit as (this: unknown, ...args: unknown[]) => boolean;
  process.emit = function (this: unknown, ...args: unknown[]): boolean {
    let handled: boolean;
    try {
      handled = emit.apply(this, args);
    } catch (thrown) {
      after(args[0], args[1], { thrown });
      throw thrown;
    }
    after(args[0], args[1], { handled });
    return handled;
  } as typeof process.emit;
}

/** Bundlers and edge workers have a `process` without these streams. */
function hasStreams(): boolean {
  const { stdout } = process as unknown as { readonly stdout?: { readonly _write?: unknown } };
  return typeof stdout?._write === "function";
}

/** On a host whose `console` and files bypass the covered streams, credentials would be printed silently. */
function checkHost(): void {
  const { bun, deno } = process.versions;
  const host = bun === undefined ? (deno === undefined ? undefined : "Deno") : "Bun";
  if (host === undefined && hasStreams()) return;
  throw new RedactorConfigError(
    "unsupported-host",
    `scrubjay/register works only in Node: ${host ?? "this host"} does not write through Node's streams. Use the filter (app 2>&1 | scrubjay), or redact in the logger (scrubjay/pino, scrubjay/winston)`,
  );
}

if (!(INSTALLED in process)) {
  checkHost();
  Object.defineProperty(process, INSTALLED, { value: true });
  try {
    install();
  } catch (error) {
    if (!(error instanceof RedactorConfigError)) throw error;
    // Nothing runs unredacted; what is wrong stands in one line, not in Node's excerpt of this file.
    say(error.message.replaceAll(/\s*\n\s*/g, " "));
    process.exit(UNCAUGHT);
  }
}
