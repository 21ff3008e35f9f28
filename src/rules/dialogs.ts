import type { ShapeRule } from "./rule.ts";

/** A word up to a blank or to the end of the string that it stands in. */
const word = String.raw`[^\s"']+(?:["'][^\s"',:;)}\]]+)*`;

/** Passwords in dialogs of line protocols, as debug logs of their clients and servers show them. */
// biome-ignore format: a table
export const dialogRules: readonly ShapeRule[] = [
  {
    // The message of PLAIN begins with NUL and a user's name, that of XOAUTH2 with `user=`.
    id: "dialog/sasl",
    name: "Credentials of SASL PLAIN or XOAUTH2 in SMTP, IMAP, POP3 and Sieve",
    source: "https://www.rfc-editor.org/rfc/rfc4616",
    pattern: String.raw`\bAUTH(?:ENTICATE)?["' ]{1,3}(?:PLAIN|XOAUTH2|OAUTHBEARER)["' ]{1,3}((?:A[D-H]|dXNlcj1|bixh)[A-Za-z0-9+/]{6,}={0,2})`,
  },
  {
    // "Password:" in base64, and the client's line behind it.
    id: "dialog/auth-login",
    name: "Password of SMTP AUTH LOGIN",
    source: "https://datatracker.ietf.org/doc/html/draft-murchison-sasl-login-00",
    pattern: String.raw`\bUGFzc3dvcmQ6\r?\n(?:[C>-]{1,4}:? )?([A-Za-z0-9+/]{4,}={0,2})`,
  },
  {
    id: "dialog/smtplib-login",
    name: "Password of SMTP AUTH LOGIN as Python's smtplib shows it",
    source: "https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.set_debuglevel",
    pattern: String.raw`\bUGFzc3dvcmQ6'\nsend: '([A-Za-z0-9+/]{4,}={0,2})`,
  },
  {
    id: "dialog/pass-sent",
    name: "Password of FTP and POP3 behind a client's mark",
    source: "https://curl.se/docs/manpage.html#-v",
    pattern: String.raw`(?:^|[C>-])[:>] PASS (${word})$`,
  },
  {
    id: "dialog/imap-login",
    name: "Password of IMAP LOGIN",
    source: "https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3",
    pattern: String.raw`\b[A-Za-z]{1,5}\d{1,6} LOGIN (?:"[^"\n]+"|[^\s"]+) "?([^\s"\\']+)`,
  },
  {
    id: "dialog/imap-login-quoted",
    name: "Password of IMAP LOGIN, in quotes",
    source: "https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3",
    pattern: String.raw`\d LOGIN "[^"\n]+" "([^"\\\n]+)"`,
  },
  {
    id: "dialog/redis-auth",
    name: "Password behind AUTH in a Redis shell or in MONITOR",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`(?:\d> AUTH (?:[\w-]+ )?|\d> CONFIG SET (?:requirepass|masterauth) |\bHELLO [23] AUTH [\w-]+ |"AUTH" (?:"[^"\n]*" )?)["']?([^\s"'<]+)`,
    ignoreCase: true,
  },
  {
    id: "dialog/ioredis-auth",
    name: "Password in ioredis' debug output",
    source: "https://github.com/redis/ioredis#readme",
    pattern: String.raw`-> auth\(\[ ?(?:'[^'\n]*', ?)?'([^'\n]+)'`,
  },
  {
    id: "dialog/nickserv",
    name: "Password that IRC's NickServ is told",
    source: "https://github.com/atheme/atheme/wiki/NickServ:IDENTIFY",
    pattern: String.raw`\bNickServ(?:@[\w.-]+)? :?identify (?:[^\s]+ )?(${word})$`,
    ignoreCase: true,
  },
].map((rule) => ({ ...rule, exact: true }) as ShapeRule);
