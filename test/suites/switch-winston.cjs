// A set-up file of Jest: the winston that a test asks for has scrubjay switched on. The path to it is in the environment.
const { join } = require("node:path");

const way = process.env.SCRUBJAY_SUITE_WAY;
const { redactFormat, RedactTransport } = require(
  join(__dirname, "..", "..", "dist", "adapters", "winston.cjs"),
);
const Logger = require(join(process.env.SCRUBJAY_SUITE, "lib", "winston", "logger.js"));

if (way === "redactFormat") {
  const { combine } = require(join(process.env.SCRUBJAY_SUITE, "node_modules", "logform")).format;
  const { configure } = Logger.prototype;
  Logger.prototype.configure = function (options = {}) {
    configure.call(this, options);
    this.format = combine(this.format, redactFormat());
  };
}
if (way === "RedactTransport") {
  const { add } = Logger.prototype;
  Logger.prototype.add = function (transport) {
    // One as winston 2 had them is refused by RedactTransport.
    const isStream =
      typeof transport?.log === "function" &&
      transport.log.length <= 2 &&
      typeof transport.pipe === "function";
    return add.call(
      this,
      isStream && !(transport instanceof RedactTransport) ? new RedactTransport({ transport }) : transport,
    );
  };
}
