import { hostileAims } from "./hostile.js";
import { kernelAims } from "./kernel.js";
import { loggerAims } from "./loggers.js";
import { startAims } from "./start.js";

/** @returns {Promise<import("./aim.js").Aim[]>} */
export async function measureAims() {
  return [...(await kernelAims()), ...hostileAims(), ...(await loggerAims()), ...startAims()];
}
