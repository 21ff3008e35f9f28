// Where a partition goes on that the group has given to this worker.
import { type Consumer, call, type Place } from "../client.ts";
import { type ClientError, CODES, errorOf, KafkaError } from "../errors.ts";

/** One question; a transaction that is pending is waited for so long, and then asked about again. */
const ASK_MS = 2_000;
const PAUSE_MS = 200;
/** What is wrong for so long does not go away by itself. */
const PATIENCE_MS = 60_000;

/** Offsets that stand for the beginning and the end of a partition (rdkafka.h). */
const LOGICAL = { earliest: -2, latest: -1 } as const;

/**
 * The offsets that the group has committed for partitions, once no transaction of them is pending, and the start where it has
 * committed none. The client would ask for them by itself when it takes partitions. But where the group moves again while
 * its question is on the way and a transaction is pending, librdkafka 2.14 takes the answer "pending" for "none was
 * committed" and begins at the start: killing a worker after its offsets doubled records in two of nine trials
 * with three slow brokers (rdkafka_assignment.c, `rd_kafka_assignment_apply_offsets`: the offset of the answer is kept).
 *
 * @param isWanted Whether the answer is still waited for
 * @throws {KafkaError} If they cannot be had, or are not wanted any more
 */
export async function positionsOf(
  consumer: Pick<Consumer, "committed">,
  places: readonly Place[],
  start: "earliest" | "latest",
  isWanted: () => boolean,
): Promise<Place[]> {
  const began = performance.now();
  for (;;) {
    const failure = await ask();
    if (Array.isArray(failure)) return failure;
    if (!isWanted()) throw new KafkaError("session", "the worker ends");
    const isPending = failure.code === CODES.timedOut || failure.code === CODES.unstableOffset;
    if (failure.kind === "setup" || (!isPending && performance.now() - began > PATIENCE_MS)) throw failure;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }

  async function ask(): Promise<Place[] | KafkaError> {
    const doing = "the group's offsets cannot be read";
    try {
      const found = await call<readonly (Place | ClientError)[]>((done) =>
        consumer.committed(places, ASK_MS, done),
      );
      // An error stands in the place of a partition that has none.
      const error = found.find((each): each is ClientError => each instanceof Error);
      if (error !== undefined) return errorOf(error, doing);
      return (found as readonly Place[]).map(({ topic, partition, offset }) => ({
        ...{ topic, partition },
        offset: offset === undefined || offset < 0 ? LOGICAL[start] : offset,
      }));
    } catch (error) {
      return errorOf(error, doing);
    }
  }
}
