// Tests of other packages that come out otherwise with scrubjay, and why that is as it should be.

/** @type {readonly { suite: string, way?: string, name: RegExp, reason: string }[]} */
const differences = [];

/** @param {string} suite @param {string} way @param {string} name */
export function reasonFor(suite, way, name) {
  return differences.find(
    (each) => each.suite === suite && (each.way === undefined || each.way === way) && each.name.test(name),
  )?.reason;
}
