import { createServer, type Server } from "node:http";
import { KafkaError } from "./errors.ts";
import { type KafkaStatus, statusText } from "./status-text.ts";

/**
 * Serves `/metrics` (Prometheus), `/status` (JSON), `/ready` (200 or 503) and `/live` (503 once the worker has failed).
 *
 * @param address `HOST:PORT`, or `PORT` on the loopback
 * @throws {KafkaError} If nothing can listen there
 */
export async function serveStatus(address: string, status: () => KafkaStatus): Promise<Server> {
  const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(address) ?? [];
  if (port === undefined)
    throw new KafkaError("setup", `--http ${address}: an address is HOST:PORT, as 127.0.0.1:9464, or a port`);
  const server = createServer((request, response) => {
    const { code, type, body } = answerTo(request.url ?? "", status());
    response.writeHead(code, { "content-type": type, "cache-control": "no-store" }).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new KafkaError("setup", `--http ${address}: cannot listen there: ${error.code}`)),
    );
    server.listen(Number(port), host?.replace(/^\[|\]$/g, "") ?? "127.0.0.1", resolve);
  });
  server.unref();
  return server;
}

/** What is answered to a path. */
export function answerTo(
  path: string,
  status: KafkaStatus,
): { readonly code: number; readonly type: string; readonly body: string } {
  const text = "text/plain; charset=utf-8";
  const isLive = status.state !== "failed";
  switch (path.split("?")[0]) {
    case "/metrics":
      return { code: 200, type: "text/plain; version=0.0.4; charset=utf-8", body: statusText(status) };
    case "/status":
      return { code: 200, type: "application/json", body: `${JSON.stringify(status)}\n` };
    case "/ready":
      return {
        code: status.isReady ? 200 : 503,
        type: text,
        body: `${status.isReady ? "ready" : status.state}\n`,
      };
    case "/live":
      return { code: isLive ? 200 : 503, type: text, body: isLive ? "live\n" : "failed\n" };
    default:
      return { code: 404, type: text, body: "/metrics, /status, /ready, /live\n" };
  }
}
