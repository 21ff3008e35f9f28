// The page's side of the workers. One redacts the whole text; the other one answers at once: it redacts the lines around
// a change while the first is still busy, and explains.
import type { Answer, Explained, Notes, Redacted, Request } from "./protocol.ts";
import type { JsonOptions } from "./settings.ts";

/** A worker that answers requests in order. */
class Helper {
  readonly #worker: Worker;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  constructor(url: string) {
    this.#worker = new Worker(url);
    this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#waiting.shift()?.(data);
  }

  ask(request: Request): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#worker.postMessage(request);
    });
  }

  async redact(text: string): Promise<Redacted> {
    const answer = await this.ask({ kind: "redact", text });
    if (answer.kind !== "redact") throw new Error("answers are out of order");
    return answer.redacted;
  }
}

export class Engine {
  readonly #whole: Helper;
  readonly #quick: Helper;

  /** @param program The worker's program. */
  constructor(program: string) {
    const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
    this.#whole = new Helper(url);
    this.#quick = new Helper(url);
  }

  /** Returns what is wrong with the options, if something is, and the notes of the catalogue. */
  async setOptions(options: JsonOptions): Promise<{ error: string | undefined; notes: Notes }> {
    const [answer] = await Promise.all(
      [this.#whole, this.#quick].map((helper) => helper.ask({ kind: "options", options })),
    );
    if (answer?.kind !== "options") throw new Error("answers are out of order");
    return answer;
  }

  redactWhole(text: string): Promise<Redacted> {
    return this.#whole.redact(text);
  }

  redactLines(text: string): Promise<Redacted> {
    return this.#quick.redact(text);
  }

  async explain(text: string, at: number): Promise<Explained> {
    const answer = await this.#quick.ask({ kind: "explain", text, at });
    if (answer.kind !== "explain") throw new Error("answers are out of order");
    return answer.explained;
  }
}
