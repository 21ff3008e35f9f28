import type { Random } from "./random.js";

/** A credential of a kind in patterns.js. */
export function makeCredential(random: Random): string;
export function makeJwt(random: Random): string;
