// `npm test` says the same of the same code, so its properties draw from one seed. The long form draws new ones,
// and prints the one that fails.
import fc from "fast-check";
import { isLong } from "./long.ts";
import { restartSecrets } from "./samples/random-secret.ts";

if (!isLong) fc.configureGlobal({ seed: 20261123 });
restartSecrets();
