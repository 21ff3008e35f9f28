import type { CatalogueShape } from "../catalogue-shape.ts";

/** Up to a flag or a word of the same command. */
const rest = String.raw`[^\n\r|;]*`;
const word = String.raw`[^\s"'\\<]+`;
/** What is no flag, path or mark. */
const bare = String.raw`[^\s"'\\<*$(/-][^\s"'\\<]*`;
const flags = String.raw`(?:--?[\w-]+(?:=[^\s]+)? )*`;
/** A value that looks like a credential goes whatever its name is; after a name that tells of one, any does. */
const value = String.raw`["']?\w[\w./-]*=["']?(${word})`;

/** Secrets that commands take after any name, or at a place of their own where no name tells of them. */
// biome-ignore format: a table
export const argumentRules: readonly CatalogueShape[] = [
  {
    id: "argument/mysql",
    name: "Password after mysql's -p",
    source: "https://dev.mysql.com/doc/refman/8.4/en/connecting.html",
    // Not a port, `--name mysql -p3306:3306`.
    pattern: String.raw`\b(?:mysql(?:dump|admin|sh)?|mariadb(?:-dump|-admin)?|mycli) (?:${rest} )?["']?-p["']?([0-9:./]*[^\s0-9:./"'\\<$%(=-][^\s"'\\<]*|\d{6,})`,
    example: "mysql -h db -p«hunter22x» app",
    nearMiss: "mysql -h db -xhunter22x app",
  },
  {
    id: "argument/token-as-user",
    name: "Token as the user of curl's -u, with an empty password or a letter for one",
    source: "https://circleci.com/docs/api-developers-guide/",
    pattern: String.raw`\B(?:-u|--user)[ =]["']?([\w.~+-]{16,}):[xX"' ]`,
    example: "-u=«‹base62 32›»:x",
    nearMiss: "-u=‹base62 32›:q",
    check: "entropy",
    checkDecides: true,
  },
  {
    id: "argument/values",
    name: "Secrets that a command sets by name",
    source: "https://fly.io/docs/flyctl/secrets-set/",
    pattern: String.raw`\b(?:secrets set |vault kv (?:put|patch) )${flags}(?:[\w./-]+ )?${value}`,
    example: "fly secrets set NEON=«hunter22x» -a app",
    nearMiss: "fly secrets sex NEON=hunter22x -a app",
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "argument/from-literal",
    name: "Values of a secret of Kubernetes",
    source: "https://kubernetes.io/docs/reference/kubectl/generated/kubectl_create/kubectl_create_secret_generic/",
    pattern: `--from-literal[ =]${value}`,
    example: "kubectl create secret generic a -n b --from-literal=foo=«hunter22x»",
    nearMiss: "kubectl create secret generic a -n b --from-literax=foo=hunter22x",
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "argument/behind-name",
    name: "Secret after the name that a command sets it for",
    source: "https://learn.microsoft.com/aspnet/core/security/app-secrets",
    pattern: String.raw`\b(?:user-secrets set|samba-tool user (?:create|setpassword)) ["']?${bare}["']? ["']?(${bare})`,
    example: "samba-tool user create ann «hunter22x»",
    nearMiss: "samba-tool user creatx ann hunter22x",
  },
  {
    id: "argument/here-string",
    name: "Secret in a here-string",
    source: "https://www.gnu.org/software/bash/manual/html_node/Redirections.html#Here-Strings",
    // "init" and "setup" are in too many lines to stop at for kinit and cryptsetup.
    pattern: String.raw`\b(?:passwd|wg set|docker login|podman login|gh auth login|gh secret set|wrangler secret put|docker secret create|secrets create) ${rest}<<< ?["']?(${word})`,
    example: 'wrangler secret put X <<< "«hunter22x»"',
    nearMiss: 'wrangler secret pux X <<< "hunter22x"',
  },
  {
    id: "argument/flag",
    name: "Password after a flag of one letter",
    source: "https://docs.openssl.org/master/man1/openssl-enc/",
    pattern: String.raw`\b(?:(?:openssl (?:enc|aes-\w+|passwd)|slappasswd|ldappasswd) (?:${rest} )?-[kKs156]|(?:snmpwalk|snmpget|snmpset) (?:[^\n\r|;AX]* )?-[AX]) ["']?(${word}(?: -[xX] ${word})*)`,
    example: "openssl enc -aes-256-cbc -k «hunter22x» -in f",
    nearMiss: "openssl enc -aes-256-cbc -x hunter22x -in f",
  },
  {
    id: "argument/place",
    name: "Token that a command takes as an argument",
    source: "https://doc.rust-lang.org/cargo/commands/cargo-login.html",
    pattern: String.raw`\b(?:cargo login|add-authtoken|ngrok authtoken|setapikey|wandb login|encrypt_string|config set requirepass|sentinel auth-pass [^\s]+|mkstore -wrl [^\s]+ -createCredential [^\s]+ [^\s]+|AUTH2 [^\s]+|bw unlock(?: --raw)?|alias set [^\s]+ https?://[^\s]+ [^\s]+) ["']?(${bare})`,
    example: "cargo login «hunter22x»",
    nearMiss: "cargo logix hunter22x",
  },
  {
    id: "argument/signing",
    name: "Password for a key of SSH or a certificate",
    source: "https://man7.org/linux/man-pages/man1/ssh-keygen.1.html",
    pattern: String.raw`\b(?:ssh-keygen [^\n\r|;]*-[NP]|signtool(?:\.exe)? sign [^\n\r|;]* /p) ["']?([^\s"'\\<]+)`,
    example: "ssh-keygen -P «hunter22x»",
    nearMiss: "ssh-keygen -X hunter22x",
  },
  {
    id: "argument/github-secret",
    name: "Secret that gh sets",
    source: "https://cli.github.com/manual/gh_secret_set",
    pattern: String.raw`\bgh secret set [^\n\r|;]* (?:-b|--body)[ =]?["']?([^\s"'\\<]+)`,
    example: "gh secret set X -b«hunter22x»",
    nearMiss: "gh secret set X -xhunter22x",
  },
  {
    id: "argument/bundle",
    name: "Password for a source of Bundler",
    source: "https://bundler.io/man/bundle-config.1.html",
    pattern: String.raw`\bbundle config (?:--\w+ |set )*[^\s=]*\.[^\s=]+ ["']?[^\s:"']+:([^\s"'\\</][^\s"'\\<]*)`,
    example: "bundle config gems.example ann:«hunter22x»",
    nearMiss: "bundle confix gems.example ann:hunter22x",
  },
  {
    id: "argument/npm",
    name: "Token that npm is set",
    source: "https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration",
    pattern: String.raw`\bnpm (?:config )?set [^\s]*_(?:authToken|auth|password)[ =]["']?([^\s"'\\<]+)`,
    example: "npm set //a.example/:_authToken «hunter22x»",
    nearMiss: "npm set //a.example/:_authTokex hunter22x",
  },
  {
    id: "argument/behind-user",
    name: "Password after a user's name",
    source: "https://man7.org/linux/man-pages/man8/chpasswd.8.html",
    pattern: String.raw`\b(?:chpasswd <<< ["']?[\w.@-]+:|addauth digest [^\s:]+:|net use [^\n\r|;]*/user:[^\s]+ |radtest [^\s]+ )["']?([^\s"'\\<]+)`,
    example: "<Data>net use x /user:ann «hunter22x»</Data>",
    nearMiss: "<Data>net use x /usex:ann hunter22x</Data>",
  },
].map((rule) => ({ toQuote: true, ...rule }) as CatalogueShape);
