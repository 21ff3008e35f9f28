import type { CatalogueShape } from "../catalogue-shape.ts";

/** A byte of an argument; a blank, a quote or a redirection ends it. */
const ARGUMENT = "[^\\s\"'`<>\\\\]";

const QUOTE = "\\\\{0,7}[\"']";
const OPEN = `(?:${QUOTE})?`;
/** Of curl's `-u`; it may be empty. */
const USER_NAME = "(?:[^\\s:\"'\\\\/+[<][^\\s:\"'\\\\/[]*)?";

/** A string of SQL as far as it is plain: it goes on to its quote. A backslash in front of a letter is one of its own. */
const SQL_TEXT = "\\\\{0,7}'((?:[^'\\n\\\\]|''|\\\\+[A-Za-z])(?:[^'\"`\\n\\\\]|'')*)";
const SQL_REST = "[^\\s'\"`;\\\\]";
const SQL_WORD = `([^\\s'"\`;\\\\<]${SQL_REST}*)`;
const LETTERS = [..."PASSWORD"];
const eitherCase = (letters: readonly string[]): string =>
  letters.map((letter) => `[${letter}${letter.toLowerCase()}]`).join("");
/** Any word but PASSWORD, which MySQL 5 and MariaDB write in front of a hash. */
const NOT_PASSWORD = `(${LETTERS.flatMap((letter, i, all) => {
  const head = eitherCase(all.slice(0, i));
  const other = `${head}[^\\s'"\`;\\\\<${letter}${letter.toLowerCase()}]${SQL_REST}*`;
  return i === 0 ? [other] : [`${head}\\b`, other];
}).join("|")}|${eitherCase(LETTERS)}${SQL_REST}+)`;
const IDENTIFIED_BY = "\\bIDENTIFIED(?: WITH [\\w'\"]+ (?:BY|AS)| BY)(?: PASSWORD)?";
const ROLE_PASSWORD = "\\b(?:CREATE|ALTER) {1,4}(?:USER|ROLE|LOGIN) [^;\\n'\"=]*[ \\t]PASSWORD";
/** What stands in front of a string; in front of a word it is at least one character. */
const TO_TEXT = " {0,4}=? {0,4}";
const TO_WORD = '(?:(?: {1,4}(?:= {0,4})?|= {0,4})(?:\\\\{0,7}")?|\\\\{0,7}")';

/** A user, in quotes or not, but for the word "user" itself: in `password for user 'ann' …` it is ann. */
const USER =
  "(?:\\\\{0,7}[\"'][\\w.@-]+\\\\{0,7}[\"']|[\\w.@-]{1,2}|[a-su-z\\d_.@-][\\w.@-]{2}|t[a-gi-z\\d_.@-][\\w.@-]|th[a-df-z\\d_.@-]|[a-tv-z\\d_.@-][\\w.@-]{3}|u[a-rt-z\\d_.@-][\\w.@-]{2}|[\\w.@-]{5,})";

/** Credentials in the arguments of commands and in SQL. */
export const commandRules: readonly CatalogueShape[] = [
  // What stands before the group is short and holds no credential itself: it is passed over unseen.
  {
    id: "command/user-flag",
    name: "Password after curl's --user",
    // Of a list of arguments, user and password are one item. A quote after the user has one in front of him.
    pattern: `\\B(?:-u|-U|--user|--proxy-user)(?:[ =]{1,4}(?:${USER_NAME}|${QUOTE}${USER_NAME}${OPEN}):${OPEN}|${QUOTE}(?: ?,\\s*| a\\d=)${OPEN}${USER_NAME}:)(\\d*[^\\s\\d"'\`<>\\\\:/,)\\]}]${ARGUMENT}*)`,
    example: "curl -u ann:«hunter22x» https://a.example",
    nearMiss: "curl -x ann:hunter22x https://a.example",
    toQuote: true,
    source: "https://curl.se/docs/manpage.html#-u",
  },
  {
    id: "command/user-flag-lines",
    name: "Password after --user in a list of arguments over lines",
    pattern: `["'](?:-u|-U|--user|--proxy-user)["'],\\r?\\n *["'][^\\s:"'\\\\/]+:(\\d*[^\\s\\d"'\`<>\\\\:/][^"'\\\\\\n]*)`,
    example: '"-u",\n  "ann:«hunter22x»"',
    nearMiss: '"-x",\n  "ann:hunter22x"',
    source: "https://curl.se/docs/manpage.html#-u",
  },
  {
    id: "command/user-and-password",
    name: "Password after -u NAME -p",
    // A port has five digits at most.
    pattern: `[ "']-u *${OPEN}[^\\s:"'-][^\\s:"']*${OPEN} +-(?:[pP] +|p)${OPEN}([0-9:./]*[^\\s0-9:./"'\`<>\\\\$%-]${ARGUMENT}*|\\d{6,})`,
    example: "curl -u ann -p «hunter22x»",
    nearMiss: "curl -u ann -x hunter22x",
    // A flag of another name, and each of its beginnings.
    not: "[ \"']-u[^\\n]* -pa(?:s(?:s[a-z]*(?:[=:][^\\n]*)?)?)?",
    toQuote: true,
    source: "https://learn.microsoft.com/sysinternals/downloads/psexec",
  },
  {
    // A port has digits only.
    id: "command/user-and-password-list",
    name: "Password after -u NAME -p in a list of arguments",
    pattern: String.raw`["'](?:-u|--user|--username)["'] ?,\s*["'][^"'\n]+["'] ?,\s*(?:["'][^"'\n]*["'] ?,\s*)*["'](?:-p|-P)["'] ?,\s*["'](\d*[^\s\d"'\\][^"'\n\\]*)`,
    example: "'-u', 'ann', '-p', '«hunter22x»'",
    nearMiss: "'-u', 'ann', '-x', 'hunter22x'",
    toQuote: true,
    source: "https://docs.python.org/3/library/subprocess.html#subprocess.CalledProcessError",
  },
  {
    id: "command/redis-cli",
    name: "Password of redis-cli",
    pattern: `\\bredis-cli(?: +-[hpn] *[^\\s-]+){0,3} +-a +${OPEN}(${ARGUMENT}+)`,
    example: "redis-cli -a «hunter22x»",
    nearMiss: "redis-cli -x hunter22x",
    toQuote: true,
    source: "https://redis.io/docs/latest/develop/tools/cli/",
  },
  {
    id: "command/sshpass",
    name: "Password of sshpass",
    pattern: `\\bsshpass +-p *${OPEN}(${ARGUMENT}+)`,
    example: "sshpass -p«hunter22x»",
    nearMiss: "sshpass -xhunter22x",
    toQuote: true,
    source: "https://linux.die.net/man/1/sshpass",
  },
  {
    id: "command/sshpass-list",
    name: "Password of sshpass in a list of arguments",
    pattern: String.raw`["']sshpass["'],? ?["']-p["'],? ?["']([^"'\\\n]+)`,
    example: "'sshpass', '-p', '«hunter22x»'",
    nearMiss: "'sshpass', '-x', 'hunter22x'",
    toQuote: true,
    source: "https://linux.die.net/man/1/sshpass",
  },
  {
    id: "command/vault-unseal",
    name: "Unseal key of Vault",
    pattern: "\\boperator unseal +(?:\\\\{0,7}[\"'])?([A-Za-z0-9+/]{40,}={0,2})",
    example: "operator unseal «‹base64 44›»",
    nearMiss: "operator unseax ‹base64 44›",
    source: "https://developer.hashicorp.com/vault/docs/commands/operator/unseal",
  },
  {
    id: "command/vault-unseal-output",
    name: "Unseal key of Vault as it is shown",
    pattern: "\\b(?:Unseal|Recovery) Key \\d{1,2}: {0,4}([A-Za-z0-9+/]{40,}={0,2})",
    example: "Unseal Key 1: «‹base64 44›»",
    nearMiss: "Unseal Kex 1: ‹base64 44›",
    source: "https://developer.hashicorp.com/vault/docs/commands/operator/init",
  },
  {
    id: "command/secure-string",
    name: "Text of ConvertTo-SecureString",
    pattern:
      "ConvertTo-SecureString +(?:-(?:String|AsPlainText|Force) +){0,3}(?:\\\\{0,7}[\"'])?([^\\s\"'`\\\\$(-][^\\s\"'`\\\\]{3,})",
    example: "ConvertTo-SecureString «hunter22x» -AsPlainText -Force",
    nearMiss: "ConvertTo-SecureStrinx hunter22x -AsPlainText -Force",
    ignoreCase: true,
    toQuote: true,
    source:
      "https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring",
  },
  {
    id: "command/secure-string-quoted",
    name: "Text of ConvertTo-SecureString in quotes",
    pattern:
      'ConvertTo-SecureString(?: +(?:-(?:String|AsPlainText|Force) +){0,3}|\\): name="String"; value=)\\\\{0,7}["\']([^\\s"\'\\\\$(-][^"\'\\\\\\n]*)["\'\\\\]',
    example: "New-LocalUser -Password (ConvertTo-SecureString -String '«hunter22x»' -AsPlainText -Force)",
    nearMiss: "New-LocalUser -Password (ConvertTo-SecureString -Strinx 'hunter22x' -AsPlainText -Force)",
    ignoreCase: true,
    source:
      "https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring",
  },
  {
    id: "command/netrc",
    name: "Password in a .netrc entry",
    pattern: `\\b(?:machine\\s+[^\\s]+|default)\\s+login\\s+[^\\s]+\\s+password[ \\t]+([^\\s"'\`<>\\\\:=]${ARGUMENT}*)`,
    example: "machine a.example login ann password «hunter22x»",
    nearMiss: "machine a.example login ann passworx hunter22x",
    source: "https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html",
  },
  {
    id: "sql/identified-by",
    name: "Password in SQL, IDENTIFIED BY",
    // In small letters it is prose, unless a statement begins so.
    pattern: `(?:${IDENTIFIED_BY}|\\b(?:create|alter) (?:user|role) [^;\\n]*identified by)${TO_WORD}${NOT_PASSWORD}`,
    example: "CREATE USER ann IDENTIFIED BY «hunter22x»",
    nearMiss: "CREATE USER ann IDENTIFIED BX hunter22x",
    source: "https://dev.mysql.com/doc/refman/8.4/en/create-user.html",
  },
  {
    id: "sql/identified-by-text",
    name: "Password in SQL, IDENTIFIED BY '…'",
    pattern: `${IDENTIFIED_BY}${TO_TEXT}${SQL_TEXT}`,
    example: "CREATE USER ann IDENTIFIED BY '«hunter22x»'",
    nearMiss: "CREATE USER ann IDENTIFIED BX 'hunter22x'",
    ignoreCase: true,
    toQuote: true,
    source: "https://dev.mysql.com/doc/refman/8.4/en/create-user.html",
  },
  {
    id: "sql/identified-by-quoted",
    name: 'Password in SQL, IDENTIFIED BY "…"',
    pattern: `${IDENTIFIED_BY}${TO_TEXT}\\\\{0,7}"((?:\\\\+[A-Za-z]|[^\\s"'\\\\+.])[^"\\\\\\n]*)["\\\\]`,
    example: 'CREATE USER ann IDENTIFIED BY "«hunter22x»"',
    nearMiss: 'CREATE USER ann IDENTIFIED BX "hunter22x"',
    source: "https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-USER.html",
  },
  {
    id: "sql/role-password",
    name: "Password in SQL, CREATE or ALTER ROLE",
    pattern: `${ROLE_PASSWORD}${TO_WORD}${SQL_WORD}`,
    example: "ALTER ROLE ann PASSWORD «hunter22x»",
    nearMiss: "ALTER ROLE ann PASSWORX hunter22x",
    ignoreCase: true,
    source: "https://www.postgresql.org/docs/current/sql-createrole.html",
  },
  {
    id: "sql/role-password-text",
    name: "Password in SQL, CREATE or ALTER ROLE … PASSWORD '…'",
    pattern: `${ROLE_PASSWORD}${TO_TEXT}${SQL_TEXT}`,
    example: "ALTER ROLE ann PASSWORD '«hunter22x»'",
    nearMiss: "ALTER ROLE ann PASSWORX 'hunter22x'",
    ignoreCase: true,
    toQuote: true,
    source: "https://www.postgresql.org/docs/current/sql-createrole.html",
  },
  {
    id: "sql/pragma-key",
    name: "Key of an encrypted SQLite database",
    pattern: String.raw`\bPRAGMA (?:[\w.]+\.)?(?:re|hex|hexre)?key *= *\\{0,3}["']([^"'\n\\]+)`,
    example: "pragma key='«hunter22x»",
    nearMiss: "pragma kex='hunter22x",
    ignoreCase: true,
    toQuote: true,
    source: "https://www.zetetic.net/sqlcipher/sqlcipher-api/",
  },
  {
    id: "sql/connect-using",
    name: "Password after CONNECT TO … USER … USING",
    pattern: String.raw`\bCONNECT TO ["']?[\w./:@-]+["']? USER ["']?[\w.@-]+["']? USING \\{0,3}["']?([^\s"'\\;]+)`,
    example: "CONNECT TO app USER ann USING «hunter22x»",
    nearMiss: "CONNECT TO app USER ann USINX hunter22x",
    ignoreCase: true,
    toQuote: true,
    source: "https://www.ibm.com/docs/en/db2/12.1.0?topic=statements-connect-type-1",
  },
  {
    id: "sql/login-procedure",
    name: "Password in a call of a procedure that makes a login of SQL Server",
    pattern: String.raw`\bsp_(?:addlogin|addapprole|setapprole|password)\b *N?'[^'\n]*' *, *N?'([^'\n]+)'`,
    example: "EXEC sp_addlogin 'ann', '«hunter22x»'",
    nearMiss: "EXEC sp_addlogix 'ann', 'hunter22x'",
    ignoreCase: true,
    source:
      "https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-addlogin-transact-sql",
  },
  {
    id: "prose/quoted-password",
    name: "Password in quotes after the word",
    pattern:
      `(?:^|[^\\w.-]|\\\\[nrt])(?:pass(?:word|wd|phrase|code)|api[ _]?key|(?:access|refresh|auth|api|session)[ _]?token|client[ _]?secret|secret[ _]?key)(?: for (?:the )?(?:user )?${USER})?` +
      "[ \\t]{1,8}(?:is |was )?\\\\{0,7}[\"']([^\\s\"'`\\\\<>]{3,})[\"'\\\\]",
    example: 'with the password "«hunter22x»"',
    nearMiss: 'with the passworx "hunter22x"',
    // What OpenVPN asks a password for.
    not: "[^a-z]?password \\\\?[\"']auth[\"'\\\\]",
    ignoreCase: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
  {
    id: "prose/with-quoted-password",
    name: 'Password of several words after "with password"',
    pattern:
      "\\b(?:with|using) (?:the )?pass(?:word|wd|phrase|code) \\\\{0,7}[\"']([^\\s\"'`\\\\<>][^\"'`\\\\<>\\n]+)[\"'\\\\]",
    example: "with password '«hunter22x»'",
    nearMiss: "with passworx 'hunter22x'",
    ignoreCase: true,
    source: "https://cwe.mitre.org/data/definitions/532.html",
  },
];
