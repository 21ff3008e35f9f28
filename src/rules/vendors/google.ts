import type { ShapeRule } from "../rule.ts";
import { betterleaks, kingfisher, noseyparker, titus } from "./peers.ts";
import { COLON, SLASH } from "./spelling.ts";

const DOC = "https://developers.google.com/identity/protocols/oauth2";

export const google: readonly ShapeRule[] = [
  {
    id: "google/api-key",
    name: "Google API key",
    pattern: "AIza[\\w-]{35}",
    token: true,
    source: "https://cloud.google.com/docs/authentication/api-keys",
  },
  {
    id: "google/api-key-base64",
    name: "Google API key in base64",
    pattern: "QUl6YVN[A-Za-z0-9+/]{45}={0,2}",
    token: true,
    source: titus("google"),
  },
  {
    id: "google/gemini-key",
    name: "Google API key bound to a service account",
    pattern: "AQ\\.Ab8RN6[\\w-]{44}",
    token: true,
    source: betterleaks,
  },
  {
    id: "google/auth-key",
    name: "Google API key bound to an account (2026)",
    pattern: "\\bAQ\\.[\\w-]{48,}",
    check: "entropy",
    checkDecides: true,
    source: "https://ai.google.dev/gemini-api/docs/api-key",
  },
  {
    id: "google/oauth-access-token",
    name: "Google OAuth access token",
    pattern: "ya29\\.(?:[a-z0-9]\\.)?[\\w-]{30,}",
    token: true,
    source: DOC,
  },
  {
    id: "google/oauth-refresh-token",
    name: "Google OAuth refresh token",
    pattern: "1(?://|\\\\/\\\\/|%(?:25)?2F%(?:25)?2F)0[\\w-]{40,}",
    source: DOC,
  },
  {
    id: "google/oauth-code",
    name: "Google OAuth authorization code",
    pattern: `\\b4${SLASH}0A[\\w-]{40,}`,
    source: DOC,
  },
  {
    id: "google/oauth-client-secret",
    name: "Google OAuth client secret",
    pattern: "GOCSPX-[\\w-]{28}",
    token: true,
    source: noseyparker("google"),
  },
  {
    id: "google/oauth-client-id",
    name: "Google OAuth client id",
    pattern: "\\b\\d{10,13}-[0-9a-z]{32}\\.apps\\.googleusercontent\\.com",
    optIn: true,
    source: kingfisher("google"),
  },
  {
    id: "google/fcm-server-key",
    name: "Firebase Cloud Messaging server key (legacy)",
    pattern: `AAAA[\\w-]{7}${COLON}[\\w-]{140}`,
    source: "https://firebase.google.com/docs/cloud-messaging",
  },
  {
    id: "google/hmac-access-id",
    name: "Google Cloud Storage HMAC access id",
    pattern: "\\bGOOG(?:1E)?[A-Z0-9]{20,57}\\b",
    optIn: true,
    source: "https://cloud.google.com/storage/docs/authentication/hmackeys",
  },
  {
    id: "google/signed-url",
    name: "Google Cloud Storage signature in a signed URL",
    pattern: "X-Goog-Signature=([0-9a-f]{16,})",
    ignoreCase: true,
    source: "https://cloud.google.com/storage/docs/access-control/signed-urls",
  },
];
