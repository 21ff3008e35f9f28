import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, kingfisher } from "./peers.ts";
import { BASE64, PADDING } from "./spelling.ts";

export const network: readonly ShapeRule[] = [
  {
    id: "tailscale/key",
    name: "Tailscale auth, API, OAuth, SCIM or webhook key",
    pattern: "tskey-(?:[a-z]+-)?[A-Za-z0-9]{6,20}-[A-Za-z0-9]{20,32}",
    source: "https://tailscale.com/kb/1277/key-prefixes",
  },
  {
    id: "defined/api-token",
    name: "Defined Networking API token",
    pattern: "dnkey-[\\w=-]{26}-[\\w=-]{52}",
    source: gitleaks,
  },
  {
    id: "nats/nkey-seed",
    name: "NATS NKey seed",
    pattern: "\\bS[AUNCOX]A[A-Z2-7]{55}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
  },
  {
    id: "ngrok/credential",
    name: "ngrok credential",
    pattern: "\\b(?:ak|cr)_[12][A-Za-z0-9]{24,26}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: kingfisher("ngrok"),
  },
  {
    id: "kubernetes/bootstrap-token",
    name: "Kubernetes bootstrap token after its flag or field",
    pattern: '(?:--token[ =]|"token": ?")([a-z0-9]{6}\\.[a-z0-9]{16})\\b',
    exact: true,
    source: "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
  },
  {
    id: "ubidots/token",
    name: "Ubidots token",
    pattern: "BBFF-[A-Za-z0-9]{30}",
    source: kingfisher("ubidots"),
  },
  {
    id: "pubnub/publish-key",
    name: "PubNub publish key",
    pattern: "pub-c-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    exact: true,
    source: kingfisher("pubnub"),
  },
  {
    id: "pubnub/subscribe-key",
    name: "PubNub subscribe key",
    pattern: "sub-c-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    exact: true,
    optIn: true,
    source: kingfisher("pubnub"),
  },
  {
    id: "pubnub/secret-key",
    name: "PubNub secret key",
    pattern: `\\bsec-c-${BASE64}{48}${PADDING}`,
    exact: true,
    source: "https://www.pubnub.com/docs/architecture/authentication/set-up-your-account",
  },
  {
    id: "telnyx/api-key",
    name: "Telnyx API key",
    pattern: "\\bKEY[0-9A-F]{32}_[A-Za-z0-9]{22}\\b",
    exact: true,
    source: betterleaks,
  },
  {
    id: "maxmind/license-key",
    name: "MaxMind licence key",
    pattern: "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk",
    exact: true,
    source: "https://dev.maxmind.com/license-key-validation-api/",
  },
];
