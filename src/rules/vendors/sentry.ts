import type { CatalogueShape } from "../catalogue-shape.ts";
import { COLON, SLASH } from "./spelling.ts";

export const sentry: readonly CatalogueShape[] = [
  {
    id: "sentry/application-token",
    name: "Sentry application or integration token",
    pattern: "sntry[ai]_[0-9a-f]{64}",
    example: "«sntrya_‹hex 64›»",
    nearMiss: "sntrya.‹hex 64›",
    token: true,
    source: "https://github.com/getsentry/sentry/blob/master/src/sentry/types/token.py",
  },
  {
    id: "sentry/organization-token",
    name: "Sentry organization token",
    pattern: "sntrys_[A-Za-z0-9+/_=-]{80,}",
    example: "«sntrys_‹base62 84›»",
    nearMiss: "sntrys.‹base62 84›",
    token: true,
    source: "https://docs.sentry.io/account/auth-tokens/",
  },
  {
    id: "sentry/user-token",
    name: "Sentry user token",
    pattern: "sntryu_[0-9a-f]{64}",
    example: "«sntryu_‹hex 64›»",
    nearMiss: "sntryu_‹hex 4›",
    token: true,
    source: "https://docs.sentry.io/account/auth-tokens/",
  },
  {
    id: "sentry/dsn",
    name: "Sentry DSN (public key)",
    pattern: `https${COLON}${SLASH}{2}([0-9a-f]{32})@o\\d`,
    example: "https://«‹hex 32›»@o12345.ingest.sentry.io/678",
    nearMiss: "httpx://‹hex 32›@o12345.ingest.sentry.io/678",
    optIn: true,
    source: "https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
  },
];
