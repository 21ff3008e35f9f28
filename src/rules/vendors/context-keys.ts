import type { KeyRule } from "../rule.ts";

/**
 * Names in front of credentials that have no shape of their own (32 hexadecimal digits, a UUID), beyond
 * the names that hold for every issuer in `src/rules/names/keys.ts`.
 *
 * Left out because real logs hold innocents under them: `user key`, `primary key`, `host key`, `write key`
 * (Segment's is public), `connection string` (its password is found by its own name), `tls key` (a path).
 */
export const contextKeys: readonly KeyRule[] = [
  {
    id: "key/oauth1-consumer-key",
    name: "OAuth 1.0a consumer key",
    source: "https://www.rfc-editor.org/rfc/rfc5849",
    key: ["consumer key"],
  },
  {
    id: "key/cluster-key",
    name: "Key that lets a machine join or unlock a cluster",
    source: "https://developer.hashicorp.com/consul/docs/security/encryption/gossip",
    key: [
      "gossip key",
      "join key",
      "swarm key",
      "cluster key",
      "unlock key",
      "enrollment key",
      "enrolment key",
      "tsig key",
      "rndc key",
      "nkey seed",
    ],
  },
  {
    id: "key/snmp-community",
    name: "SNMP community",
    source: "https://www.rfc-editor.org/rfc/rfc1901",
    key: ["snmp community", "snmpv1 community", "snmpv2c community", "community string"],
  },
  {
    id: "key/wlan-key-content",
    name: "Key of a wireless network as netsh shows it",
    source: "https://learn.microsoft.com/windows-server/administration/windows-commands/netsh-wlan",
    key: ["key content"],
  },
  {
    id: "key/client-key-data",
    name: "Private key inside a kubeconfig",
    source: "https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/",
    key: ["client key data"],
  },
  {
    id: "key/docker-config",
    name: "Docker or npm registry login",
    source: "https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/",
    key: ["dockerconfigjson", "docker auth config", "docker config json", "npm config auth"],
  },
  {
    id: "key/sidekiq",
    name: "Sidekiq Enterprise or Pro login for Bundler",
    source: "https://github.com/sidekiq/sidekiq/wiki/Build-Gem-Server",
    key: ["contribsys com"],
  },
  {
    id: "key/test-reporter",
    name: "Code Climate test reporter id",
    source: "https://docs.codeclimate.com/docs/configuring-test-coverage",
    key: ["test reporter id"],
  },
  {
    id: "key/wallet-seed",
    name: "Seed of a wallet",
    source: "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki",
    key: ["wallet seed", "master seed", "seed hex", "seed words"],
  },
];
