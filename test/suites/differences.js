// Tests of other packages that come out otherwise with scrubjay, and why that is as it should be.

const GUARD =
  "The test asks the logger for the very transport that it gave it; the logger holds the RedactTransport around that.";

/** @type {readonly { suite: string, way?: string, name: RegExp, reason: string }[]} */
const differences = [
  {
    suite: "pino",
    way: "hooks",
    name: /^test\/redact\.test\.js: redact\.censor option .* \(nested path\)$/,
    reason:
      "The test logs a cookie and redacts another member by pino's own `redact`; the hook redacts the cookie, too.",
  },
  {
    suite: "pino",
    way: "hooks",
    name: /^test\/redact\.test\.js: child can (?:customize|remove parent) redact/,
    reason: "The child's `redact` leaves a cookie in clear, and the test reads it; the hook redacts it.",
  },
  {
    suite: "pino",
    way: "in place of pino/file",
    name: /^transport\/uses-pino-config\.test\.js: transport uses pino config/,
    reason:
      "The test's own stage in front writes JSON without line ends. scrubjay/pino takes lines, as transports on pino-abstract-transport do, and writes that text when the stream ends; the test waits for it before.",
  },
  {
    suite: "winston",
    way: "redactFormat",
    name: /^create-logger\.test\.js: Create Logger new Logger\(\{ parameters \}\)$/,
    reason:
      "The test asks the logger for the very format that it gave it; the logger has that and then `redactFormat()`.",
  },
  {
    suite: "winston",
    way: "RedactTransport",
    name: /^logger\.test\.js: Logger Instance Transports (?:add should allow adding multiple transports|remove )/,
    reason: GUARD,
  },
  {
    suite: "winston",
    way: "RedactTransport",
    name: /^logger-legacy\.test\.js: Deprecated APIs Transports .*\.remove\(\) is successful$/,
    reason: GUARD,
  },
  {
    suite: "winston",
    way: "RedactTransport",
    name: /^container\.test\.js: Container explicit (?:transports|non-array transport) \.get\(some-(?:other-)?logger\)$/,
    reason: GUARD,
  },
  {
    suite: "winston",
    way: "RedactTransport",
    name: /^error\.test\.js: transports issue 1364 .* logger transport has single correct transport$/,
    reason: GUARD,
  },
  {
    suite: "winston",
    way: "register",
    name: /^log-exception\.test\.js: .*Custom exitOnError function does not exit$/,
    reason:
      'The test wants "Ignore this error" from one read of the pipe. It has no line end, and its last word may be the beginning of a token, so it is written when the process ends.',
  },
];

/** @param {string} suite @param {string} way @param {string} name */
export function reasonFor(suite, way, name) {
  return differences.find(
    (each) => each.suite === suite && (each.way === undefined || each.way === way) && each.name.test(name),
  )?.reason;
}
