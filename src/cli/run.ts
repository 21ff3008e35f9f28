import { type BigIntStats, fstatSync, statSync } from "node:fs";
import { didYouMean } from "../config/nearest.ts";
import type { RedactorOptions } from "../redactor/byte-redactor-with.ts";
import { runCommand } from "./command.ts";
import { codeOf, InputError } from "./errors.ts";
import { type FilterCommand, helpText, parseCommand } from "./flags/filter-command.ts";
import { UsageError } from "./flags/read-flags.ts";
import { countInPlace, redactInPlace } from "./in-place.ts";
import { createInput } from "./input/input.ts";
import { HeadIntake } from "./input/input-format.ts";
import type { ByteRedactor } from "./input/redacting.ts";
import { ReplyIntake } from "./input/replying.ts";
import { checkKeyIsUsed, redactorOptions, useKeyFile } from "./options/redactor-options.ts";
import { isTerminal } from "./output/lazy-modules.ts";
import { createOutput, type Output, WriteError } from "./output/output.ts";
import { showProgress } from "./output/progress-line.ts";
import { TeeOutput } from "./output/tee-output.ts";
import { redactorMaker, shownFile } from "./program.ts";
import { closeFile, copy, openFile } from "./pump.ts";
import { complain, Report, usageProblem, writeProblem } from "./report.ts";
import { Ending, endBySignal } from "./signals.ts";
import { shareWith } from "./threads/share.ts";
import { isToolName, TOOL_NAMES } from "./tool-names.ts";
import { toolbox } from "./toolbox.ts";
import { version } from "./version.ts";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/**
 * Runs the command line: the filter, or a subcommand.
 *
 * @param args What follows the program's name.
 * @returns The exit status.
 */
export async function run(args: readonly string[]): Promise<number> {
  let failure = 1;
  const [name, ...rest] = args;
  try {
    if (isToolName(name)) {
      failure = 2;
      // In a file of their own, which the filter does not load.
      const { tools } = await import("./tools/index.ts");
      return await tools[name](rest, toolbox);
    }
    const command = parseCommand(args);
    if (command.does === "filter" && command.check) failure = 2;
    if (command.does === "filter") return await filter(command);
    const text = command.does === "help" ? helpText() : `scrubjay ${version()}\n`;
    await createOutput(STDOUT).write(new TextEncoder().encode(text));
    return 0;
  } catch (error) {
    const problem = usageProblem(error);
    if (problem !== undefined) {
      complain(`${shownFile(problem)} (scrubjay ${isToolName(name) ? `${name} ` : ""}--help)`);
      return 2;
    }
    if (!(error instanceof WriteError)) throw error;
    // If the reader has enough (`| head`), end as cat does: silently, by the signal.
    if (error.code === "EPIPE" && error.file === undefined) endBySignal("SIGPIPE");
    complain(writeProblem(error));
    // The terminal is gone, which also sends SIGHUP. Node would abort when it resets the terminal at its end.
    if (error.code === "EIO" && error.file === undefined && fstatSync(STDOUT).isCharacterDevice())
      endBySignal("SIGHUP");
    return failure;
  }
}

async function filter(command: FilterCommand): Promise<number> {
  useKeyFile(command.keyFile);
  const options = await redactorOptions(command);
  checkKeyIsUsed(command.keyFile, options);
  if (command.inPlace && !command.dryRun && options.mode === "observe")
    throw new UsageError(
      'mode "observe" of the configuration replaces nothing, so no files; to count what would be replaced, use --dry-run',
    );
  // Before the first byte is read, so that wrong options are refused first.
  const createRedactor = await redactorMaker(options);
  const redactor = createRedactor();
  if (command.run.length > 0) {
    const err = createRedactor();
    // The command is no place for it: programs print their environment.
    if (command.keyFile !== undefined) delete process.env.SCRUBJAY_HMAC_KEY;
    return await filterCommand(command, redactor, err, options.mode === "observe");
  }
  const report = new Report();
  const ending = new Ending();
  try {
    if (command.inPlace) await filterInPlace(command, redactor, ending, report);
    else await filterFiles(command, options, redactor, ending, report);
  } finally {
    report.end(command.stats, [redactor.stats()], options.mode === "observe");
  }
  // Ctrl-C also ends the writer. Its end and the signal come together, and the signal is handled last.
  await new Promise(setImmediate);
  if (ending.signal !== undefined) endBySignal(ending.signal);
  if (report.isFailed) return command.check ? 2 : 1;
  return command.check && report.hasMatches ? 1 : 0;
}

