// Workers of one group must have one policy, or the same record would come out in two ways. Each worker's policy is in its
// client id, which the broker shows for the members of a group.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createRedactor, type Redactor, type RedactorOptions } from "../../../redactor/redactor.ts";
import { type Consumer, call, type KafkaClient } from "../client.ts";
import { errorOf, KafkaError } from "../errors.ts";
import { keysMayMeet } from "../records/keys.ts";
import type { RecordOptions } from "../records/records.ts";

const DIGITS = 16;
const TIMEOUT_MS = 10_000;

/** What a worker redacts by. */
export interface Policy {
  readonly id: string;
  readonly redactor: Redactor;
  /** Whether keys that are redacted may become the same. */
  readonly keysMayMeet: boolean;
}

/** @throws {KafkaError} For options that would write records raw; RedactorConfigError for those that cannot work */
export function policyOf(options: RedactorOptions, { redactKeys = false }: RecordOptions): Policy {
  if (options.mode === "observe")
    throw new KafkaError(
      "setup",
      'mode "observe" replaces nothing, so records would be written raw; count with scrubjay --observe instead',
    );
  return {
    id: policyIdOf(options),
    redactor: createRedactor(options),
    keysMayMeet: redactKeys && keysMayMeet(options),
  };
}

/** The package's version: its catalogue is a part of the policy. */
function version(): string {
  const own = createRequire(join(import.meta.dirname, "package.js"));
  return (own("scrubjay/package.json") as { readonly version: string }).version;
}

/** The id of a policy: digits of the SHA-256 of {@link policyText}. */
export function policyIdOf(options: RedactorOptions): string {
  return createHash("sha256").update(policyText(options, version())).digest("hex").slice(0, DIGITS);
}

/** The client id of a worker with a policy. */
export function clientIdOf(policyId: string): string {
  return `scrubjay-${version()}-${policyId}`;
}

/** The policy in a client id; undefined if it is not one of scrubjay's. */
export function policyOfClientId(clientId: string): string | undefined {
  return /^scrubjay-.+-([0-9a-f]{16})$/.exec(clientId)?.[1];
}

/**
 * The policies of a group's other workers that differ from this one.
 *
 * @param own The policy that this worker is a member with
 * @param wanted The one to compare with; for a member that is about to change its policy
 * @throws {KafkaError} If the group cannot be described
 */
export async function otherPolicies(
  client: KafkaClient,
  consumer: Consumer,
  group: string,
  own: string,
  wanted: string = own,
): Promise<readonly string[]> {
  try {
    const admin = client.AdminClient.createFrom(consumer);
    const { groups } = await call<{ groups: readonly { members: readonly { clientId: string }[] }[] }>(
      (done) => admin.describeGroups([group], { timeout: TIMEOUT_MS }, done),
    );
    const ids = groups.flatMap(({ members }) => members.map(({ clientId }) => policyOfClientId(clientId)));
    const self = ids.indexOf(own);
    const others = self < 0 ? ids : ids.toSpliced(self, 1);
    return [...new Set(others)].filter((id) => id !== undefined && id !== wanted) as string[];
  } catch (error) {
    throw errorOf(error, `the group ${group} cannot be described`);
  }
}

/** The refusal of a policy that differs. */
export function policyError(group: string, own: string, others: readonly string[]): KafkaError {
  return new KafkaError(
    "setup",
    `the policy of this worker (${own}) is not that of the group ${group} (${others.join(", ")}): give all workers the same rules, options and version of scrubjay, or start with --any-policy where you change them one by one`,
  );
}

/**
 * What a policy is, as one text: the options in the order of their names, and the version, whose catalogue they choose
 * from. Equal texts redact alike. Of values that are secret it has only how many there are: a digest of the text may be
 * shown. `{ rules: ["github/*"] }` of 1.2.3 is `{"options":{"rules":["github/*"]},"version":"1.2.3"}`.
 *
 * @param version The package's version
 */
export function policyText(options: RedactorOptions, version: string): string {
  const { secrets, ...rest } = options;
  const known = secrets === undefined ? {} : { secrets: Array.isArray(secrets) ? secrets.length : true };
  return JSON.stringify(sorted({ options: { ...rest, ...known }, version }));
}

/** Members in the order of their names; what has no JSON form is left out, and a function is only known as one. */
function sorted(value: unknown): unknown {
  if (typeof value === "function") return "function";
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  );
}
