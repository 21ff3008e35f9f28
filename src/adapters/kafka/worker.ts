// A worker: sessions one after the other, until it is stopped or somebody has to mend something.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { RedactorOptions } from "../../redactor/redactor.ts";
import { type KafkaClient, loadClient } from "./client.ts";
import { errorOf, KafkaError } from "./errors.ts";
import { Fencings } from "./group/fencings.ts";
import { clientIdOf, otherPolicies, type Policy, policyError, policyOf } from "./group/policy.ts";
import { PolicyChange } from "./group/policy-change.ts";
import { checkKafkaOptions, groupOf, type KafkaOptions, limitsOf } from "./options.ts";
import { BINARY_MESSAGE } from "./records/compressed.ts";
import { KEYS_MEET } from "./records/keys.ts";
import { RecordRedactor } from "./records/records.ts";
import { Refused } from "./records/refused.ts";
import { Session } from "./session.ts";
import type { SessionCounts } from "./session-parts.ts";
import { withoutValues } from "./settings.ts";
import type { KafkaStatus } from "./status-text.ts";

/** Between two tries: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Longer than the group waits for a member that does not answer. */
const DIFFERS_MS = 45_000;

type Joined = Pick<Session, "consumer">;

/**
 * A running worker.
 *
 * @example
 * const worker = await startKafka({ brokers: "kafka:9092", from: "raw", to: "clean" });
 * process.once("SIGTERM", () => worker.stop());
 * await worker.ended;
 */
export interface KafkaWorker {
  /** Resolves when it was stopped; rejects with a `KafkaError` when it has failed for good. */
  readonly ended: Promise<void>;
  /** Commits what is in hand, leaves the group and ends. */
  stop(): Promise<void>;
  /**
   * Takes other options of redaction, once the group has been asked: where another worker of it has another policy than
   * these, they are refused, unless `anyPolicy` is set. Rejects for that and for options that cannot work, and those before
   * stay in force.
   */
  reload(options: RedactorOptions): Promise<void>;
  /** What it is doing. */
  status(): KafkaStatus;
}

/**
 * Starts a worker that reads records, redacts them and writes them to another topic, each exactly once. Workers of one
 * group share the partitions. Resolves when it has joined the group.
 *
 * @param options Brokers, topics, and what is redacted
 * @throws {KafkaError} For what has to be mended before: a broker, a topic, a right, a policy that differs
 * @throws RedactorConfigError for options of redaction that cannot work
 * @example
 * const worker = await startKafka({ brokers: "kafka:9092", from: "raw", to: "clean", redactor: { censor: "label" } });
 */
export async function startKafka(options: KafkaOptions): Promise<KafkaWorker> {
  checkKafkaOptions(options);
  const worker = new Worker(options);
  await worker.start();
  return worker;
}