async function filterFiles(
  command: FilterCommand,
  options: RedactorOptions,
  redactor: ByteRedactor,
  ending: Ending,
  report: Report,
): Promise<void> {
  const { files, tee, byLine, isBinary, reply } = command;
  const target = regularFile(STDOUT);
  checkTee(tee, files);
  const output = await openOutput(tee, report);
  for (const file of files) {
    if (ending.signal !== undefined) return;
    const isStdin = file === "-";
    if (isStdin && isTerminal(STDIN))
      complain("reading from the terminal; end with Ctrl-D, or see scrubjay --help");
    try {
      if (target !== undefined && isSame(target, regularFile(isStdin ? STDIN : file)))
        throw new InputError("is also the output; to replace the file, use --in-place");
      const fd = isStdin ? STDIN : await openFile(file, "r");
      const input = createInput(fd);
      ending.watch(input);
      const share = shareWith(redactor, options, report);
      const intake = reply
        ? new ReplyIntake(redactor, output, reply, () => report.withhold())
        : new HeadIntake(redactor, output, { byLine, packsAgain: false, isBinary, share });
      const before = report.bytes + redactor.stats().bytes;
      const hideProgress = showProgress(fd, () => report.bytes + redactor.stats().bytes - before);
      try {
        await copy(input, intake);
      } finally {
        hideProgress();
        if (!isStdin) await closeFile(fd);
      }
    } catch (error) {
      if (error instanceof WriteError) throw error;
      report.fail(
        isStdin ? "standard input" : shownFile(file),
        error,
        file === files[0] ? meantTool(file) : "",
      );
    }
  }
}

/** What is said of a missing file that was meant to be a subcommand. */
function meantTool(file: string): string {
  return didYouMean(file, TOOL_NAMES, (name) => `scrubjay ${name}`);
}

async function filterInPlace(
  command: FilterCommand,
  redactor: ByteRedactor,
  ending: Ending,
  report: Report,
): Promise<void> {
  const stdout = createOutput(STDOUT);
  for (const file of command.files) {
    if (ending.signal !== undefined) return;
    try {
      if (!command.dryRun) {
        await redactInPlace(file, redactor, command, ending);
        continue;
      }
      const count = await countInPlace(file, redactor, command, ending);
      if (count > 0)
        await stdout.write(new TextEncoder().encode(`${shownFile(file)}: ${count} to replace\n`));
    } catch (error) {
      if (error instanceof WriteError && error.file === undefined) throw error;
      report.fail(shownFile(file), error);
    }
  }
}

async function filterCommand(
  { run, tee, byLine, stats }: FilterCommand,
  out: ByteRedactor,
  err: ByteRedactor,
  isObserved: boolean,
): Promise<number> {
  const report = new Report();
  const outlets = [
    { redactor: out, output: await openOutput(tee, report) },
    { redactor: err, output: createOutput(STDERR) },
  ] as const;
  const end = await runCommand(run, outlets, byLine, (error) => report.fail("output", error));
  report.end(stats, [out.stats(), err.stats()], isObserved);
  if ("signal" in end) endBySignal(end.signal);
  return end.status === 0 && report.isFailed ? 1 : end.status;
}

async function openOutput(tee: string | undefined, report: Report): Promise<Output> {
  const stdout = createOutput(STDOUT);
  if (tee === undefined) return stdout;
  const failed = (error: unknown): void => report.fail(shownFile(tee), error);
  try {
    return new TeeOutput(stdout, createOutput(await openFile(tee, "w"), shownFile(tee)), failed);
  } catch (error) {
    failed(new WriteError(codeOf(error), shownFile(tee)));
    return stdout;
  }
}

/** A tee to an input would empty it before it is read. */
function checkTee(tee: string | undefined, files: readonly string[]): void {
  const target = tee === undefined ? undefined : regularFile(tee);
  if (target === undefined) return;
  if (files.some((file) => isSame(target, regularFile(file === "-" ? STDIN : file))))
    throw new UsageError(`--tee ${tee} is also read; to replace the file, use --in-place`);
}

/** The regular file of a name or descriptor; undefined if it is not a regular file. */
function regularFile(file: string | number): BigIntStats | undefined {
  try {
    const stat =
      typeof file === "number" ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
    return stat.isFile() ? stat : undefined;
  } catch {
    return undefined;
  }
}

function isSame(one: BigIntStats, other: BigIntStats | undefined): boolean {
  return one.dev === other?.dev && one.ino === other.ino;
}
