import * as scrubjay from "scrubjay";
import { createRedactStream } from "scrubjay/stream";
import * as web from "scrubjay/web";
import { runSuite } from "./suite.js";

console.log(JSON.stringify(await runSuite({ ...scrubjay, web, createNodeStream: createRedactStream })));
