import type { ShapeRule } from "../rule.ts";
import { gitleaks } from "./peers.ts";

const DOC = "https://docs.anthropic.com/en/docs/claude-code/iam";

export const anthropic: readonly ShapeRule[] = [
  {
    id: "anthropic/api-key",
    name: "Anthropic API key",
    pattern: "sk-ant-api03-[\\w-]{93}AA",
    source: gitleaks,
  },
  {
    id: "anthropic/admin-key",
    name: "Anthropic admin key",
    pattern: "sk-ant-admin01-[\\w-]{93}AA",
    source: gitleaks,
  },
  {
    id: "anthropic/oauth-token",
    name: "Anthropic OAuth access token",
    pattern: "sk-ant-oat\\d\\d-[\\w-]{80,}",
    source: DOC,
  },
  {
    id: "anthropic/oauth-refresh-token",
    name: "Anthropic OAuth refresh token",
    pattern: "sk-ant-ort\\d\\d-[\\w-]{80,}",
    source: DOC,
  },
  {
    id: "anthropic/session-key",
    name: "Anthropic session key",
    pattern: "sk-ant-sid\\d\\d-[\\w-]{80,}",
    source: DOC,
  },
];
