// Replaces `redactor/changed-program.ts` in what is built for Node: rules and compiler are loaded for options that
// need them, and not before. Read as JavaScript they are most of what `require("scrubjay")` takes.
import { type ConfigErrorCode, RedactorConfigError } from "../config-error.ts";
import type * as compiler from "../redactor/changed-program.ts";

/** A file of its own (`build/library.js`); that it is CommonJS is what lets it be loaded without waiting. */
declare function require(path: "./changed-program.cjs"): typeof compiler;

export const changedProgram: typeof compiler.changedProgram = (base, options) =>
  made(() => require("./changed-program.cjs").changedProgram(base, options));

export const separateProgram: typeof compiler.separateProgram = (base, options) =>
  made(() => require("./changed-program.cjs").separateProgram(base, options));

function made<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw withOwnClass(error);
  }
}

/** The file has a class of that name of its own. */
function withOwnClass(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "RedactorConfigError") return error;
  const { message, cause, code } = error as Error & { readonly code: ConfigErrorCode };
  return new RedactorConfigError(code, message, cause === undefined ? {} : { cause });
}
