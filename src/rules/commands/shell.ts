import type { ShapeRule } from "../rule.ts";

/** Up to a flag of the same command, continued lines included. */
const arguments_ = String.raw`(?:[^\n\r\\|;]|\\[^|;])*`;
// Without counted repeats: beside arguments that go on, each count would be a state of its own.

/** A quote before a word, as a shell or a string around the command writes it. */
const quote = String.raw`\\{0,3}["']?`;
/** One word of a command, up to a quote that ends it, or the tag behind it where it stands in XML. */
const word = String.raw`(?:[^\s"'\\<]|<[^\s"'\\/])+`;

/** Commands that read a secret from their standard input, twelve letters each. */
const TAKES_SECRET =
  "(?:docker login|podman login|docker secre|podman secre|gcloud secre|wrangler sec|npx wrangler|passwd --std|gh auth logi|gh secret se|vault login |vercel env a|cryptsetup l|cryptsetup o|openconnect |bin/elastics)";

const PIPED = "https://docs.docker.com/reference/cli/docker/login/#password-stdin";
/** What writes its argument: `echo -n`, `printf '%s'`. */
const ECHO = String.raw`\b(?:echo (?:-[neE]+ )?|printf (?:["']?%s(?:\\{1,2}n)?["']? )?)`;
/** `echo PASSWORD | command`, the password in quotes and without: what stands behind it must have one length. */
const piped = (id: string, name: string, lead: string, command: string): ShapeRule[] => [
  { id, name, source: PIPED, pattern: String.raw`${ECHO}${lead}([^\s"'\\|$]+) \| ${command}` },
  {
    id: `${id}-quoted`,
    name,
    source: PIPED,
    pattern: String.raw`${ECHO}["']${lead}([^"'\\\n|$]+)["'] \| ${command}`,
  },
];

