import { RedactorConfigError } from "../config-error.ts";

/** So many hex digits of the digest are shown: 10,000 secrets have two alike once in 5.6 million times. */
const DIGITS = 12;
/** Characters of a key: a shorter one can be guessed. */
export const KEY_LEAST = 16;

/** What is used of Node's crypto, and of process. */
interface Crypto {
  createHmac(
    algorithm: string,
    key: string,
  ): { update(text: string, encoding: string): { digest(encoding: "hex"): string } };
}
interface Host {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly getBuiltinModule?: (name: string) => Crypto | undefined;
}

/**
 * Returns a function that gives the pseudonym of a secret: digits of its HMAC-SHA-256 (RFC 2104) under the key in
 * `SCRUBJAY_HMAC_KEY`. With several keys there, `ID:key` each and blanks between them, the first one counts, and its id
 * stands in front of the digits.
 *
 * @throws RedactorConfigError where there is no key, one that is too short or has no id among others, or no crypto
 */
export function createPseudonyms(): (secret: string) => string {
  const { id, key } = firstKey(keysGiven());
  const crypto = host()?.getBuiltinModule?.("node:crypto");
  if (crypto === undefined) refuse('censor "hash" needs node:crypto, which this host does not have');
  return (secret) =>
    id + crypto.createHmac("sha256", key).update(secret, "utf8").digest("hex").slice(0, DIGITS);
}

/** Whether there is a key for pseudonyms. */
export const hasKey = (): boolean => keysGiven().trim() !== "";

const host = (): Host | undefined => (globalThis as { process?: Host }).process;
const keysGiven = (): string => host()?.env?.SCRUBJAY_HMAC_KEY ?? "";

/** No message has anything of a key. */
function firstKey(text: string): { readonly id: string; readonly key: string } {
  const keys = text.split(/\s+/).filter((key) => key !== "");
  if (keys.length === 0)
    refuse(
      'censor "hash" needs a key in the environment variable SCRUBJAY_HMAC_KEY: 16 random characters or more',
    );
  const named = keys.map((key) =>
    keys.length === 1 ? ["", "", key] : (/^([\w-]{1,16}):(.+)$/.exec(key) ?? []),
  );
  if (named.some((key) => key.length === 0))
    refuse(
      'the key of censor "hash" has blanks or line ends, which separate keys: write it without, in hex or base64; or several keys as ID:key each, with letters, digits, _ and - in the id (SCRUBJAY_HMAC_KEY, --key-file)',
    );
  if (named.some(([, , key]) => key!.length < KEY_LEAST))
    refuse(
      `the key of censor "hash" must have ${KEY_LEAST} characters or more (SCRUBJAY_HMAC_KEY, --key-file)`,
    );
  const [, id, key] = named[0]!;
  return { id: id === "" ? "" : `${id}.`, key: key! };
}

function refuse(message: string): never {
  throw new RedactorConfigError("invalid-option", message);
}
