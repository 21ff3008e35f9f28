// A request log line as pino and pino-http write it, about 400 bytes.
import { makeCredential, makeJwt } from "./credentials.ts";
import type { Random } from "./random.ts";

const methods = ["GET", "GET", "GET", "POST", "PUT", "DELETE"];
const paths = ["/v1/items", "/v1/users/me", "/health", "/v2/search", "/api/orders"];
const messages = [
  "request completed",
  "cache miss",
  "row inserted",
  "upstream timed out, retrying",
  "user signed in",
];

export const makeRecord = (random: Random, time: number) => ({
  level: 30,
  time,
  pid: 4211,
  hostname: `web-${random.below(40)}.eu-west-1.internal`,
  reqId: random.uuid(),
  req: {
    method: random.pick(methods),
    url: `${random.pick(paths)}/${random.below(1e6)}?page=${random.below(90)}&sort=created_at`,
    headers: {
      host: "api.example.com",
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64)",
      "x-trace": random.hex(32),
    },
    remoteAddress: `10.0.${random.below(256)}.${random.below(256)}`,
  },
  res: { statusCode: 200 },
  responseTime: random.below(900),
  msg: random.pick(messages),
});

/** The same with an `Authorization` header. */
export function makeLeakyRecord(random: Random, time: number) {
  const record = makeRecord(random, time);
  Object.assign(record.req.headers, { authorization: `Bearer ${makeJwt(random)}` });
  return record;
}

export const makeCleanLine = (random: Random, time: number) =>
  `${JSON.stringify(makeRecord(random, time))}\n`;

/** The same with one credential: in a header, in the URL, or in the message. */
export function makeLeakyLine(random: Random, time: number) {
  const record = makeRecord(random, time);
  const place = random.below(3);
  if (place === 0) {
    Object.assign(record.req.headers, { authorization: `Bearer ${makeJwt(random)}` });
  } else if (place === 1) {
    record.req.url += `&access_token=${makeCredential(random)}`;
  } else {
    record.msg = `push with ${makeCredential(random)} was refused`;
  }
  return `${JSON.stringify(record)}\n`;
}