/** Passwords in arguments and in files of commands; those that more than one log has shown are in `commands.ts`. */
// biome-ignore format: a table
export const shellRules: readonly ShapeRule[] = [
  {
    id: "shell/curl-option",
    name: "Password of libcurl",
    source: "https://curl.se/libcurl/c/CURLOPT_USERPWD.html",
    pattern: String.raw`CURLOPT_(?:PROXY|KEY|TLSAUTH_|XOAUTH2_|PROXY_TLSAUTH_)?(?:PASSWORD|PASSWD|USERPWD|BEARER)["']?[ \t]{0,3}(?:,|=>|:)[ \t]{0,3}\\{0,3}["']([^"'\\\s]+)`,
  },
  {
    id: "shell/docker-login",
    name: "Password of a login command",
    source: "https://docs.docker.com/reference/cli/docker/login/",
    pattern: String.raw`\b(?:(?:docker|podman|helm registry|oc|az|az acr|cf|buildah|skopeo|crane|crane auth|conan remote|oras) login|choco source add|doveadm pw|beeline) (?:${arguments_} )?-p[ =]?${quote}(${word})`,
  },
  {
    id: "shell/ldap",
    name: "Password of a command of LDAP or Kerberos",
    source: "https://linux.die.net/man/1/ldapsearch",
    pattern: String.raw`\b(?:ldap(?:search|add|modify|delete|whoami|passwd)|kadmin(?:\.local)?|vsql) (?:${arguments_} )?-p?w ?${quote}(${word})`,
  },
  {
    id: "shell/openssl",
    name: "Pass phrase of openssl",
    source: "https://docs.openssl.org/master/man1/openssl-passphrase-options/",
    pattern: `-pass(?:(?:in|out) {1,2}${quote}| {1,2})pass:(${word})`,
  },
  {
    id: "shell/pgpass",
    toQuote: false,
    name: "Password of .pgpass",
    source: "https://www.postgresql.org/docs/current/libpq-pgpass.html",
    // Not behind a bracket: "[REDACTED:…]" would be taken up to its colon.
    pattern: String.raw`:(?:5432|5433|6432):[\w*.-]{1,64}:[\w*.@+-]{1,64}:([^\s:"'/\\[][^\s:"'/\\]{0,255})`,
  },
  {
    id: "shell/docker-auth",
    name: "Credentials of a container registry",
    source: "https://docs.docker.com/reference/cli/docker/login/#credential-stores",
    pattern: String.raw`"auth\\{0,7}"[ \t]{0,3}:[ \t]{0,3}\\{0,7}"([A-Za-z0-9+/]{12,}={0,2})`,
    check: "entropy",
    checkDecides: true,
  },
  {
    id: "shell/docker-config",
    toQuote: false,
    name: "Docker's config.json in base64, as Kubernetes keeps it",
    source: "https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets",
    pattern: String.raw`\b((?:eyJhdXRocyI6|ewoJImF1dGhzI)[A-Za-z0-9+/]{16,}={0,2})`,
  },
  {
    id: "shell/htpasswd",
    name: "Password of htpasswd -b",
    source: "https://httpd.apache.org/docs/current/programs/htpasswd.html",
    pattern: String.raw`\b(?:htpasswd|mosquitto_passwd)(?: -\w+)* -\w*b\w*(?: -\w+)*(?: [^\s"'*([-][^\s"']*){1,2} ${quote}(${word})`,
  },
  {
    id: "shell/samba",
    name: "Password after a user's name, -U NAME%PASSWORD",
    source: "https://www.samba.org/samba/docs/current/man-html/smbclient.1.html",
    pattern: String.raw`\b(?:smbclient|rpcclient|smbmap|smbget|winexe|net ads|net rpc) (?:${arguments_} )?-U ?${quote}[^\s%"'\\:]+%(${word})`,
  },
  {
    id: "shell/upper-p",
    name: "Password after -P",
    source: "https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility",
    pattern: String.raw`\b(?:sqlcmd|bcp|mosquitto_pub|mosquitto_sub|ipmitool|unzip|zip|knife bootstrap) (?:${arguments_} )?-P ?${quote}(${word})`,
  },
  {
    id: "shell/7z",
    name: "Password of 7-Zip and RAR",
    source: "https://7-zip.opensource.jp/chm/cmdline/switches/password.htm",
    pattern: String.raw`\b(?:7z[azr]?|unrar) (?:${arguments_} )?-h?p${quote}(${word})`,
  },
  {
    id: "shell/mysqladmin",
    name: "New password for mysqladmin",
    source: "https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html",
    pattern: String.raw`\bmysqladmin (?:${arguments_} )?password ${quote}(${word})`,
  },
  {
    id: "shell/token-argument",
    name: "Token that a command of CI takes as an argument",
    source: "https://docs.codecov.com/docs/the-codecov-cli",
    pattern: String.raw`\b(?:(?:codecov(?:cli)?|influx|doctl auth init) (?:${arguments_} )?-t|snyk auth|gh auth login (?:${arguments_} )?--with-token <<<) ${quote}([A-Za-z0-9_-]{20,})`,
  },
  {
    id: "shell/remote-desktop",
    name: "Password of xfreerdp",
    source: "https://github.com/FreeRDP/FreeRDP/wiki/CommandLineInterface",
    pattern: String.raw`\b[xws]l?freerdp3? (?:${arguments_} )?/p:${quote}(${word})`,
  },
  {
    id: "shell/oracle",
    name: "Password of sqlplus, NAME/PASSWORD",
    source: "https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/starting-SQL-Plus.html",
    pattern: String.raw`(?:\b(?:sqlplus|impdp|expdp|sqlldr)(?: -\w+)*|SQL> *[Cc][Oo][Nn][Nn](?:[Ee][Cc][Tt])?) ${quote}[\w$#.]+/([^\s"'\\@]+)`,
  },
  {
    id: "shell/quoted-user",
    name: "Password of curl with blanks in it",
    source: "https://curl.se/docs/manpage.html#-u",
    pattern: String.raw`(?:-u|-U|--user|--proxy-user)[ =]{1,4}["'][^\s:"'\\/]+:([^\s"'\\]+ [^"'\\\n]*)["']`,
  },
  {
    id: "shell/curl-joined-user",
    name: "Password of curl after -uNAME",
    source: "https://curl.se/docs/manpage.html#-u",
    pattern: String.raw`\bcurl (?:${arguments_} )?(?:-[sSkLfgiv]*[uU] {0,2}|--(?:proxy-)?user[ =])${quote}[^\s:"'\\/=]+:${quote}(${word})`,
  },
  {
    id: "shell/curl-cookie",
    name: "Cookie of curl",
    source: "https://curl.se/docs/manpage.html#-b",
    pattern: String.raw`\bcurl (?:${arguments_} )?(?:-b|--cookie)[ =]?${quote}[\w.-]+=([^"'\n\\]+)["'\\]`,
  },
  {
    id: "shell/httpie",
    name: "Password of HTTPie",
    source: "https://httpie.io/docs/cli/authentication",
    pattern: String.raw`\b(?:https?|xhs?) (?:${arguments_} )?(?:-a|--auth)[ =]${quote}[^\s:"'\\/]+:(${word})`,
  },
  ...piped("shell/login-input", "Secret that echo writes into a command which takes one", "", TAKES_SECRET),
  ...piped("shell/sudo-input", "Password that echo writes into sudo", "", "sudo -S"),
  ...piped("shell/chpasswd", "Password that echo writes into chpasswd", String.raw`[\w.-]+:`, "chpasswd"),
  {
    id: "shell/account",
    name: "Password after an account's name",
    source: "https://www.rabbitmq.com/docs/man/rabbitmqctl.8",
    pattern: String.raw`\brabbitmqctl [^\n\r|;]*(?:add_user|change_password|authenticate_user) ["']?[\w.@-]+["']? ["']?([^\s"'\\<]+)`,
  },
  {
    id: "shell/argument-list",
    name: "Password in a list of arguments",
    source: "https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html",
    pattern: String.raw`["'](?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|sshpass|redis-cli|login)\\{0,3}["'](?:\s*,\s*\\{0,3}["'][^"'\n\\]*\\{0,3}["'])*\s*,\s*\\{0,3}["']-(?:p|[pa]\\{0,3}["']\s*,\s*\\{0,3}["'])([^\s"'\\:]+)["'\\]`,
  },
  {
    id: "shell/keychain",
    name: "Password for macOS' keychain",
    source: "https://ss64.com/mac/security.html",
    pattern: String.raw`\bsecurity (?:add-\w+-password|unlock-keychain|import|set-key-partition-list) [^\n\r|;]*-[wpPk] ["']?([^\s"'\\<]+)`,
  },
  {
    id: "shell/lftp",
    name: "Password of lftp",
    source: "https://lftp.yar.ru/lftp-man.html",
    pattern: String.raw`\b(?:lftp (?:${arguments_} )?|open )-u ?${quote}[^\s,"'\\]+,(${word})`,
  },
  {
    id: "shell/useradd",
    name: "Password of useradd and usermod",
    source: "https://man7.org/linux/man-pages/man8/useradd.8.html",
    pattern: String.raw`\buser(?:add|mod) (?:${arguments_} )?(?:-p|--password)[ =]${quote}(${word})`,
  },
  {
    id: "shell/wifi",
    name: "Password of a wireless network",
    source: "https://networkmanager.dev/docs/api/latest/nmcli.html",
    pattern: String.raw`\b(?:nmcli (?:${arguments_} )?password|wpa_passphrase [^\s]+) ${quote}(${word})`,
  },
  {
    id: "shell/composer",
    name: "Password for a registry of Composer",
    source: "https://getcomposer.org/doc/articles/authentication-for-private-packages.md",
    pattern: String.raw`\bcomposer config (?:--?[\w-]+ )*(?:http-basic\.[^\s]+ [^\s]+|(?:github-oauth|gitlab-oauth|gitlab-token|bearer)\.[^\s]+) ${quote}(${word})`,
  },
  {
    id: "shell/poetry",
    name: "Password for a registry of Poetry",
    source: "https://python-poetry.org/docs/repositories/#configuring-credentials",
    pattern: String.raw`\bpoetry config (?:http-basic\.[^\s]+ [^\s]+|pypi-token\.[^\s]+) ${quote}(${word})`,
  },
  {
    id: "shell/parameter-store",
    name: "Secret that a command puts into AWS' parameter store or Azure's vault",
    source: "https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter.html",
    pattern: String.raw`\b(?:ssm put-parameter|keyvault secret set) (?:${arguments_} )?--value[ =]${quote}(${word})`,
  },
  {
    id: "shell/windows-account",
    name: "Password of an account of Windows",
    source: "https://learn.microsoft.com/windows-server/administration/windows-commands/net-user",
    pattern: String.raw`(?:(?:^|[\s\\/"'>;&|])net (?:user [^\s/]+|use [^\s/]+ \\+[^\s]+)|\bschtasks (?:${arguments_} )?/rp) ${quote}([^\s"'\\/][^\s"'\\<]*)`,
  },
  {
    id: "mysql/temporary-password",
    name: "First password of a MySQL server",
    source: "https://dev.mysql.com/doc/refman/8.4/en/linux-installation-yum-repo.html",
    pattern: String.raw`\btemporary password is generated for [^\s:]+: ([^\s"']+)`,
  },
  {
    id: "windows/pwdump",
    name: "NT hash in a dump of accounts",
    source: "https://learn.microsoft.com/openspecs/windows_protocols/ms-samr/",
    // In front of it the LM hash of the empty password, which is all that Windows keeps there.
    pattern: `aad3b435b51404eeaad3b435b51404ee:([0-9a-fA-F]{32})`,
  },
  {
    id: "sql/set-password",
    name: "SQL SET PASSWORD FOR … = '…'",
    source: "https://dev.mysql.com/doc/refman/8.4/en/set-password.html",
    pattern: String.raw`\bSET PASSWORD FOR [^=\n]*= ?\\{0,3}["']([^"'\\\s]+)`,
  },
  {
    id: "sql/password-function",
    name: "SQL PASSWORD('…')",
    source: "https://dev.mysql.com/doc/refman/5.7/en/encryption-functions.html#function_password",
    pattern: String.raw`\b(?:PASSWORD|password)[ \t]?\([ \t]?\\{0,3}["']([^"'\\\s]+)`,
  },
].map((rule) => ({ toQuote: true, ...rule }) as ShapeRule);
