import type { ShapeRule } from "../rule.ts";
import { betterleaks } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithK: readonly ShapeRule[] = [
  {
    id: "kaggle/api-token",
    name: "Kaggle API token",
    pattern: "KGAT_[0-9a-f]{32}\\b",
    source: "https://www.kaggle.com/docs/api",
  },
  {
    id: "klaviyo/api-key",
    name: "Klaviyo private API key",
    pattern: "\\bpk_[0-9a-f]{34}\\b",
    source: betterleaks,
  },
  {
    id: "kubernetes/bootstrap-token",
    name: "Kubernetes bootstrap token after its flag or field",
    pattern: '(?:--token[ =]|"token": ?")([a-z0-9]{6}\\.[a-z0-9]{16})\\b',
    source: "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
  },
];

/** What Kubernetes prints around a credential of any shape: see `printedRules`. */
export const printedWithK: readonly ShapeRule[] = [
  {
    id: "kubernetes/websocket-bearer",
    name: "Bearer token in a WebSocket's subprotocol",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/authentication/",
    pattern: String.raw`\bbase64url\.bearer\.authorization\.k8s\.io\.([\w-]{8,})`,
  },
];
