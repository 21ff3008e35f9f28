import type { ShapeRule } from "../rule.ts";
import { betterleaks, gitleaks } from "./peers.ts";

/** Issuers with few rules, sorted. */
export const startingWithO: readonly ShapeRule[] = [
  {
    id: "octopus/api-key",
    name: "Octopus Deploy API key",
    pattern: "\\bAPI-[A-Z0-9]{26,30}\\b",
    check: "entropy",
    checkDecides: true,
    source: "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
  },
  {
    id: "onepassword/service-account-token",
    name: "1Password service account token",
    pattern: "ops_eyJ[A-Za-z0-9+/_-]{250,}={0,2}",
    token: true,
    source: "https://developer.1password.com/docs/service-accounts/",
  },
  {
    id: "onepassword/secret-key",
    name: "1Password account secret key",
    pattern: "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{6}-[A-Z0-9]{5}|[A-Z0-9]{11})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}\\b",
    source: gitleaks,
  },
  {
    id: "onesignal/api-key",
    name: "OneSignal API key",
    pattern: "os_v2_(?:app|org)_[a-z2-7]{103}",
    token: true,
    source: betterleaks,
  },
  {
    id: "onfido/api-token",
    name: "Onfido API token",
    pattern: "api_(?:live|sandbox)(?:_[a-z]{2})?\\.[\\w-]{11}\\.[\\w-]{32}",
    source: "https://documentation.onfido.com/api/latest/",
  },
  {
    id: "openrouter/api-key",
    name: "OpenRouter API key",
    pattern: "sk-or-v1-[0-9a-f]{64}",
    token: true,
    source: betterleaks,
  },
  {
    id: "openshift/token",
    name: "OpenShift OAuth token",
    pattern: "sha256~[\\w-]{43}",
    token: true,
    source:
      "https://docs.redhat.com/en/documentation/openshift_container_platform/4.16/html/authentication_and_authorization/understanding-authentication",
  },
  {
    id: "openvsx/access-token",
    name: "Open VSX access token",
    pattern: "\\bovsx(?:p|at)_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    source: "https://github.com/eclipse/openvsx/wiki/Publishing-Extensions",
  },
  {
    id: "openweather/api-key",
    name: "OpenWeather API key",
    pattern: "[?&]appid=([0-9a-f]{32})\\b",
    ignoreCase: true,
    source: "https://openweathermap.org/appid",
  },
  {
    id: "oracle/ocid",
    name: "Oracle Cloud identifier",
    pattern: "ocid1\\.[a-z]+\\.[a-z0-9]+\\.[a-z0-9-]*\\.[a-z0-9]{40,}",
    optIn: true,
    source: "https://docs.oracle.com/iaas/Content/General/Concepts/identifiers.htm",
  },
  {
    id: "ory/token",
    name: "Ory token or API key",
    pattern: "\\bory_(?:pat|apikey|at|rt|ac|st|wak)_[\\w.-]{20,}",
    source: "https://www.ory.sh/docs/concepts/personal-access-token",
  },
];
