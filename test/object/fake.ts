import type { Leaf, LeafRedactor } from "../../src/object/leaf.ts";

/** A stand-in with three rules that a reader checks at a glance: `s3cr3t…` anywhere, and two names. */
export const CENSORED = "[REDACTED]";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export class FakeRedactor implements LeafRedactor {
  calls = 0;
  leaves: readonly Leaf[] = [];

  redactLeaves(leaves: readonly Leaf[]): readonly string[] {
    this.calls++;
    this.leaves = leaves;
    return leaves.map(({ key, text }) =>
      key !== undefined && this.isSensitive(key) ? CENSORED : text.replaceAll(/s3cr3t\w*/g, CENSORED),
    );
  }

  isClean(): boolean {
    return false;
  }

  redactBytes(bytes: Uint8Array): Uint8Array {
    const text = decoder.decode(bytes);
    return text.includes("s3cr3t") ? encoder.encode(text.replaceAll(/s3cr3t\w*/g, CENSORED)) : bytes;
  }

  isSensitive(key: string): boolean {
    return /^(password|authorization|credentials|db-password)$/i.test(key);
  }

  stays(): boolean {
    return false;
  }

  takesPairs(): boolean {
    return false;
  }

  replacement(key: string): string {
    return `${CENSORED.slice(0, -1)}:${key}]`;
  }
}
