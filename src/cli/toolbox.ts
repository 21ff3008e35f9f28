import { checkOf } from "../redaction/censors.ts";
import { plainSecret } from "../redaction/plain-secret.ts";
import { createPseudonyms, hasKey } from "../redaction/pseudonyms.ts";
import { Engine } from "../redactor/byte-redactor-with.ts";
import { ScannerPool } from "../scanner/scanner-pool.ts";
import { Session } from "../scanner/session.ts";
import { givenOptions } from "./flags/given-options.ts";
import { FLAGS, helpRows, readCommand } from "./flags/table.ts";
import { createInput } from "./input/input.ts";
import { HeadIntake } from "./input/input-format.ts";
import { redactorOptions, useKeyFile } from "./options/redactor-options.ts";
import { isTerminal } from "./output/lazy-modules.ts";
import { createOutput } from "./output/output.ts";
import { programFor, separateProgramFor, shownFile } from "./program.ts";
import { closeFile, copy, openFile } from "./pump.ts";
import { complain, Report } from "./report.ts";
import { version } from "./version.ts";

/** What the subcommands have in common with the filter: their own file need not hold it again. */
export interface Toolbox {
  readonly checkOf: typeof checkOf;
  readonly closeFile: typeof closeFile;
  readonly complain: typeof complain;
  readonly copy: typeof copy;
  readonly createInput: typeof createInput;
  readonly createOutput: typeof createOutput;
  readonly createPseudonyms: typeof createPseudonyms;
  readonly Engine: typeof Engine;
  readonly FLAGS: typeof FLAGS;
  readonly givenOptions: typeof givenOptions;
  readonly HeadIntake: typeof HeadIntake;
  readonly helpRows: typeof helpRows;
  readonly hasKey: typeof hasKey;
  readonly isTerminal: typeof isTerminal;
  readonly openFile: typeof openFile;
  readonly plainSecret: typeof plainSecret;
  readonly readCommand: typeof readCommand;
  readonly programFor: typeof programFor;
  readonly Report: typeof Report;
  readonly redactorOptions: typeof redactorOptions;
  readonly ScannerPool: typeof ScannerPool;
  readonly separateProgramFor: typeof separateProgramFor;
  readonly Session: typeof Session;
  readonly shownFile: typeof shownFile;
  readonly useKeyFile: typeof useKeyFile;
  readonly version: typeof version;
}

export const toolbox: Toolbox = {
  checkOf,
  closeFile,
  complain,
  copy,
  createInput,
  createOutput,
  createPseudonyms,
  Engine,
  FLAGS,
  givenOptions,
  HeadIntake,
  helpRows,
  readCommand,
  hasKey,
  isTerminal,
  openFile,
  plainSecret,
  programFor,
  Report,
  redactorOptions,
  ScannerPool,
  separateProgramFor,
  Session,
  shownFile,
  useKeyFile,
  version,
};
