import { hostileResults } from "./hostile.ts";
import { kernelResults } from "./kernel.ts";
import { loggerResults } from "./loggers.ts";
import type { Result } from "./result.ts";
import { runtimeResults } from "./runtimes.ts";
import { serverResults } from "./servers.ts";
import { startResults } from "./start.ts";

/** All but whole filters. */
export async function measureResults(): Promise<Result[]> {
  return [
    ...(await kernelResults()),
    ...hostileResults(),
    ...(await loggerResults()),
    ...(await serverResults()),
    ...startResults(),
    ...runtimeResults(),
  ];
}
