import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks, kingfisher, trufflehog } from "./peers.ts";
import { BASE64, EQUALS, PADDING } from "./spelling.ts";

export const hosting: readonly ShapeRule[] = [
  { id: "heroku/api-key", name: "Heroku API key", pattern: "HRKU-(?:AA)?[\\w-]{36,58}", source: gitleaks },
  {
    id: "netlify/token",
    name: "Netlify access token",
    pattern: "nf[bcopu]_[A-Za-z0-9]{36}",
    exact: true,
    source: trufflehog("netlify/v2"),
  },
  {
    id: "vercel/token",
    name: "Vercel token",
    pattern: "vc[aikpr]_[\\w-]{32,60}",
    exact: true,
    source: kingfisher("vercel"),
  },
  {
    id: "fly/access-token",
    name: "Fly.io access token",
    pattern: `FlyV1(?: |\\+|%(?:25){0,3}20)((?:${BASE64}|${EQUALS}|[_-]|,fm){8,})`,
    exact: true,
    source: "https://fly.io/docs/security/tokens/",
  },
  {
    id: "fly/macaroon",
    name: "Fly.io macaroon",
    pattern: `(?:fm2|fm1r|fm1a)_${BASE64}{40,}${PADDING}`,
    exact: true,
    source: "https://fly.io/docs/security/tokens/",
  },
  {
    id: "fly/access-token-v0",
    name: "Fly.io access token (earlier form)",
    pattern: "fo1_[\\w-]{43}",
    exact: true,
    source: gitleaks,
  },
  {
    id: "render/api-key",
    name: "Render API key",
    pattern: "rnd_[A-Za-z0-9]{28}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: betterleaks,
  },
  {
    id: "deno/deploy-token",
    name: "Deno Deploy access token",
    pattern: "dd[pw]_[A-Za-z0-9]{36}\\b",
    exact: true,
    source: betterleaks,
  },
  {
    id: "openshift/token",
    name: "OpenShift OAuth token",
    pattern: "sha256~[\\w-]{43}",
    source:
      "https://docs.redhat.com/en/documentation/openshift_container_platform/4.16/html/authentication_and_authorization/understanding-authentication",
  },
  {
    id: "saladcloud/api-key",
    name: "SaladCloud API key",
    pattern: "salad_cloud_[0-9A-Za-z]{1,7}_[0-9A-Za-z]{7,}",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: trufflehog("saladcloudapikey"),
  },
  {
    id: "zuplo/api-key",
    name: "Zuplo consumer API key",
    pattern: "zpka_[0-9a-z]{32}_[0-9a-f]{8}",
    source: betterleaks,
  },
  {
    id: "unkey/root-key",
    name: "Unkey root key",
    pattern: "\\bunkey_[0-9A-Za-z]{20,32}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: betterleaks,
  },
];
