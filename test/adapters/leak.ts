import { makeCredential } from "../../bench/credentials.js";
import { createRandom } from "../../bench/random.js";

/** How many credentials each adapter has to stop. */
export const CREDENTIALS = 2000;

/** Texts as an application logs them, each with one credential; every third is known by its name alone. */
export function leakyTexts(seed = 6): readonly { readonly text: string; readonly secret: string }[] {
  const random = createRandom(seed);
  return Array.from({ length: CREDENTIALS }, (_, i) => {
    const secret = i % 3 === 0 ? `Aa1${random.text(13)}` : makeCredential(random);
    const name =
      i % 3 === 0
        ? random.pick(["password=", "token: ", "x-api-key: "])
        : random.pick(["", "got ", "url?id="]);
    return { text: `request ${i} ${name}${secret} done in ${random.below(900)} ms`, secret };
  });
}

/** What has to be left of `plain`: all of it but the credentials. */
export function withoutSecrets(plain: string, seed = 6): string {
  const secrets = new Set(leakyTexts(seed).map(({ secret }) => secret));
  return plain.replace(/[\w.-]{12,}/g, (word) => (secrets.has(word) ? "[REDACTED]" : word));
}
