import { makeCredential } from "../../bench/credentials.ts";
import { createRandom } from "../../bench/random.ts";

const random = createRandom(6);

/** Texts as an application logs them, each with one credential; every third is known by its name alone. */
export const leakyTexts: readonly { readonly text: string; readonly secret: string }[] = Array.from(
  { length: 2000 },
  (_, i) => {
    const isNamed = i % 3 === 0;
    const secret = isNamed ? `Aa1${random.text(13)}` : makeCredential(random);
    const before = random.pick(isNamed ? ["password=", "token: ", "x-api-key: "] : ["", "got ", "url?id="]);
    return { text: `request ${i} ${before}${secret} done in ${random.below(900)} ms`, secret };
  },
);

const secrets = new Set(leakyTexts.map(({ secret }) => secret));

/** What has to be left of `plain`: all of it but the credentials. */
export function withoutSecrets(plain: string): string {
  return plain.replace(/[\w.-]{12,}/g, (word) => (secrets.has(word) ? "[REDACTED]" : word));
}

/** The credentials that are still there. */
export function leaksIn(text: string): readonly string[] {
  return [...secrets].filter((secret) => text.includes(secret));
}
