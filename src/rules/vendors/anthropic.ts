import type { CatalogueShape } from "../catalogue-shape.ts";

/** Any number, of few choices a digit, so that it is part of the head: what stands after it is the key, or a mask. */
const NUMBER = "(?:[0-5][0-5]|[0-5][6-9]|[6-9][0-5]|[6-9][6-9])";

const API = "https://docs.claude.com/en/api/admin-api/apikeys/get-api-key";

const DOC = "https://docs.claude.com/en/docs/claude-code/iam";

export const anthropic: readonly CatalogueShape[] = [
  {
    id: "anthropic/api-key",
    name: "Anthropic API key",
    pattern: `sk-ant-api${NUMBER}-[\\w-]{80,}`,
    example: "«sk-ant-api10-‹base64url 84›»",
    nearMiss: "sk-ant-api10-‹base64url 4›",
    token: true,
    source: API,
  },
  {
    id: "anthropic/admin-key",
    name: "Anthropic admin key",
    pattern: `sk-ant-admin${NUMBER}-[\\w-]{80,}`,
    example: "«sk-ant-admin43-‹base64url 84›»",
    nearMiss: "sk-ant-admin43.‹base64url 84›",
    token: true,
    source: API,
  },
  {
    id: "anthropic/oauth-token",
    name: "Anthropic OAuth access token",
    pattern: `sk-ant-oat${NUMBER}-[\\w-]{80,}`,
    example: "«sk-ant-oat10-‹base64url 84›»",
    nearMiss: "sk-ant-oat10.‹base64url 84›",
    token: true,
    source: DOC,
  },
  {
    id: "anthropic/oauth-refresh-token",
    name: "Anthropic OAuth refresh token",
    pattern: `sk-ant-ort${NUMBER}-[\\w-]{80,}`,
    example: "«sk-ant-ort10-‹base64url 84›»",
    nearMiss: "sk-ant-ort10-‹base64url 4›",
    token: true,
    source: DOC,
  },
  {
    id: "anthropic/session-key",
    name: "Anthropic session key",
    pattern: `sk-ant-sid${NUMBER}-[\\w-]{80,}`,
    example: "«sk-ant-sid10-‹base64url 84›»",
    nearMiss: "sk-ant-sid10.‹base64url 84›",
    token: true,
    source: DOC,
  },
  {
    id: "anthropic/other-key",
    name: "Anthropic key of another kind",
    pattern: "sk-ant-[\\w-]{24,}",
    example: "«sk-ant-‹base64url 28›»",
    nearMiss: "sk-ant-‹base64url 14›!‹base64url 13›",
    check: "entropy",
    checkDecides: true,
    source: API,
  },
];
