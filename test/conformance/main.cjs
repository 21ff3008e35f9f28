const scrubjay = require("scrubjay");
const { createRedactStream } = require("scrubjay/stream");
const web = require("scrubjay/web");
const { runSuite } = require("./suite.js");

runSuite({ ...scrubjay, web, createNodeStream: createRedactStream }).then((result) =>
  console.log(JSON.stringify(result)),
);
