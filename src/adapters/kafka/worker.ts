// A worker: sessions one after the other, until it is stopped or somebody has to mend something.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { createRedactor, type Redactor, type RedactorOptions } from "../../redactor/redactor.ts";
import { type KafkaClient, loadClient } from "./client.ts";
import { errorOf, KafkaError } from "./errors.ts";
import { checkKafkaOptions, type KafkaOptions, limitsOf } from "./options.ts";
import { Oversized } from "./oversized.ts";
import { clientIdOf, otherPolicies, policyError, policyIdOf } from "./policy.ts";
import { RecordRedactor } from "./records.ts";
import { Session, type SessionCounts } from "./session.ts";
import type { KafkaStatus } from "./status-text.ts";

/** Between two tries: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

interface Policy {
  readonly id: string;
  readonly redactor: Redactor;
}

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
   * Takes other options of redaction from the next batch on. Throws for options that cannot work, and those before stay in
   * force.
   */
  reload(options: RedactorOptions): void;
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
  readonly #oversized = new Oversized();
  readonly #counts: SessionCounts & { restarts: number } = {
    ...{ records: 0, tombstones: 0, withheld: 0, deadLetters: 0 },
    ...{ committed: 0, aborted: 0, rebalances: 0, restarts: 0 },
  };
  #policy: Policy;
  #others: readonly string[] = [];
  #session: Session | undefined;
  #state: KafkaStatus["state"] = "starting";
  #lastError: string | undefined;
  #isStopping = false;
  #hasWorked = false;
  #wake: () => void = () => {};
  #started!: () => void;
  #end!: (error?: unknown) => void;

  constructor(options: KafkaOptions) {
    this.#options = options;
    this.#policy = this.#policyOf(options.redactor ?? {});
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

  reload(options: RedactorOptions): void {
    this.#policy = this.#policyOf(options);
    // With another client id, by which the others see the policy.
    this.#session?.stop();
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
        const failure = errorOf(error, "worker");
        this.#lastError = failure.message;
        // At its start, whoever started it waits for what is wrong.
        if (failure.kind === "setup" || !this.#hasWorked) return this.#fail(failure);
        if (this.#counts.committed > before) pauseMs = FIRST_PAUSE_MS;
        this.#tell(`${failure.message}; begins again at what was committed`);
        this.#counts.restarts++;
        await this.#pause(pauseMs);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
    this.#state = "stopped";
    this.#end();
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
      limits: limitsOf(this.#options),
      records: new RecordRedactor(policy.redactor, this.#options),
      oversized: this.#oversized,
      counts: this.#counts,
      onJoined: (joined) => this.#joined(joined, policy),
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

  async #joined(session: Session, { id }: Policy): Promise<void> {
    const group = groupOf(this.#options);
    this.#others = await otherPolicies(this.#client, session.consumer, group, id);
    if (this.#others.length > 0) {
      // Later it was reloaded, or another one was: somebody changes them one by one.
      if (!this.#hasWorked && !this.#options.anyPolicy) throw policyError(group, id, this.#others);
      this.#tell(
        `workers of the group ${group} have another policy: ${this.#others.join(", ")}; this one has ${id}`,
      );
    }
    this.#state = "working";
    this.#hasWorked = true;
    this.#started();
  }

  #policyOf(options: RedactorOptions): Policy {
    if (options.mode === "observe")
      throw new KafkaError(
        "setup",
        'mode "observe" replaces nothing, so records would be written raw; count with scrubjay --observe instead',
      );
    return { id: policyIdOf(options), redactor: createRedactor(options) };
  }

  #fail(error: KafkaError): void {
    this.#state = "failed";
    this.#end(error);
  }

  #tell(text: string): void {
    this.#options.onMessage?.(text);
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

function groupOf({ group, to }: KafkaOptions): string {
  return group ?? `scrubjay-${to}`;
}
