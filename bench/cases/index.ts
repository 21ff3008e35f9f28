import { cleanJson } from "./clean-json.ts";
import { leakyJson } from "./leaky-json.ts";
import { realLogs } from "./real-logs.ts";

export const cases = [cleanJson, leakyJson, realLogs];
