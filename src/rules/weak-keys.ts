import type { KeyRule } from "./rule.ts";

/**
 * Names that stand in front of a credential or of something else. The value decides: it has to look as if a
 * generator had made it.
 */
// biome-ignore format: tables of names
export const weakKeyRules: readonly KeyRule[] = [
  {
    id: "key/named-random-value",
    name: "Random value under a telling name",
    key: [
      "_key", "_keys", "_api", "_auth", "_authentication", "_code", "_sid", "_sig", "_signature", "_ticket",
      "_assertion", "_seed", "_salt", "_pepper", "_jwk", "_crypt", "=tokens",
    ],
    not: [
      "public key", "_pub key", "publishable key", "primary key", "foreign key", "partition key", "sort key",
      "row key", "object key", "_host key", "cache key", "idempotency key", "web socket key", "routing key",
      "hash key", "_group key", "index key", "lookup key", "dedup key", "issue key", "project key",
      "registry key", "message key", "_s3 key", "_file key", "_map key", "_event key", "_status code",
      "_error code", "_exit code", "_country code", "_language code", "_postal code", "_zip code",
      "_response code", "_product code", "_source code", "_key code", "_ssh key",
    ],
    // What GitHub's cache says; the key ends in a hash of files.
    phrases: ["_from key", "_with key", "_input keys", "_cache key"],
    check: "random",
  },
  {
    id: "key/vendor-name",
    name: "Token under its issuer's bare name",
    source: "https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml",
    key: [
      "=cloudflare",
      "=sourcegraph",
      "=mailchimp",
      "=mailgun",
      "=sendgrid",
      "=postmark",
      "=twilio",
      "=telegram",
      "telegram bot",
      "=slack",
      "=discord",
      "=stripe",
      "=openai",
      "=anthropic",
      "=heroku",
      "=fastly",
      "=datadog",
      "=algolia",
      "=airtable",
      "=facebook",
    ],
    check: "entropy",
  },
];
