// Which partitions are this worker's. What the group wants back is handed over when no batch is in hand: until then the
// group's generation stays, and nobody else begins where the batch has not been committed.
import type { Consumer, Place } from "./client.ts";
import { type ClientError, CODES, errorOf, type KafkaError } from "./errors.ts";

/** What `Ownership` uses of the consumer. */
export type Assignable = Pick<
  Consumer,
  "assign" | "unassign" | "incrementalAssign" | "incrementalUnassign" | "assignmentLost"
>;

export class Ownership {
  /** How often partitions came or went. */
  rebalances = 0;
  /** Whether the group has given this worker its share, be it none. */
  hasJoined = false;
  readonly #consumer: () => Assignable;
  readonly #isCooperative: boolean;
  readonly #onAssigned: () => void;
  readonly #revoked: (readonly Place[])[] = [];
  #isLost = false;
  #isClosing = false;

  /**
   * @param isCooperative Whether the group moves partitions one by one. Not asked of the client: it answers "none" where
   *   the next rebalance has begun already, and would then get the wrong answer
   * @param onAssigned Is called each time partitions came
   */
  constructor(consumer: () => Assignable, isCooperative: boolean, onAssigned: () => void) {
    this.#consumer = consumer;
    this.#isCooperative = isCooperative;
    this.#onAssigned = onAssigned;
  }

  /** Whether partitions are to be handed over. */
  get isAsked(): boolean {
    return this.#revoked.length > 0;
  }

  /** Whether the group has done without this worker already: what it has in hand is somebody else's. */
  get isLost(): boolean {
    // The callback comes with the next call for records, which may be late.
    return this.#isLost || this.#consumer().assignmentLost();
  }

  /** What the client refused: the session must end. */
  failure: KafkaError | undefined;

  /** For the client's `rebalance_cb`, which nothing must be thrown into. */
  readonly rebalance = (error: ClientError | undefined, places: readonly Place[]): void => {
    try {
      this.#rebalance(error, places);
    } catch (error) {
      this.failure = errorOf(error, "partitions cannot be taken or handed over");
    }
  };

  #rebalance(error: ClientError | undefined, places: readonly Place[]): void {
    const consumer = this.#consumer();
    this.rebalances++;
    if (error?.code === CODES.assignPartitions) {
      if (this.#isCooperative) consumer.incrementalAssign(places);
      else consumer.assign(places);
      this.hasJoined = true;
      this.#onAssigned();
      return;
    }
    this.#isLost ||= consumer.assignmentLost();
    this.#revoked.push(places);
    if (this.#isClosing) this.handOver();
  }

  /** No batch will come any more: what is asked for is handed over at once, which the client waits for when it closes. */
  close(): void {
    this.#isClosing = true;
    this.handOver();
  }

  /** Hands over what is asked for. Only where no batch is in hand. */
  handOver(): void {
    const consumer = this.#consumer();
    for (const places of this.#revoked.splice(0)) {
      if (this.#isCooperative) consumer.incrementalUnassign(places);
      else consumer.unassign();
    }
    this.#isLost = false;
  }
}
