// Loaded before anything else (`node --require`): whoever asks for pino gets it with scrubjay switched on.
const Module = require("node:module");
const { join, sep } = require("node:path");

const way = process.env.SCRUBJAY_SUITE_WAY;
const target = join(__dirname, "..", "..", "dist", "adapters", "pino.cjs");
const { redactHooks } = require(target);

const load = Module._load;
/** @type {WeakMap<object, unknown>} */
const switched = new WeakMap();

Module._load = function (request, parent, isMain) {
  const loaded = load.call(this, request, parent, isMain);
  if (typeof loaded !== "function" || !/pino|transport|\.\./.test(request)) return loaded;
  const file = resolved(request, parent);
  if (way === "hooks" && file.endsWith(`${sep}pino${sep}pino.js`)) return once(loaded, withHooks);
  if (way !== "hooks" && file.endsWith(`${sep}pino${sep}lib${sep}transport.js`))
    return once(loaded, withTransport);
  return loaded;
};

function resolved(request, parent) {
  try {
    return Module._resolveFilename(request, parent);
  } catch {
    return "";
  }
}

function once(loaded, change) {
  if (!switched.has(loaded)) switched.set(loaded, change(loaded));
  return switched.get(loaded);
}

function withHooks(pino) {
  const proxy = new Proxy(pino, {
    apply(original, self, args) {
      const [options, ...rest] = args;
      const isStream =
        typeof options === "string" || typeof options?.write === "function" || options?._writableState;
      if (isStream) return Reflect.apply(original, self, [{ hooks: redactHooks() }, options]);
      if (options !== undefined && (options === null || typeof options !== "object")) {
        return Reflect.apply(original, self, args);
      }
      const hooks = redactHooks({}, options?.hooks);
      return Reflect.apply(original, self, [
        Object.assign(Object.create(Object.getPrototypeOf(options ?? {})), options, { hooks }),
        ...rest,
      ]);
    },
    get: (original, name) => (name === "pino" || name === "default" ? proxy : original[name]),
  });
  return proxy;
}

function withTransport(transport) {
  const changed = way === "in place of pino/file" ? inPlace : inFront;
  return Object.assign((options) => transport(isWhole(options) ? changed(options) : options), transport);
}

/** Whether it is what pino takes: a test may give something else, to be refused. */
function isWhole({ target, targets, pipeline }) {
  const given = [target, targets, pipeline].filter((each) => each !== undefined);
  return given.length === 1 && (typeof target === "string" || Array.isArray(targets ?? pipeline));
}

function inPlace(options) {
  const replaced = (each) => (each.target === "pino/file" ? { ...each, target } : each);
  return {
    ...replaced(options),
    ...(options.targets && {
      targets: options.targets.map((each) => (each.pipeline ? inPlace(each) : replaced(each))),
    }),
    ...(options.pipeline && { pipeline: options.pipeline.map(replaced) }),
  };
}

/** Asks what pino tells the thread of a lone target: of a pipeline it tells something else. */
const LONE = "transport-worker-data.js";

function inFront(options) {
  const before = (each) => {
    if (each.target?.endsWith(LONE)) return each;
    if (each.pipeline) return { ...each, pipeline: [{ target }, ...each.pipeline] };
    const { target: end, options, ...rest } = each;
    // Without options pino gives a lone target some, and one in a pipeline none.
    return { ...rest, pipeline: [{ target }, { target: end, options: options ?? {} }] };
  };
  return options.targets ? { ...options, targets: options.targets.map(before) } : before(options);
}
