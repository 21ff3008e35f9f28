import type { BlockRule } from "./rule.ts";

/** A space, also as URLs write it. */
const space = "(?:[ +]|%20|%2520)";

/** Private keys between textual marks. */
export const pemRules: readonly BlockRule[] = [
  {
    id: "pem/private-key",
    name: "PEM private key",
    begin: `-----BEGIN${space}(?:[A-Z0-9]{1,12}${space}){0,3}PRIVATE${space}KEY-----`,
    end: "-----END",
    source: "https://www.rfc-editor.org/rfc/rfc7468",
  },
  {
    id: "pgp/private-key",
    name: "PGP private key",
    begin: `-----BEGIN${space}PGP${space}PRIVATE${space}KEY${space}BLOCK-----`,
    end: "-----END",
    source: "https://www.rfc-editor.org/rfc/rfc9580#section-6.2",
  },
  {
    id: "ssh/private-key",
    name: "SSH2 private key",
    begin: "---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----",
    end: "---- END",
    source: "https://www.rfc-editor.org/rfc/rfc4716",
  },
  {
    id: "ssh/putty-private-key",
    name: "PuTTY private key",
    begin: "Private-Lines: \\d{1,3}",
    end: "Private-MAC",
    source: "https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html",
  },
];
