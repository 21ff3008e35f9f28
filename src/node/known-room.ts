// Replaces `redactor/known-room.ts` in what is built for Node: who has no secrets to be looked for loads nothing.
import type * as known from "../known/known.ts";

/** A file of its own (`build/library.js`); that it is CommonJS is what lets it be loaded without waiting. */
declare function require(path: "./known.cjs"): typeof known;

export const knownRoom = (): typeof known => require("./known.cjs");

/** It is found without that. */
export function useKnownRoom(_known: typeof known): void {}
