// Outcomes of a run, kept in a file until it has ended: one that was cut short goes on where it stopped.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Outcome } from "./protocol.ts";

interface Entry {
  readonly id: number;
  readonly outcome: Outcome;
}

export class Journal {
  readonly #path: string;
  readonly #known: ReadonlyMap<number, Outcome>;

  /** @param scripts What the outcomes depend on: with other scripts, a new journal is begun. */
  constructor(path: string, scripts: readonly string[]) {
    this.#path = path;
    const hash = createHash("sha256");
    for (const script of scripts) hash.update(readFileSync(script));
    const key = hash.digest("hex");
    const [first, ...lines] = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
    const entries = first === key ? lines.filter((line) => line.endsWith("}")) : [];
    if (first !== key) writeFileSync(path, `${key}\n`);
    this.#known = new Map(
      entries.map((line) => JSON.parse(line) as Entry).map(({ id, outcome }) => [id, outcome]),
    );
  }

  get size(): number {
    return this.#known.size;
  }

  outcomeOf(id: number): Outcome | undefined {
    return this.#known.get(id);
  }

  note(id: number, outcome: Outcome): void {
    appendFileSync(this.#path, `${JSON.stringify({ id, outcome } satisfies Entry)}\n`);
  }
}