class Worker implements KafkaWorker {
  readonly ended: Promise<void>;
  readonly #options: KafkaOptions;
  readonly #client: KafkaClient;
  readonly #transactionalId: string;
  readonly #refused = new Refused();
  readonly #fencings: Fencings;
  readonly #counts: SessionCounts & { restarts: number } = {
    ...{ records: 0, tombstones: 0, withheld: 0, deadLetters: 0, binary: 0 },
    ...{ committed: 0, aborted: 0, rebalances: 0, restarts: 0 },
  };
  #policy: Policy;
  #others: readonly string[] = [];
  readonly #change = new PolicyChange<Policy>();
  #session: Session | undefined;
  #state: KafkaStatus["state"] = "starting";
  #lastError: string | undefined;
  #isStopping = false;
  #hasWorked = false;
  #hasToldBinary = false;
  #differsSince: number | undefined;
  #wake: () => void = () => {};
  #started!: () => void;
  #end!: (error?: unknown) => void;

  constructor(options: KafkaOptions) {
    this.#options = options;
    this.#fencings = new Fencings(options.instance);
    this.#policy = policyOf(options.redactor ?? {}, options);
    this.#client = options.client ?? loadClient();
    const { group, instance = `${hostname()}-${process.pid}-${randomBytes(4).toString("hex")}` } = options;
    this.#transactionalId = `${group ?? groupOf(options)}-${instance}`;
    this.ended = new Promise((resolve, reject) => {
      this.#end = (error) => (error === undefined ? resolve() : reject(error));
    });
    // It may fail before anybody waits for its end.
    this.ended.catch(() => {});
  }

  async start(): Promise<void> {
    const started = new Promise<void>((resolve) => {
      this.#started = resolve;
    });
    this.#work();
    await Promise.race([started, this.ended]);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#session?.stop();
    this.#wake();
    await this.ended.catch(() => {});
  }

  async reload(options: RedactorOptions): Promise<void> {
    const policy = policyOf(options, this.#options);
    if (policy.id === this.#policy.id) return this.#take(policy);
    if (this.#isStopping || this.#state === "failed") throw new KafkaError("session", "the worker has ended");
    await this.#change.wait(policy);
  }

  status(): KafkaStatus {
    const { id, redactor } = this.#policy;
    return {
      isReady: this.#state === "working" && this.#session?.isCutOff === false,
      state: this.#state,
      policyId: id,
      otherPolicies: this.#others,
      ...this.#counts,
      lag: Object.fromEntries(this.#session?.lag() ?? []),
      lastError: this.#lastError,
      stats: redactor.stats(),
    };
  }

  async #work(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.#isStopping) {
      const before = this.#counts.committed;
      try {
        await this.#runSession();
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        const failure = this.#failureOf(error);
        this.#lastError = failure.message;
        // At its start, whoever started it waits for what is wrong.
        if (failure.kind === "setup" || !this.#hasWorked) return this.#fail(failure);
        const shared = this.#fencings.errorFor(failure, performance.now());
        if (shared !== undefined) return this.#fail(shared);
        if (this.#counts.committed > before) pauseMs = FIRST_PAUSE_MS;
        this.#tell(`${failure.message}; begins again at what was committed`);
        this.#counts.restarts++;
        await this.#pause(pauseMs);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
    this.#state = "stopped";
    this.#change.drop("the worker has ended");
    this.#end();
  }

  /** What is not ours comes of the client's settings, which it shows. */
  #failureOf(error: unknown): KafkaError {
    return error instanceof KafkaError
      ? error
      : withoutValues(errorOf(error, "the client"), this.#options.clientConfig);
  }

  async #runSession(): Promise<void> {
    const {
      from,
      to,
      deadLetter,
      brokers,
      clientConfig = {},
      start = "earliest",
      onStep = () => {},
    } = this.#options;
    const policy = this.#policy;
    const session = new Session({
      client: this.#client,
      settings: {
        brokers: typeof brokers === "string" ? brokers : brokers.join(","),
        clientId: clientIdOf(policy.id),
        group: groupOf(this.#options),
        transactionalId: this.#transactionalId,
        transactionTimeoutMs: this.#options.transactionTimeoutMs ?? 15_000,
        start,
        own: clientConfig,
      },
      ...{ from, to, deadLetter, onStep },
      keysMayMeet: policy.keysMayMeet,
      limits: limitsOf(this.#options),
      records: new RecordRedactor(policy.redactor, this.#options),
      refused: this.#refused,
      counts: this.#counts,
      onJoined: (joined) => this.#joined(joined, policy),
      between: (working) => this.#between(working),
    });
    this.#session = session;
    try {
      await session.open();
      if (!this.#isStopping) await session.run();
    } finally {
      await session.close();
      this.#session = undefined;
    }
  }

  async #joined({ consumer }: Joined, { id }: Policy): Promise<void> {
    const group = groupOf(this.#options);
    this.#others = await otherPolicies(this.#client, consumer, group, id);
    if (this.#others.length > 0) {
      if (!this.#options.anyPolicy) throw this.#differs(policyError(group, id, this.#others));
      this.#tell(
        `workers of the group ${group} have another policy: ${this.#others.join(", ")}; this one has ${id}`,
      );
    }
    this.#differsSince = undefined;
    if (!this.#hasWorked && this.#policy.keysMayMeet) this.#tell(KEYS_MEET);
    this.#state = "working";
    this.#hasWorked = true;
    this.#started();
  }

  /**
   * At its start, a worker with another policy ends. One that comes back may see itself as it was before, until the group
   * has given that up, or another one that started while it was away: it writes nothing, and ends after a while.
   */
  #differs(error: KafkaError): KafkaError {
    if (!this.#hasWorked) return error;
    const now = performance.now();
    this.#differsSince ??= now;
    return now - this.#differsSince > DIFFERS_MS ? error : new KafkaError("session", error.message);
  }

  async #between({ consumer }: Joined): Promise<void> {
    const counts = this.#counts;
    if (counts.binary > 0 && !this.#hasToldBinary) {
      this.#hasToldBinary = true;
      this.#tell(BINARY_MESSAGE);
    }
    await this.#change.settle(async (policy) => {
      const group = groupOf(this.#options);
      const others = await otherPolicies(this.#client, consumer, group, this.#policy.id, policy.id);
      if (others.length > 0 && !this.#options.anyPolicy) throw policyError(group, policy.id, others);
      this.#take(policy);
    });
  }

  #take(policy: Policy): void {
    this.#policy = policy;
    // With another client id, by which the others see the policy.
    this.#session?.stop();
  }

  #fail(error: KafkaError): void {
    this.#state = "failed";
    this.#lastError = error.message;
    this.#change.drop("the worker has ended");
    // Whoever has no ear for messages may not wait for its end, either.
    if (this.#options.onMessage === undefined && this.#hasWorked) this.#tell(`${error.message}; has ended`);
    this.#end(error);
  }

  #tell(text: string): void {
    const { onMessage = (text: string) => process.emitWarning(`scrubjay kafka: ${text}`) } = this.#options;
    onMessage(text);
  }

  async #pause(ms: number): Promise<void> {
    this.#state = "waiting";
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
