import type { CatalogueShape } from "../catalogue-shape.ts";

/** What only prose tells: the name of a credential, and after it something that a generator has made. */
export const proseRules: readonly CatalogueShape[] = [
  {
    id: "prose/named-token",
    name: "Token after its name in a sentence",
    pattern:
      "\\b(?:(?:api|access) key|(?:access|refresh|bearer|auth|session|id|api) token|client secret|secret key)(?: is| was| provided:| supplied:)? {1,2}(?:\\\\{0,7}[\"'`])?([A-Za-z0-9_+/~-]{20,}(?:\\.[A-Za-z0-9_+/~-]+)*={0,2})",
    example: "api key «‹base62 24›»",
    nearMiss: "api key ‹base62 4›",
    ignoreCase: true,
    check: "entropy",
    checkDecides: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
  {
    id: "prose/refused-token",
    name: "Token that a message refuses",
    pattern:
      "\\b(?:(?:invalid|expired|unknown|revoked|bad|wrong|rejected|with|using) (?:token|key|secret|session):? |(?:token|secret|session) (?:(?:refreshed|generated|issued|created|received|acquired|obtained|rotated|renewed):? )?)(?:\\\\{0,7}[\"'`])?((?:\\d+\\|)?[A-Za-z0-9_+/~-]{24,}(?:\\.[A-Za-z0-9_+/~-]+)*={0,2})",
    example: "Token refreshed: «‹base62 32›»",
    nearMiss: "Token refreshex: ‹base62 32›",
    ignoreCase: true,
    check: "random",
    checkDecides: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
  {
    id: "prose/changed-to",
    name: "What a password is set or changed to",
    pattern:
      "\\bpass(?:word|phrase) (?:was )?(?:re)?(?:set|changed) to (?:\\\\{0,7}[\"'])?((?:[^\\s\\d\"'\\\\<\\[({$*]{2,}\\d|\\d+[A-Za-z])[^\\s\"'\\\\]+[^\\s\"'\\\\,;:.!?)\\]}])",
    example: "password changed to «hunter22x»",
    nearMiss: "password changed tx hunter22x",
    ignoreCase: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
  {
    // `console.log("token", token)`
    id: "prose/debug-line",
    name: "All that a line prints after the name of a credential",
    pattern:
      "^(?:password|passwd|passphrase|token|secret|api ?key)[ \\t]((?:[^\\s\\d\"':=\\\\<\\[({$*-][^\\s\\d\"'\\\\]*\\d|\\d+[A-Za-z])[^\\s\"'\\\\]{4,})$",
    example: "token «k3Jq9vR2xW7b»",
    nearMiss: "tokex k3Jq9vR2xW7b",
    ignoreCase: true,
    check: "entropy",
    checkDecides: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
  {
    id: "prose/with-password",
    name: 'Password after "with password", "invalid password"',
    pattern:
      "\\b(?:with|using|invalid|wrong|incorrect|rejected) (?:the )?password ((?:[^\\s\\d\"':=\\\\<\\[({$*-][^\\s\\d\"'\\\\]*\\d|\\d+[A-Za-z])[^\\s\"'\\\\]{2,})",
    example: "535 Invalid password «h7unter22x»",
    nearMiss: "535 Invalid passworx h7unter22x",
    ignoreCase: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
  ...["is", "was"].map(
    (verb): CatalogueShape => ({
      id: `prose/value-${verb}`,
      name: `Password or token of which a sentence says what it ${verb}`,
      pattern: `\\b(?:pass(?:word|wd|phrase)|api[ _]?key|token) ([^\\s"'\`<>=:\\\\]+) ${verb}\\b`,
      example: `the token «k3Jq9vR2xW7b» ${verb} expired`,
      nearMiss: `the tokens k3Jq9vR2xW7b ${verb} expired`,
      ignoreCase: true,
      check: "mixed",
      checkDecides: true,
      source: "https://cwe.mitre.org/data/definitions/532.html",
    }),
  ),
  {
    // Of honeypots and brute-force guards
    id: "prose/login-attempt",
    name: "Password of a login attempt, USER/PASSWORD",
    pattern: "\\blogin attempt \\[(?:b')?[^\\s/\\]]*/(?:b')?([^\\s\\]]+)\\] ",
    example: "login attempt [root/«hunter22x»] failed",
    nearMiss: "login attempx [root/hunter22x] failed",
    source: "https://docs.cowrie.org/en/latest/OUTPUT.html",
  },
  {
    id: "prose/private-key",
    name: "Private key of a wallet in hexadecimal digits",
    pattern: "\\b(?:private|secret) key(?: hex| is|:)? (?:0x)?([0-9a-f]{64})",
    example: "private key 0x«‹hex 64›»",
    nearMiss: "private key 0x‹hex 40›",
    ignoreCase: true,
    source: "https://ethereum.org/en/developers/docs/accounts/",
  },
  {
    id: "wget/setting",
    name: "Password that wget's debug output says it sets",
    pattern: "\\bSetting (?:--)?[\\w-]*passw(?:or)?d \\((?:http|ftp|proxy)?_?passw(?:or)?d\\) to ([^\\s]+)",
    example: "Setting --password (password) to «hunter22x»",
    nearMiss: "Setting --password (password) tx hunter22x",
    source: "https://www.gnu.org/software/wget/manual/wget.html#Logging-and-Input-File-Options",
  },
  {
    id: "prose/mnemonic",
    name: "Words that a wallet's keys are made from",
    pattern:
      "\\b(?:mnemonic|phrase|seed)(?:[ _-](?:words|phrase))? ?[\"':=\\\\][\"': =\\\\]{0,7}((?:[a-z]{3,8} ){11}[a-z]{3,8}(?: [a-z]{3,8})*)",
    example: "mnemonic: «legal winner thank year wave sausage worth useful legal winner thank yellow»",
    nearMiss: "mnemonix: legal winner thank year wave sausage worth useful legal winner thank yellow",
    source: "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki",
  },
];
