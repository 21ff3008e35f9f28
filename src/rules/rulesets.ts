import type { KeyRule, Rule } from "./rule.ts";

/** Rules that are chosen by one name. */
export interface Ruleset {
  /** The name in the option `rules`. Unlike a rule's id it has no "/". */
  readonly name: string;
  /** What it is for, for people. */
  readonly about: string;
  /** Ids and issuers (`header/*`), or all rules without or with those that have to be asked for. */
  readonly rules: readonly string[] | "default" | "all";
  /** Rules that only this ruleset has: names that are part of wider rules otherwise. */
  readonly adds?: readonly Rule[];
}

/**
 * Headers whose names end in one of a wider rule (`x-api-key` in `api key`), with which `headers-only` would find more
 * than headers.
 */
// biome-ignore format: a table of names
const apiKeyHeaders: KeyRule = {
  id: "header/api-key",
  key: [
    "=api key", "=private token", "=job token", "=x token", "=x secret",
    "dd api key", "dd application key", "fastly key", "ocp apim subscription key", "xi api key", "z api token",
    "cf access client secret", "cf access jwt assertion", "cf access token", "pinata secret api key", "kc api passphrase",
    "x api key", "x apikey", "x api token", "x apitoken", "x api secret", "x app key", "x app secret", "x access key",
    "x access token", "x auth key", "x auth token", "x auth request access token", "x amz security token",
    "x amzn oidc data", "x amzn oidc accesstoken", "x amz cf id token", "x auth api key", "x consul token",
    "x csrf token", "x xsrf token", "x csrftoken", "x figma token", "x forwarded access token", "x functions key",
    "x gitlab token", "x goog api key", "x goog iap jwt assertion", "x goog iam authorization token",
    "x hasura admin secret", "x jwt token", "x metabase session", "x ms token aad access token",
    "x ms token aad id token", "x ms token aad refresh token", "x ms client principal", "x nomad token",
    "x nuget apikey", "x octopus apikey", "x otx api key", "x postmark server token", "x rapidapi key",
    "x recharge access token", "x refresh token", "x service token", "x session token", "x shopify access token",
    "x shopify storefront access token", "x id token", "x trackertoken", "x user token", "x vault token",
    "x algolia api key", "x cisco meraki api key", "x coinapi key", "x riot token", "x sf token",
  ],
};

/** The rulesets, by their fixed names. */
export const rulesets: readonly Ruleset[] = [
  { name: "default", about: "every rule but those that have to be asked for", rules: "default" },
  {
    name: "strict",
    about: "every rule, public keys and personal data included",
    rules: "all",
  },
  {
    name: "headers-only",
    about: "credentials in HTTP headers: API keys, cookies and such",
    rules: [
      "header/*",
      "http/bearer",
      "http/basic",
      "http/quoted-credentials",
      "http/digest-response",
      "http/signature",
      "http/mac",
    ],
    adds: [apiKeyHeaders],
  },
];
