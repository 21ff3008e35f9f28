import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const site = join(root, "site");
/** What VitePress reads: copies, made by `pages.js`. */
export const pages = join(site, ".pages");
export const out = join(root, "dist-site");

/** The entries of the package, with their sources. */
export const ENTRIES = {
  scrubjay: "index.ts",
  "scrubjay/pino": "adapters/pino.ts",
  "scrubjay/winston": "adapters/winston.ts",
  "scrubjay/opentelemetry": "adapters/opentelemetry.ts",
  "scrubjay/stream": "adapters/stream.ts",
  "scrubjay/web": "adapters/web.ts",
  "scrubjay/kafka": "adapters/kafka.ts",
  "scrubjay/metrics": "adapters/metrics.ts",
  "scrubjay/secrets": "adapters/secrets.ts",
  "scrubjay/register": "adapters/register.ts",
};
