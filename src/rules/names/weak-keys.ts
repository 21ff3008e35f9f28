import type { KeyRule } from "../rule.ts";

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
      "_assertion", "_seed", "_salt", "_pepper", "_jwk", "_crypt", "_pat", "_bearer", "_sk",
    ],
    not: [
      "public key", "pub key", "publishable key", "primary key", "foreign key", "partition key", "sort key",
      "row key", "object key", "host key", "cache key", "idempotency key", "web socket key", "routing key",
      "hash key", "group key", "index key", "lookup key", "dedup key", "issue key", "project key",
      "random seed", "frandom seed", "registry key", "message key", "s3 key", "file key", "map key", "event key", "status code",
      "error code", "exit code", "country code", "language code", "postal code", "zip code",
      "response code", "product code", "source code", "key code", "ssh key",
    ],
    // What GitHub's cache says; the key ends in a hash of files.
    phrases: ["from key", "with key", "input keys", "cache key", "publishable key"],
    check: "random",
    vendor: "entropy",
  },
  {
    // A count, or a list of words; one of them by its number is a token.
    id: "key/tokens",
    name: "Tokens in a list",
    key: ["=tokens"],
    check: "random",
    indexed: "mixed",
  },
  {
    // What AWS calls so makes a call idempotent and is a UUID. Vault's `client_token` is a credential, whatever it looks like.
    id: "key/client-token",
    name: "Client token",
    source: "https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html",
    key: ["client token"],
    joined: true,
    check: "not-uuid",
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
