// Replaces `known-room.ts` in what is built for bundlers: who has no secrets to be looked for bundles nothing.
import { RedactorConfigError } from "../config-error.ts";
import type * as known from "../known/known.ts";

type KnownValues = typeof known;

let used: KnownValues | undefined;

/** @throws RedactorConfigError where it was not imported */
export function knownRoom(): KnownValues {
  if (used !== undefined) return used;
  throw new RedactorConfigError(
    "invalid-option",
    'the options secrets, learn and keepOnly need import "scrubjay/secrets" on this host, once and first',
  );
}

export function useKnownRoom(imported: KnownValues): void {
  used = imported;
}
