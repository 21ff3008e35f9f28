/**
 * What the JSON of a date or a boxed value is made of; undefined for what has none, a regular expression or a symbol.
 * Nothing of the value's own class is called.
 */
export function bareOf(source: object): string | number | bigint | boolean | undefined {
  switch (Object.prototype.toString.call(source)) {
    case "[object Date]": {
      const time = Date.prototype.getTime.call(source);
      return Number.isNaN(time) ? "" : Date.prototype.toISOString.call(source);
    }
    case "[object Number]":
      return Number.prototype.valueOf.call(source);
    case "[object Boolean]":
      return Boolean.prototype.valueOf.call(source);
    case "[object BigInt]":
      return BigInt.prototype.valueOf.call(source);
    default:
      return undefined;
  }
}

/** A copy without own properties. */
export function copyScalar(source: object): object {
  switch (Object.prototype.toString.call(source)) {
    case "[object Date]":
      return new Date(Date.prototype.getTime.call(source));
    case "[object RegExp]":
      return new RegExp(source as RegExp);
    case "[object Symbol]":
      return Object(Symbol.prototype.valueOf.call(source));
    default:
      return Object(bareOf(source));
  }
}

/** A function that does the same, without own properties. */
export function copyFunction(source: object): object {
  const copy = function (this: unknown, ...args: unknown[]): unknown {
    return new.target === undefined
      ? Reflect.apply(source as Call, this, args)
      : Reflect.construct(source as Call, args, new.target === copy ? (source as Call) : new.target);
  };
  const { prototype } = source as { readonly prototype?: object };
  if (prototype !== undefined) copy.prototype = prototype;
  // They are the source's, which go over with what else is hidden.
  for (const key of ["name", "length"]) Reflect.deleteProperty(copy, key);
  return copy;
}

type Call = new (...args: unknown[]) => object & ((...args: unknown[]) => unknown);
