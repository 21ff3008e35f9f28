import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithK: readonly CatalogueShape[] = [
  {
    id: "k3s/token",
    name: "K3s token that names its cluster",
    pattern: "\\bK10[0-9a-f]{40,}::[\\w.:-]+",
    example: "«K10‹hex 64›::server:‹hex 32›»",
    nearMiss: "K10‹hex 39›::server:‹hex 32›",
    source: "https://docs.k3s.io/cli/token",
  },
  {
    id: "kaggle/api-token",
    name: "Kaggle API token",
    pattern: "KGAT_[0-9a-f]{32}\\b",
    example: "«KGAT_‹hex 32›»",
    nearMiss: "KGAT_‹hex 16›g‹hex 15›",
    source: "https://www.kaggle.com/docs/api",
  },
  {
    id: "klarna/api-key",
    name: "Klarna API key",
    pattern: "klarna_(?:live|test)_api_[A-Za-z0-9+/_=-]{20,}",
    example: "«klarna_live_api_‹base62 60›»",
    nearMiss: "klarna_live_apx_‹base62 60›",
    token: true,
    source: "https://docs.klarna.com/acquirer/klarna/get-started/integration-resilience/authentication/",
  },
  {
    id: "klaviyo/api-key",
    name: "Klaviyo private API key",
    pattern: "\\bpk_[0-9a-f]{34}\\b",
    example: "«pk_‹hex 34›»",
    nearMiss: "pk_‹hex 33›",
    source: betterleaks,
  },
  {
    id: "kubernetes/bootstrap-token",
    name: "Kubernetes bootstrap token after its flag or field",
    pattern: '(?:--token[ =]|"token": ?")([a-z0-9]{6}\\.[a-z0-9]{16})\\b',
    example: "--token=«‹base36 6›.‹base36 16›»",
    nearMiss: "--tokex=‹base36 6›.‹base36 16›",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
  },
];

/** What Kubernetes prints around a credential of any shape: see `printedRules`. */
export const printedWithK: readonly CatalogueShape[] = [
  {
    id: "kubernetes/websocket-bearer",
    name: "Bearer token in a WebSocket's subprotocol",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/authentication/",
    pattern: String.raw`\bbase64url\.bearer\.authorization\.k8s\.io\.([\w-]{8,})`,
    example: "base64url.bearer.authorization.k8s.io.«‹base64url 20›»",
    nearMiss: "base64url.bearer.authorization.k8s.ix.‹base64url 20›",
  },
];
