// Which partitions are this worker's. What the group wants back is handed over when no batch is in hand: until then the
// group's generation stays, and nobody else begins where the batch has not been committed.
import type { Consumer, Place } from "../client.ts";
import { type ClientError, CODES, errorOf, type KafkaError } from "../errors.ts";

/** What `Ownership` uses of the consumer. */
export type Assignable = Pick<
  Consumer,
  "assign" | "unassign" | "incrementalAssign" | "incrementalUnassign" | "assignmentLost"
>;

/** Finds where partitions go on; rejects if that cannot be known, or is not wanted any more. */
export type Locate = (places: readonly Place[], isWanted: () => boolean) => Promise<readonly Place[]>;

export class Ownership {
  /** How often partitions came or went. */
  rebalances = 0;
  /** Whether the group has given this worker its share, be it none. */
  hasJoined = false;
  readonly #consumer: () => Assignable;
  readonly #isCooperative: boolean;
  readonly #onAssigned: () => void;
  readonly #locate: Locate;
  #taking: Promise<void> = Promise.resolve();
  readonly #revoked: (readonly Place[])[] = [];
  #isLost = false;
  #isClosing = false;
  #isClosed = false;
  #unanswered: readonly Place[] | undefined;

  /**
   * @param isCooperative Whether the group moves partitions one by one. Not asked of the client: it answers "none" where
   *   the next rebalance has begun already, and would then get the wrong answer
   * @param locate Finds where partitions go on
   * @param onAssigned Is called each time partitions came
   */
  constructor(consumer: () => Assignable, isCooperative: boolean, locate: Locate, onAssigned: () => void) {
    this.#consumer = consumer;
    this.#isCooperative = isCooperative;
    this.#locate = locate;
    this.#onAssigned = onAssigned;
  }

  /** Whether partitions are to be handed over. */
  get isAsked(): boolean {
    return this.#revoked.length > 0;
  }

  /** Whether the group has done without this worker already: what it has in hand is somebody else's. */
  get isLost(): boolean {
    if (this.#isLost || this.#isClosing) return this.#isLost;
    // The callback comes with the next call for records, which may be late.
    return this.#consumer().assignmentLost();
  }

  /** What the client refused: the session must end. */
  failure: KafkaError | undefined;

  /** For the client's `rebalance_cb`, which nothing must be thrown into. */
  readonly rebalance = (error: ClientError | undefined, places: readonly Place[]): void => {
    if (this.#isClosed) return;
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
      this.#taking = this.#take(places);
      return;
    }
    // While it closes, the client may be gone before this comes: asked then, 1.10.1 ends the process by SIGSEGV.
    if (!this.#isClosing) this.#isLost ||= consumer.assignmentLost();
    this.#revoked.push(places);
    if (this.#isClosing) this.handOver();
  }

  /** The group waits for the answer meanwhile, the partitions that are here already are read on. */
  async #take(places: readonly Place[]): Promise<void> {
    try {
      this.#assign(places.length === 0 ? places : await this.#locate(places, () => !this.#isClosing));
      this.hasJoined = true;
      this.#onAssigned();
    } catch (error) {
      this.failure ??= errorOf(error, "partitions cannot be taken");
      // When it closes, the client waits for an answer. No record is read any more.
      this.#unanswered = places;
    }
  }

  #assign(places: readonly Place[]): void {
    if (this.#isCooperative) this.#consumer().incrementalAssign(places);
    else this.#consumer().assign(places);
  }

  /** No batch will come any more: what is asked for is handed over at once, which the client waits for when it closes. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#taking;
    if (this.#unanswered !== undefined) this.#assign(this.#unanswered);
    this.handOver();
  }

  /** The client is gone: what still comes of it is nobody's. */
  closed(): void {
    this.#isClosed = true;
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
