import type { ShapeRule } from "../rule.ts";
import { kingfisher } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithX: readonly ShapeRule[] = [
  {
    id: "x/bearer-token",
    name: "X (Twitter) app-only bearer token",
    pattern: "\\bA{21,22}[A-Za-z0-9%]{60,}",
    check: "entropy",
    checkDecides: true,
    source: "https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/application-only",
  },
  {
    id: "xai/api-key",
    name: "xAI API key",
    pattern: "xai-[\\w-]{70,}",
    source: kingfisher("xai"),
  },
  {
    id: "xata/api-key",
    name: "Xata API key",
    pattern: "\\bxau_[A-Za-z0-9]{30,}",
    check: "entropy",
    checkDecides: true,
    source: "https://xata.io/docs",
  },
  {
    id: "xendit/secret-key",
    name: "Xendit secret key",
    pattern: "xnd_(?:production|development)_[A-Za-z0-9]{40,}",
    token: true,
    source: "https://docs.xendit.co/docs/api-keys",
  },
  {
    id: "xendit/public-key",
    name: "Xendit public key",
    pattern: "xnd_public_(?:production|development)_[A-Za-z0-9_]{20,}",
    token: true,
    optIn: true,
    source: "https://docs.xendit.co/docs/api-keys",
  },
];
