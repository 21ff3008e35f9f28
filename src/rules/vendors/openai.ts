import type { ShapeRule } from "../rule.ts";
import { gitleaks } from "./peers.ts";

export const openai: readonly ShapeRule[] = [
  {
    id: "openai/realtime-client-secret",
    name: "OpenAI client secret of a realtime session",
    pattern: "\\bek_[0-9a-f]{32}\\b",
    source: "https://platform.openai.com/docs/api-reference/realtime-sessions/create-realtime-client-secret",
  },
  {
    id: "openai/project-key",
    name: "OpenAI project key",
    pattern: "sk-proj-[\\w-]{20,74}T3BlbkFJ[\\w-]{20,74}",
    token: true,
    source: gitleaks,
  },
  {
    id: "openai/service-account-key",
    name: "OpenAI service account key",
    pattern: "sk-svcacct-[\\w-]{20,74}T3BlbkFJ[\\w-]{20,74}",
    token: true,
    source: gitleaks,
  },
  {
    id: "openai/admin-key",
    name: "OpenAI admin key",
    pattern: "sk-admin-[\\w-]{20,74}T3BlbkFJ[\\w-]{20,74}",
    token: true,
    source: gitleaks,
  },
  {
    id: "openai/api-key",
    name: "OpenAI API key (legacy)",
    pattern: "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20,}",
    source: gitleaks,
  },
];
