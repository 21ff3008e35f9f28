import { appendFileSync } from "node:fs";
import { expect } from "vitest";

/** What has been tried in one way, and what came of it. */
export class Tally {
  readonly what: string;
  /** How often, and of what: `40 kills`. */
  readonly #of: string;
  times = 0;
  bytes = 0;
  /** Outputs in which a piece of a secret stands, lines that are missing, and lines that are not what they should be. */
  leaked = 0;
  lost = 0;
  changed = 0;
  /** Lines in whose place it says that they were withheld. */
  withheld = 0;
  /** Stands after the number of times. */
  note = "";

  constructor(what: string, of: string) {
    this.what = what;
    this.#of = of;
  }

  /** A secret shows if any 8 characters of it do. */
  lookFor(secrets: readonly string[], output: string): void {
    const shows = secrets.some((secret) => {
      for (let i = 0; i + 8 <= secret.length; i++) if (output.includes(secret.slice(i, i + 8))) return true;
      return false;
    });
    if (shows) this.leaked++;
  }

  /** Compares line by line; a line that says that it was withheld is counted as that. */
  compare(output: string, expected: string): void {
    if (output === expected) return;
    const lines = output.split("\n");
    const wanted = expected.split("\n");
    this.lost += Math.max(0, wanted.length - lines.length);
    lines.forEach((line, i) => {
      if (line.includes("[scrubjay: line withheld]")) this.withheld++;
      else if (line !== wanted[i]) this.changed++;
    });
  }

  /** Whatever came out until it was ended is the beginning of what should have. */
  comparePrefix(output: string, expected: string): void {
    if (!expected.startsWith(output)) this.changed++;
  }

  /** Writes the row for the table, and fails if anything at all was leaked, lost or changed. */
  record(): void {
    const { what, times, bytes, leaked, lost, changed, withheld, note } = this;
    const group = expect.getState().testPath;
    const often = `${times.toLocaleString("en")} ${this.#of}${note}`;
    const row = { group, what, often, bytes, withheld, leaked, lost, changed };
    const file = process.env.SCRUBJAY_TRIED;
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
    expect(times).toBeGreaterThan(0);
    expect({ leaked, lost, changed }).toEqual({ leaked: 0, lost: 0, changed: 0 });
  }
}
