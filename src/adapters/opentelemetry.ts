import {
  createRedactor,
  type Redactor,
  RedactorConfigError,
  type RedactorOptions,
  WITHHELD,
} from "../redactor/redactor.ts";

/** Fields of log records, spans and resources that are exported and may contain a credential. */
const FIELDS = [
  "body",
  "attributes",
  "eventName",
  "severityText",
  "name",
  "status",
  "events",
  "links",
] as const;

/** Methods that change a log record or a span: they must reach the record itself. */
const SETTERS = [
  "setAttribute",
  "setAttributes",
  "setBody",
  "setEventName",
  "setSeverityNumber",
  "setSeverityText",
  "setStatus",
  "addEvent",
  "addLink",
  "addLinks",
  "recordException",
  "updateName",
  "end",
];

/** Methods of a processor whose first argument is a log record or a span. */
const HANDED: ReadonlySet<unknown> = new Set(["onEmit", "onStart", "onEnding", "onEnd"]);

type Fields = Record<PropertyKey, unknown>;

/**
 * Wraps an OpenTelemetry processor of logs or spans: it and its exporter read redacted data. In log records, body,
 * attributes, event name and severity text are redacted; in spans, name, attributes, events, links and status; in both,
 * the attributes of the resource, such as `process.command_args`.
 *
 * The records themselves are not changed, so wrap each processor. A field is redacted when it is read: with a batch
 * processor, that is at export, not in the application's calls.
 *
 * @param processor A `LogRecordProcessor` or a `SpanProcessor`.
 * @param options As for `createRedactor`.
 * @returns A processor of the same kind. It never throws by itself; what cannot be redacted is withheld.
 * @throws {RedactorConfigError} If `processor` is not a processor, or the options cannot work.
 * @example
 * new LoggerProvider({ processors: [redactProcessor(new BatchLogRecordProcessor({ exporter }))] });
 */
export function redactProcessor<Processor extends object>(
  processor: Processor,
  options: RedactorOptions = {},
): Processor {
  const { onEmit, onEnd } = (processor ?? {}) as Fields;
  if (typeof onEmit !== "function" && typeof onEnd !== "function") {
    throw new RedactorConfigError(
      "invalid-option",
      "redactProcessor needs a processor of logs (with onEmit) or spans (with onEnd), such as new BatchSpanProcessor(exporter)",
    );
  }
  const redactor = createRedactor(options);
  // Exporters group by the identity of the resource.
  const resources = new WeakMap<object, object>();
  const viewResource = (resource: object): object => {
    const known = resources.get(resource) ?? viewOfResource(resource, redactor);
    resources.set(resource, known);
    return known;
  };
  // A processor may compare a span with one that it saw start.
  const views = new WeakMap<object, object>();
  const view = (record: object): object => {
    const known = views.get(record) ?? viewOf(record, redactor, viewResource);
    views.set(record, known);
    return known;
  };
  return new Proxy(processor, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (!HANDED.has(name)) return value.bind(target);
      return (record: object, ...rest: unknown[]) => value.call(target, view(record), ...rest);
    },
  });
}

/**
 * An object that reads like `record`, except that its fields are redacted. It is not a `Proxy`, because `util.inspect`
 * shows the target of a proxy.
 */
function viewOf(record: object, redactor: Redactor, viewResource: (resource: object) => object): object {
  const source = record as Fields;
  const view = Object.create(record) as Fields;
  for (const name of FIELDS) if (name in record) defineField(view, source, name, redactor);
  const { resource } = source;
  if (typeof resource === "object" && resource !== null) view.resource = viewResource(resource);
  for (const name of SETTERS) {
    const setter = source[name];
    if (typeof setter !== "function") continue;
    view[name] = (...args: unknown[]) => {
      const result: unknown = setter.apply(record, args);
      return result === record ? view : result;
    };
  }
  return view;
}

/** The same for a resource. Its attributes may still be promises. */
function viewOfResource(resource: object, redactor: Redactor): object {
  const source = resource as Fields;
  const view = Object.create(resource) as Fields;
  defineField(view, source, "attributes", redactor);
  const { getRawAttributes: entries, waitForAsyncAttributes: settle } = source;
  if (typeof settle === "function") view.waitForAsyncAttributes = () => settle.call(resource);
  if (typeof entries === "function") {
    const redactEntry = (name: string, value: unknown): unknown =>
      value instanceof Promise
        ? value.then((settled) => redactEntry(name, settled))
        : (redactField(redactor, { [name]: value }) as Fields)[name];
    view.getRawAttributes = () =>
      (entries.call(resource) as [string, unknown][]).map(([name, value]) => [
        name,
        redactEntry(name, value),
      ]);
  }
  return view;
}

function defineField(view: Fields, source: Fields, name: string, redactor: Redactor): void {
  Object.defineProperty(view, name, {
    get: () => redactField(redactor, source[name]),
    set: (value: unknown) => {
      source[name] = value;
    },
    enumerable: true,
  });
}

/** A field that could not be redacted keeps the type that exporters expect. */
function redactField(redactor: Redactor, value: unknown): unknown {
  const redacted: unknown = redactor.redact(value);
  if (redacted !== WITHHELD || typeof value !== "object") return redacted;
  return Array.isArray(value) ? [] : { scrubjay: WITHHELD };
}
