// Errors of HTTP clients and servers carry the request, and with it its headers.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import axios from "axios";
import express from "express";
import fastify from "fastify";
import got from "got";
import { request as undiciRequest } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRedactor, redact } from "../../src/index.ts";
import { TOKEN } from "./run-script.ts";

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(request.url === "/ok" ? 200 : 500, {
      "set-cookie": `sid=${TOKEN}; Path=/`,
      "x-kind": "test",
    });
    response.end(JSON.stringify({ access_token: TOKEN, kind: "answer" }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const headers = {
  authorization: `Bearer ${TOKEN}`,
  "x-api-key": "hunter2",
  accept: "application/json",
  cookie: "sid=hunter2",
};

/** Where a credential is still to be seen, in every way in which a program logs an error. */
function leaks(error: unknown): readonly string[] {
  const redactor = createRedactor();
  const shown = {
    "redacted, then shown": inspect(redact(error), { depth: 12 }),
    "shown, then redacted": redact(inspect(error, { depth: 8 })),
    stringify: redactor.stringify(error),
    "a field, stringify": redactor.stringify({ err: redact(error) }),
    "its stack": redact(JSON.stringify({ message: String(error), stack: (error as Error).stack })),
    toJSON: JSON.stringify(redact((error as { toJSON?: () => unknown }).toJSON?.() ?? {})),
  };
  return Object.entries(shown).flatMap(([way, text]) =>
    [...text.matchAll(/.{0,120}(?:hunter2|ghp_|Basic [A-Za-z]).{0,40}/g)].map(
      ([found]) => `${way}: ${found}`,
    ),
  );
}

async function failureOf(call: () => Promise<unknown>): Promise<Error> {
  return call().then(
    () => expect.unreachable("did not fail"),
    (error) => error,
  );
}

const clients: readonly (readonly [string, () => Promise<unknown>])[] = [
  ["axios, an answer", () => axios.post(`${url}/?token=hunter2`, { password: "hunter2" }, { headers })],
  ["axios, basic", () => axios.get(url, { auth: { username: "ann", password: TOKEN } })],
  ["axios, nobody there", () => axios.get("http://127.0.0.1:1/", { headers })],
  ["got, an answer", () => got(`${url}/?token=hunter2`, { headers, retry: { limit: 0 } })],
  ["got, nobody there", () => got("http://127.0.0.1:1/", { headers, retry: { limit: 0 } })],
  ["got, basic", () => got(url, { username: "ann", password: "hunter2", retry: { limit: 0 } })],
  ["fetch, nobody there", () => fetch("http://127.0.0.1:1/?token=hunter2", { headers })],
  ["fetch, a credential in the address", () => fetch(`http://ann:hunter2@127.0.0.1:1/`)],
  [
    "fetch, a header that cannot be",
    () => fetch(url, { headers: { authorization: `Bearer ${TOKEN}\nx: y\nz` } }),
  ],
  ["undici, nobody there", () => undiciRequest("http://127.0.0.1:1/?token=hunter2", { headers })],
  [
    "undici, an answer",
    async () => {
      const answer = await undiciRequest(url, { headers });
      throw Object.assign(
        new Error("status", { cause: { headers: answer.headers, body: await answer.body.text() } }),
        {
          options: { headers },
        },
      );
    },
  ],
  [
    "fetch, an answer",
    async () => {
      const request = new Request(url, { headers });
      const response = await fetch(request);
      throw Object.assign(new Error("status"), {
        request,
        response,
        headers: response.headers,
        body: await response.text(),
      });
    },
  ],
];

describe("errors of clients", () => {
  test.each(clients)("%s", async (_, call) => {
    const error = await failureOf(call);
    expect(leaks(error)).toEqual([]);
    const copy = redact(error);
    expect(copy).toBeInstanceOf(Error);
    expect(copy.constructor).toBe(error.constructor);
    expect((copy as NodeJS.ErrnoException).code).toBe((error as NodeJS.ErrnoException).code);
  });

  test("the error itself stays as it was, and what is no secret is still there", async () => {
    const error = await failureOf(() => axios.get(`${url}/path`, { headers }));
    const copy = redact(error) as typeof error & { config: typeof error & { headers: object; url: string } };
    expect((error as typeof copy).config.headers).toMatchObject({ "x-api-key": "hunter2" });
    expect(copy.config.headers).toMatchObject({ "x-api-key": "[REDACTED]", Accept: "application/json" });
    expect(copy.config.url).toBe(`${url}/path`);
    expect(copy.message).toBe("Request failed with status code 500");
  });
});

describe("errors of servers", () => {
  const failing = (request: object) =>
    Object.assign(new Error(`no user for ${TOKEN}`), { request, status: 500 });

  test("Express", async () => {
    const app = express();
    const seen: unknown[] = [];
    app.get("/", (request) => {
      throw failing(request);
    });
    app.use(((error, request, response, _next) => {
      seen.push(error, { error, headers: request.headers, rawHeaders: request.rawHeaders });
      response.status(500).end();
    }) as express.ErrorRequestHandler);
    const listening = app.listen(0, "127.0.0.1");
    await once(listening, "listening");
    await fetch(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/?token=hunter2`, { headers });
    listening.close();
    expect(seen).toHaveLength(2);
    for (const each of seen) expect(leaks(each)).toEqual([]);
    expect((redact(seen[0]) as Error).message).toBe("no user for [REDACTED]");
  });

  test("Fastify", async () => {
    const app = fastify();
    const seen: unknown[] = [];
    app.setErrorHandler((error, request, reply) => {
      seen.push(error, { error, headers: request.headers, raw: request.raw });
      reply.status(500).send();
    });
    app.get("/", (request) => {
      throw failing(request.raw);
    });
    await app.inject({ method: "GET", url: "/?token=hunter2", headers });
    await app.close();
    expect(seen).toHaveLength(2);
    for (const each of seen) expect(leaks(each)).toEqual([]);
  });
});
