// Keys that are redacted may become the same, and a compacted topic keeps one record of a key.
import type { RedactorOptions } from "../../../redactor/redactor.ts";
import { CODES, KafkaError } from "../errors.ts";

/** What is said where keys may meet. */
export const KEYS_MEET =
  "keys are redacted with a censor that may make two of them the same, so that whoever compacts by them loses the older record; --censor hash keeps them apart";

/**
 * Whether redaction may give two keys the same text: under any censor but `hash`, whose pseudonyms have 48 bits, as
 * `{ "*": "hash", "jwt/*": "label" }`.
 */
export function keysMayMeet({ censor, keys = [], rules = [] }: RedactorOptions): boolean {
  const all = typeof censor === "object" ? { "*": undefined, ...censor } : { "*": censor };
  const own = [...list(keys), ...list(rules)].flatMap((each) =>
    typeof each === "object" && each !== null && "censor" in each && each.censor !== undefined
      ? [each.censor]
      : [],
  );
  return [...Object.values(all), ...own].some((each) => each !== "hash");
}

/** The refusal of a topic that compacts by such keys; undefined for any other failure of the record that asks. */
export function compactedError(topic: string, failure: KafkaError): KafkaError | undefined {
  if (failure.code !== CODES.invalidRecord) return undefined;
  return new KafkaError(
    "setup",
    `--to ${topic} is compacted (it takes no record without a key), and ${KEYS_MEET}, or take a topic with cleanup.policy=delete`,
  );
}

const list = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : []);
