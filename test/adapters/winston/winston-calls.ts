import type winston from "winston";
import { TOKEN } from "../run-script.ts";

/** Logs the token in every way in which winston's users hand something over. */
export function everything(logger: winston.Logger): void {
  const cause = new Error(`cause ${TOKEN}`);
  logger.info(`message ${TOKEN}`, { headers: { authorization: `Bearer ${TOKEN}` }, tag: "kept" });
  logger.error("failed", new Error(`error ${TOKEN}`, { cause }));
  logger.error(new AggregateError([cause], `many ${TOKEN}`) as never);
  logger.warn("%s and %o", `splat ${TOKEN}`, { password: "correct horse" });
  logger.log({ level: "info", message: "plain", meta: [TOKEN] });
}
