import pino, { type LoggerOptions } from "pino";

/** A way in which a credential gets into a log, and the logger's options for it. */
export interface Route {
  readonly name: string;
  readonly options?: LoggerOptions;
  log(logger: pino.Logger<string>, credential: string): void;
}

/** An error whose text, cause and fields hold the credential; its stack is the same each time. */
function failure(credential: string): Error {
  const cause = Object.assign(new Error(`cause ${credential} x`), { response: { body: credential } });
  const error = new Error(`failed with ${credential} x`, { cause });
  error.stack = `Error: failed with ${credential} x\n    at place (file.js:1:1)`;
  cause.stack = `Error: cause ${credential} x\n    at place (file.js:2:1)`;
  return error;
}

const note = (credential: string) => ({ note: `an "${credential}" é`, list: [credential, 1, null] });

/** Every way in that pino has. */
export const routes: readonly Route[] = [
  { name: "message", log: (logger, credential) => logger.info(`got ${credential} x`) },
  { name: "field", log: (logger, credential) => logger.info(note(credential), "plain") },
  { name: "name of a field", log: (logger, credential) => logger.info({ [credential]: 1 }, "plain") },
  {
    name: "arguments of the message",
    log: (logger, credential) =>
      logger.warn("%s, %o, %j; %d", credential, note(credential), note(credential), 5),
  },
  { name: "error", log: (logger, credential) => logger.error(failure(credential)) },
  {
    name: "error in a field",
    log: (logger, credential) => logger.error({ err: failure(credential), a: 1 }, "plain"),
  },
  {
    name: "many errors",
    options: { serializers: { err: pino.stdSerializers.errWithCause } },
    log: (logger, credential) => {
      const many = new AggregateError([failure(credential)], `many ${credential}`);
      many.stack = "AggregateError: many\n    at place (file.js:3:1)";
      logger.fatal(many);
    },
  },
  { name: "child", log: (logger, credential) => logger.child(note(credential)).info("plain") },
  {
    name: "child of a child, with its own serializers and prefix",
    log(logger, credential) {
      const serializers = { user: (name: string) => ({ name, token: credential }) };
      const child = logger.child({ user: "ann" }, { serializers, msgPrefix: `[${credential}] ` });
      child.child({ deep: credential }, { level: "trace" }).trace({ user: "bob" }, "plain");
    },
  },
  {
    name: "bindings set later",
    log(logger, credential) {
      const child = logger.child({});
      child.setBindings(note(credential));
      child.info("plain");
    },
  },
  {
    name: "base",
    options: { base: { pid: 7, hostname: "host" } },
    log: (logger, credential) => logger.info({ note: credential }),
  },
  {
    name: "custom levels, with names for numbers",
    options: {
      customLevels: { audit: 35 },
      useOnlyCustomLevels: false,
      formatters: { level: (label) => ({ level: label }) },
    },
    log: (logger, credential) =>
      (logger as unknown as pino.Logger<"audit">).audit(note(credential), credential),
  },
  {
    name: "formatters",
    options: { formatters: { log: (fields) => ({ inner: fields }), bindings: () => ({ app: "x" }) } },
    log: (logger, credential) => logger.info(note(credential), "plain"),
  },
  {
    name: "serializers",
    options: { serializers: { req: (req: { id: string }) => ({ url: `/?id=${req.id} x` }) } },
    log: (logger, credential) => logger.info({ req: { id: credential } }),
  },
  {
    name: "messageKey, errorKey, nestedKey",
    options: { messageKey: "message", errorKey: "failure", nestedKey: "payload" },
    log: (logger, credential) =>
      logger.info({ ...note(credential), failure: failure(credential) }, `a ${credential} b`),
  },
  {
    name: "logMethod",
    options: {
      hooks: {
        logMethod(args, method) {
          method.apply(this, [`hooked ${String(args[0])}`] as never);
        },
      },
    },
    log: (logger, credential) => logger.info(credential),
  },
  {
    name: "crlf",
    options: { crlf: true },
    log: (logger, credential) => logger.info(credential),
  },
  {
    name: "time as text",
    options: { timestamp: () => ',"time":"2026-01-01T00:00:00.000Z"' },
    log: (logger, credential) => logger.info({ at: credential }),
  },
];

/** The mixin has no way to the log call, so it comes with its credential. */
export const mixinRoute = (credential: () => string): Route => ({
  name: "mixin",
  options: { mixin: () => ({ mixed: credential() }) },
  log: (logger) => logger.info({ own: 1 }, "plain"),
});
