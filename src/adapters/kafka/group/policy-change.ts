import { KafkaError } from "../errors.ts";

interface Waiting<Policy> {
  readonly policy: Policy;
  resolve(): void;
  reject(error: unknown): void;
}

/** A policy that waits for the moment at which the group can be asked. */
export class PolicyChange<Policy> {
  #waiting: Waiting<Policy> | undefined;

  /** Resolves when the policy has been taken; one that waits already is given up. */
  wait(policy: Policy): Promise<void> {
    this.drop("other options came before these were taken");
    return new Promise((resolve, reject) => {
      this.#waiting = { policy, resolve, reject };
    });
  }

  drop(why: string): void {
    this.#waiting?.reject(new KafkaError("session", why));
    this.#waiting = undefined;
  }

  /** Tries to take what waits. */
  async settle(take: (policy: Policy) => Promise<void>): Promise<void> {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    await take(waiting.policy).then(waiting.resolve, waiting.reject);
  }
}
