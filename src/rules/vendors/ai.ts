import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, kingfisher, noseyparker, trufflehog } from "./peers.ts";

export const ai: readonly ShapeRule[] = [
  {
    id: "huggingface/user-token",
    name: "Hugging Face user access token",
    pattern: "hf_[A-Za-z0-9]{34}\\b",
    exact: true,
    source: "https://huggingface.co/docs/hub/security-tokens",
  },
  {
    id: "huggingface/organization-token",
    name: "Hugging Face organization token",
    pattern: "api_org_[A-Za-z]{34}\\b",
    exact: true,
    source: gitleaks,
  },
  { id: "groq/api-key", name: "Groq API key", pattern: "gsk_[A-Za-z0-9]{52}", source: noseyparker("groq") },
  {
    id: "xai/api-key",
    name: "xAI API key",
    pattern: "xai-[\\w-]{70,}",
    exact: true,
    source: kingfisher("xai"),
  },
  { id: "perplexity/api-key", name: "Perplexity API key", pattern: "pplx-[A-Za-z0-9]{48}", source: gitleaks },
  {
    id: "replicate/api-token",
    name: "Replicate API token",
    pattern: "r8_[A-Za-z0-9]{37}\\b",
    exact: true,
    source: kingfisher("replicate"),
  },
  {
    id: "openrouter/api-key",
    name: "OpenRouter API key",
    pattern: "sk-or-v1-[0-9a-f]{64}",
    source: betterleaks,
  },
  {
    id: "cerebras/api-key",
    name: "Cerebras API key",
    pattern: "csk-[0-9a-z]{48}\\b",
    exact: true,
    source: betterleaks,
  },
  {
    id: "nvidia/api-key",
    name: "NVIDIA API key",
    pattern: "nvapi-[\\w-]{60,70}",
    source: kingfisher("nvapi"),
  },
  {
    id: "pinecone/api-key",
    name: "Pinecone API key",
    pattern: "pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}",
    source: betterleaks,
  },
  {
    id: "langsmith/personal-token",
    name: "LangSmith personal token",
    pattern: "lsv2_pt_[0-9a-f]{32}_[0-9a-f]{10}",
    source: betterleaks,
  },
  {
    id: "langsmith/service-key",
    name: "LangSmith service key",
    pattern: "lsv2_sk_[0-9a-f]{32}_[0-9a-f]{10}",
    source: betterleaks,
  },
  {
    id: "langfuse/secret-key",
    name: "Langfuse secret key",
    pattern: "sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    exact: true,
    source: trufflehog("langfuse"),
  },
  {
    id: "langfuse/public-key",
    name: "Langfuse public key",
    pattern: "pk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    exact: true,
    optIn: true,
    source: trufflehog("langfuse"),
  },
];
