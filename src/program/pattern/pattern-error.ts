import { RedactorConfigError } from "../../config-error.ts";

/** Characters of a pattern that a message shows; more hides the reason that follows. */
const SHOWN = 80;

/** A message is one line, and nothing in it moves a terminal's cursor. */
const CONTROL = /[\x00-\x1f\x7f]/g;

/**
 * Refuses a construct of a pattern.
 *
 * @param position offset of the construct in `source`, from 0, in UTF-16 units
 * @param mend what to write instead
 * @throws RedactorConfigError always, `unsupported-pattern`
 */
export function refuse(source: string, position: number, construct: string, mend: string): never {
  throw new RedactorConfigError(
    "unsupported-pattern",
    `${construct.replace(CONTROL, escapeControl)} at position ${position} of pattern ${showPattern(source, position)}: ${mend}`,
  );
}

/** The pattern between slashes, on one line, cut to what surrounds `position`. */
export function showPattern(source: string, position = 0): string {
  const start =
    source.length <= SHOWN ? 0 : Math.max(0, Math.min(position - SHOWN / 2, source.length - SHOWN));
  const excerpt = source.slice(start, start + SHOWN).replace(CONTROL, escapeControl);
  return `/${start > 0 ? "…" : ""}${excerpt}${start + SHOWN < source.length ? "…" : ""}/`;
}

function escapeControl(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
