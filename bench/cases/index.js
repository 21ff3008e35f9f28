import { cleanJson } from "./clean-json.js";
import { leakyJson } from "./leaky-json.js";
import { realLogs } from "./real-logs.js";

export const cases = [cleanJson, leakyJson, realLogs];
