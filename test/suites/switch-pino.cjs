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
  return Object.assign(
    (options) => transport(way === "in place of pino/file" ? inPlace(options) : inFront(options)),
    transport,
  );
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

function inFront(options) {
  const before = (each) => {
    if (each.pipeline) return { ...each, pipeline: [{ target }, ...each.pipeline] };
    const { target: end, options, ...rest } = each;
    return { ...rest, pipeline: [{ target }, { target: end, ...(options && { options }) }] };
  };
  if (options.targets) return { ...options, targets: options.targets.map(before) };
  return options.target || options.pipeline ? before(options) : options;
}
