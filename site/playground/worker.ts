// Redacts and explains, beside the page, so that typing never waits for it.
import { createRedactor, type RedactorOptions } from "../../src/index.ts";
import { catalogue } from "../../src/rules/catalogue.ts";
import { Explainer } from "./explainer.ts";
import type { Answer, Notes, Redacted, Request } from "./protocol.ts";

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: Request }) => void;
  postMessage(answer: Answer, transferred: readonly ArrayBufferLike[]): void;
};

const notes: Notes = Object.fromEntries(
  catalogue.toReversed().map(({ id, name = "", source = "" }) => [id, [name, source] as const]),
);

interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

let found: Found[] = [];
let redactor = createRedactor({ onMatch: (match) => found.push(match) });
let explainer = new Explainer({});

scope.onmessage = ({ data }) => {
  switch (data.kind) {
    case "options":
      scope.postMessage({ kind: "options", error: setOptions(data.options as RedactorOptions), notes }, []);
      break;
    case "redact": {
      const redacted = redact(data.text);
      const { starts, ends, which } = redacted;
      scope.postMessage({ kind: "redact", redacted }, [starts.buffer, ends.buffer, which.buffer]);
      break;
    }
    case "explain":
      scope.postMessage({ kind: "explain", explained: explainer.explain(data.text, data.at) }, []);
  }
};

/** The options count if they can work; otherwise those before them stay, and the message is returned. */
function setOptions(options: RedactorOptions): string | undefined {
  try {
    redactor = createRedactor({ ...options, onMatch: (match) => found.push(match) });
    explainer = new Explainer(options);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function redact(text: string): Redacted {
  found = [];
  const redacted = redactor.redact(text);
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const numbers = new Map(rules.map((rule, i) => [rule, i]));
  return {
    text: redacted,
    starts: Int32Array.from(found, ({ start }) => start),
    ends: Int32Array.from(found, ({ end }) => end),
    which: Uint16Array.from(found, ({ rule }) => numbers.get(rule)!),
    rules,
  };
}
