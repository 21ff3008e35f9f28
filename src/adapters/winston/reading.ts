import { Stream } from "node:stream";
import type winston from "winston";
import type { Redactor } from "../../redactor/redactor.ts";

type Done = (error: unknown, results?: unknown) => void;
type Method = (...args: unknown[]) => unknown;

/** The stream of winston's reading interface: it emits `log` for each entry. */
interface LogStream extends Stream {
  destroy(): void;
}

/**
 * `query` and `stream` of a transport, if it has them. Entries that were written without redaction are redacted when they
 * are read.
 */
export function guardedReading(transport: winston.transport, redactor: Redactor): Record<string, Method> {
  const theirs = transport as unknown as Record<string, unknown>;
  const ask = (name: string, args: unknown[]): unknown => (theirs[name] as Method).apply(transport, args);
  const guarded: Record<string, Method> = {
    formatQuery: (...args) => ask("formatQuery", args),
    formatResults: (...args) => redactor.redact(ask("formatResults", args)),
    query(...args) {
      const done = args.pop() as Done;
      return ask("query", [
        ...args,
        (error: unknown, results: unknown) => done(error, redactor.redact(results)),
      ]);
    },
    stream(...args) {
      const source = ask("stream", args) as LogStream;
      const out = new Stream() as LogStream;
      out.destroy = () => source.destroy();
      source.on("log", (entry) => out.emit("log", redactor.redact(entry)));
      source.on("error", (error) => out.emit("error", error));
      return out;
    },
  };
  return Object.fromEntries(Object.entries(guarded).filter(([name]) => typeof theirs[name] === "function"));
}
