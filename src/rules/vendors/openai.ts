import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks } from "./peers.ts";

export const openai: readonly CatalogueShape[] = [
  {
    id: "openai/realtime-client-secret",
    name: "OpenAI client secret of a realtime session",
    pattern: "\\bek_[0-9a-f]{32}\\b",
    example: "«ek_‹hex 32›»",
    nearMiss: "ek_‹hex 31›",
    source: "https://platform.openai.com/docs/api-reference/realtime-sessions/create-realtime-client-secret",
  },
  {
    id: "openai/project-key",
    name: "OpenAI project key",
    pattern: "sk-proj-[\\w-]{20,74}T3BlbkFJ[\\w-]{20,74}",
    example: "«sk-proj-‹base64url 20›T3BlbkFJ‹base64url 20›»",
    nearMiss: "sk-proj.‹base64url 20›T3BlbkFJ‹base64url 20›",
    token: true,
    source: gitleaks,
  },
  {
    id: "openai/service-account-key",
    name: "OpenAI service account key",
    pattern: "sk-svcacct-[\\w-]{20,74}T3BlbkFJ[\\w-]{20,74}",
    example: "«sk-svcacct-‹base64url 20›T3BlbkFJ‹base64url 20›»",
    nearMiss: "sk-svcacct.‹base64url 20›T3BlbkFJ‹base64url 20›",
    token: true,
    source: gitleaks,
  },
  {
    id: "openai/admin-key",
    name: "OpenAI admin key",
    pattern: "sk-admin-[\\w-]{20,74}T3BlbkFJ[\\w-]{20,74}",
    example: "«sk-admin-‹base64url 20›T3BlbkFJ‹base64url 20›»",
    nearMiss: "sk-admin.‹base64url 20›T3BlbkFJ‹base64url 20›",
    token: true,
    source: gitleaks,
  },
  {
    id: "openai/api-key",
    name: "OpenAI API key (legacy)",
    pattern: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20,}",
    example: "«sk-‹base62 20›T3BlbkFJ‹base62 24›»",
    nearMiss: "sk.‹base62 20›T3BlbkFJ‹base62 24›",
    source: gitleaks,
  },
];
