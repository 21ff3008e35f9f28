import type { Consumer, KafkaClient } from "./client.ts";
import type { BatchLimits } from "./records/batch.ts";
import type { RecordRedactor } from "./records/records.ts";
import type { Refused } from "./records/refused.ts";
import type { ClientSettings } from "./settings.ts";
import type { Step } from "./transaction.ts";

/** What a session is made of. */
export interface SessionParts {
  readonly client: KafkaClient;
  readonly settings: ClientSettings;
  readonly from: string;
  readonly to: string;
  readonly deadLetter: string | undefined;
  /** Whether two keys may become the same by redaction: `to` must not be compacted then. */
  readonly keysMayMeet: boolean;
  readonly limits: BatchLimits;
  readonly records: RecordRedactor;
  readonly refused: Refused;
  readonly counts: SessionCounts;
  readonly onStep: (step: Step) => void | Promise<void>;
  /** Called once the group has given it its share. */
  readonly onJoined: (session: { readonly consumer: Consumer }) => void | Promise<void>;
  /** Called between two batches, when no call of the client is under way. */
  readonly between: (session: { readonly consumer: Consumer }) => void | Promise<void>;
}

/** What all sessions of a worker count together. */
export interface SessionCounts {
  records: number;
  tombstones: number;
  withheld: number;
  deadLetters: number;
  binary: number;
  committed: number;
  aborted: number;
  rebalances: number;
}
