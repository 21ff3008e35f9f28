// Bundled for a page: what a browser has, and nothing else.
import * as scrubjay from "scrubjay";
import * as web from "scrubjay/web";
import { runSuite } from "./suite.js";

runSuite({ ...scrubjay, web }).then((result) => globalThis.report(JSON.stringify(result)));
