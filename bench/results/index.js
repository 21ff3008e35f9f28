import { hostileResults } from "./hostile.js";
import { kernelResults } from "./kernel.js";
import { loggerResults } from "./loggers.js";
import { runtimeResults } from "./runtimes.js";
import { serverResults } from "./servers.js";
import { startResults } from "./start.js";

/** All but whole filters. @returns {Promise<import("./result.js").Result[]>} */
export async function measureResults() {
  return [
    ...(await kernelResults()),
    ...hostileResults(),
    ...(await loggerResults()),
    ...(await serverResults()),
    ...startResults(),
    ...runtimeResults(),
  ];
}
