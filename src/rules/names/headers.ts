import type { KeyRule } from "../rule.ts";

/**
 * HTTP headers that carry a credential under a name that no generic key covers: `x-api-key`, `x-auth-token`
 * or `cf-access-client-secret` end in a name of `keys.ts`. Names match as suffixes, so `authorization` is also
 * `Proxy-Authorization`, `HTTP_AUTHORIZATION`, `req.headers.authorization`.
 *
 * Left out: challenges (`www-authenticate`), identifiers (`x-app-id`, `x-auth-email`), values that only look like
 * credentials (`etag`, `sec-websocket-key`, `idempotency-key`).
 */
// biome-ignore format: tables of names
export const headerRules: readonly KeyRule[] = [
  {
    id: "header/authorization",
    name: "Authorization header",
    source: "https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2",
    key: ["authorization", "authorization auxiliary", "=authorisation", "authorization header"],
    not: [
      "preauthorization", "reauthorization", "payment authorization", "card authorization",
      "requires authorization", "no authorization", "without authorization",
    ],
    value: "credentials",
  },
  {
    id: "header/cookie",
    name: "Cookie header",
    source: "https://www.rfc-editor.org/rfc/rfc6265#section-4.2",
    key: [
      "_cookie", "=cookies", "headers cookies", "request cookies", "req cookies", "signed cookies",
      "cookie header", "cookie jar", "cookie string",
    ],
    not: [
      "accept cookie", "allow cookie", "block cookie", "third party cookie", "has cookie", "no cookie",
      "enable cookie", "disable cookie", "syn cookie", "tough cookie", "js cookie", "universal cookie", "react cookie",
    ],
    value: "cookies",
  },
  {
    id: "header/set-cookie",
    name: "Set-Cookie header",
    source: "https://www.rfc-editor.org/rfc/rfc6265#section-4.1",
    key: ["set cookie", "set cookies", "set cookie 2"],
    not: ["dav set cookie"],
    value: "set-cookie",
  },
  {
    id: "header/api-key",
    name: "API key header",
    key: [
      "aio key", "amzn oidc data", "ba key", "detectify key", "grafana id", "honeycomb team", "jfrog art api",
      "mailsac key", "mashape key", "registry auth", "registry config", "sentry auth", "stripo api auth",
      "thog key", "vercel protection bypass", "x client key", "x insert key", "x query key", "zumo auth",
    ],
  },
];
