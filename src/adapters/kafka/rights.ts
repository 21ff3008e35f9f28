// Which rights are missing, before a record is read: a producer that may not write says so only as a transaction that
// cannot go on.
import { type Consumer, call, type KafkaClient, type TopicDescription } from "./client.ts";
import { KafkaError } from "./errors.ts";

/** Kafka's numbers of operations (AclOperation.java). */
const OPERATIONS = { Read: 3, Write: 4 } as const;

const TIMEOUT_MS = 10_000;

/** A topic, the flag that names it, and what is done with it. */
export interface Use {
  readonly flag: string;
  readonly topic: string;
  readonly right: keyof typeof OPERATIONS;
}

/**
 * Checks the rights on topics. A broker that does not tell them (before Kafka 2.3), or that may not be asked, is no reason
 * to stop: what is missing then fails at the first batch.
 *
 * @throws {KafkaError} If one is missing
 */
export async function checkRights(
  client: KafkaClient,
  consumer: Consumer,
  uses: readonly Use[],
): Promise<void> {
  const names = uses.map(({ topic }) => topic);
  const options = { timeout: TIMEOUT_MS, includeAuthorizedOperations: true };
  const topics = await call<readonly TopicDescription[]>((done) =>
    client.AdminClient.createFrom(consumer).describeTopics(names, options, done),
  ).catch(() => []);
  for (const { flag, topic, right } of uses) {
    const allowed = topics.find(({ name }) => name === topic)?.authorizedOperations ?? [];
    if (allowed.length > 0 && !allowed.includes(OPERATIONS[right]))
      throw new KafkaError("setup", `${flag} ${topic}: this client has no right to it; it needs ${right}`);
  }
}
