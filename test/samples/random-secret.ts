import { createRandom, pick } from "./random.ts";

const letters = "abcdefghijkLMNOPQRSTUVwxyz0123456789";
const SEED = 20_260_102;
let random = createRandom(SEED);

/** Begins anew: each file of tests draws the same, whatever was run before it. */
export function restartSecrets(): void {
  random = createRandom(SEED);
}

/** Made when the tests run: nothing that looks like a live token stands in the repository. */
export function randomSecret(length: number, from: () => number = random): string {
  return Array.from({ length }, () => pick(letters, from)).join("");
}
