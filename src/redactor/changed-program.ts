import type { RedactorOptions } from "../config/options.ts";
import { isObject } from "../config/own-keys.ts";
import { changesOf } from "../config/selected-rules.ts";
import { extendProgram } from "../program/extension/extend.ts";
import type { CompiledProgram, Program } from "../program/image/program.ts";

/** workerd before its compatibility date 2025-05-05 has none. */
const hasWeakRef: boolean = typeof WeakRef !== "undefined";

/** Programs by their options, as long as something uses them. */
const programs = new Map<string, Pick<WeakRef<Program>, "deref">>();
/** The most programs that are remembered. */
const PROGRAMS_MOST: number = hasWeakRef ? 64 : 2;

/**
 * The build's program with the changes that the options need. Equal options share one.
 *
 * @throws RedactorConfigError for rules, keys or allowed values that cannot work
 */
export function changedProgram(base: CompiledProgram, options: RedactorOptions): Program {
  const key = keyOf(options);
  const known = key === undefined ? undefined : programs.get(key)?.deref();
  if (known !== undefined) return known;
  const program = extendProgram(base, changesOf(options));
  if (key !== undefined) remember(key, program);
  return program;
}

/**
 * The same for a file of its own: what is changed lies right after the build's program, whatever other programs there are.
 *
 * @throws RedactorConfigError as {@link changedProgram}
 */
export function separateProgram(base: CompiledProgram, options: RedactorOptions): Program {
  return extendProgram(Object.create(base), changesOf(options));
}

/** Undefined if the options have no JSON form: cyclic rules are refused when they are read. */
function keyOf({ rules, keys, allow, censor }: RedactorOptions): string | undefined {
  try {
    // A name with a censor has a rule of its own, whatever the censor is; only a text has to be known again.
    const names = keys?.map((key) =>
      isObject(key) ? { name: key.name, text: typeof key.censor === "object" ? key.censor : null } : key,
    );
    return JSON.stringify([rules, names, allow, typeof censor === "object" ? censor : undefined]);
  } catch {
    return undefined;
  }
}

function remember(key: string, program: Program): void {
  programs.delete(key);
  programs.set(key, hasWeakRef ? new WeakRef(program) : { deref: () => program });
  for (const oldest of programs.keys()) {
    if (programs.size <= PROGRAMS_MOST) break;
    programs.delete(oldest);
  }
}
