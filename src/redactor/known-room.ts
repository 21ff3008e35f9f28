import * as known from "../known/known.ts";

/** What looks for known values. Node has it in a file of its own: see `build/library.js`. */
export const knownRoom = (): typeof known => known;

/** For hosts that have it only where `scrubjay/secrets` is imported. */
export function useKnownRoom(_known: typeof known): void {}
