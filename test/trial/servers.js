// What the programs talk to: small servers on the loopback address that take any credential.
import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";

/** @import { IncomingMessage, Server, ServerResponse } from "node:http" */
/** @import { Server as SocketServer, Socket } from "node:net" */
/** @typedef {Record<string, string>} Secrets */

/**
 * @param {() => Secrets} secretsOf those of the program that runs
 * @returns {Promise<{ ports: Record<string, number>, close: () => void }>}
 */
export async function startServers(secretsOf) {
  const servers = {
    HTTP: createServer((request, response) => answer(request, response, secretsOf())),
    SMTP: createSocketServer((socket) => converse(socket, "220 mail.example ESMTP\r\n", answerSmtp)),
    FTP: createSocketServer((socket) => converse(socket, "220 files.example\r\n", answerFtp)),
    REDIS: createSocketServer((socket) => socket.on("data", (data) => socket.write(answerRedis(`${data}`)))),
    // A server of some protocol that it does not speak: takes what is sent and hangs up.
    DEAD: createSocketServer((socket) => socket.once("data", () => socket.destroy())),
  };
  /** @type {Record<string, number>} */
  const ports = {};
  for (const [name, server] of Object.entries(servers)) {
    server.on("connection", (/** @type {Socket} */ socket) => socket.on("error", () => {}));
    await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
    ports[name] = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  }
  const close = () => {
    servers.HTTP.closeAllConnections();
    for (const server of Object.values(servers)) server.close();
  };
  return { ports, close };
}

/** @param {IncomingMessage} request @param {ServerResponse} response @param {Secrets} secrets */
async function answer(request, response, secrets) {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { url = "", headers, method } = request;
  const refused = url.startsWith("/401");
  response.statusCode = refused ? 401 : 200;
  response.setHeader("set-cookie", `session=${secrets.SESSION}; Path=/; HttpOnly`);
  response.setHeader("content-type", "application/json");
  if (refused) response.setHeader("www-authenticate", 'Basic realm="trial"');
  const asksForToken = /token|oauth|login/.test(url) || body.includes("grant_type");
  const content = asksForToken
    ? { access_token: secrets.ACCESS, token_type: "Bearer", expires_in: 3600, refresh_token: secrets.REFRESH }
    : url.startsWith("/echo")
      ? { method, url, headers, body }
      : { id: 17, name: "ann", status: refused ? "unauthorized" : "ok" };
  response.end(JSON.stringify(content));
}

/** @param {Socket} socket @param {string} greeting @param {(line: string) => string} answerLine */
function converse(socket, greeting, answerLine) {
  let text = "";
  socket.write(greeting);
  socket.on("data", (data) => {
    text += data;
    const lines = text.split(/\r?\n/);
    text = lines.pop() ?? "";
    for (const line of lines) socket.write(answerLine(line));
  });
}

/** @param {string} line */
function answerSmtp(line) {
  if (/^EHLO/i.test(line)) return "250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n";
  if (/^AUTH PLAIN \S/i.test(line)) return "235 2.7.0 Authentication successful\r\n";
  if (/^AUTH PLAIN/i.test(line)) return "334 \r\n";
  if (/^AUTH LOGIN/i.test(line)) return "334 VXNlcm5hbWU6\r\n";
  if (/^DATA/i.test(line)) return "354 go on\r\n";
  if (/^QUIT/i.test(line)) return "221 bye\r\n";
  if (line === "YW5u") return "334 UGFzc3dvcmQ6\r\n";
  if (/^[A-Za-z0-9+/]{8,}=*$/.test(line)) return "235 2.7.0 Authentication successful\r\n";
  return /^(?:MAIL|RCPT|NOOP|RSET|\.)/i.test(line) ? "250 ok\r\n" : "";
}

/** @param {string} line */
function answerFtp(line) {
  if (/^USER/i.test(line)) return "331 password, please\r\n";
  if (/^PASS/i.test(line)) return "230 logged in\r\n";
  if (/^PWD/i.test(line)) return '257 "/"\r\n';
  if (/^QUIT/i.test(line)) return "221 bye\r\n";
  return /^(?:TYPE|OPTS|CWD|NOOP)/i.test(line) ? "200 ok\r\n" : "502 no\r\n";
}

/** One `+OK` for each command of the pipeline. @param {string} data */
const answerRedis = (data) => "+OK\r\n".repeat(Math.max(1, data.split(/(?:^|\n)\*\d+\r/).length - 1));
