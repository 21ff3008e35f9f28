// node bench/children/server.js plain|paths|hooks: a Fastify that answers with JSON and logs each request and reply.
import fastify from "fastify";
import { pino } from "pino";
import { redactHooks } from "../../dist/adapters/pino.js";

const [kind] = process.argv.slice(2);
const options =
  kind === "hooks"
    ? { hooks: redactHooks() }
    : kind === "paths"
      ? { redact: ["req.headers.authorization", "password", "*.token"] }
      : {};
// What a serializer shows of a request: its headers, too, or there would be nothing to redact.
const serializers = {
  /** @param {import("fastify").FastifyRequest} request */
  req: ({ method, url, headers, ip }) => ({ method, url, headers, remoteAddress: ip }),
};
const logger = pino({ ...options, serializers }, pino.destination({ dest: "/dev/null", sync: false }));
const app = fastify({ loggerInstance: logger });
app.get("/items/:id", async ({ params }) => ({ ...Object(params), name: "an item", count: 3 }));
await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
process.send?.(typeof address === "object" ? address?.port : undefined);
process.on("disconnect", () => process.exit());
