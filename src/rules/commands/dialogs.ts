import type { ShapeRule } from "../rule.ts";

/** A word up to a blank or to the end of the string that it stands in. */
const word = String.raw`[^\s"']+(?:["'][^\s"',:;)}\]]+)*`;

/** What a log puts before a client's line: a logger's prefix and `C: `, `> `, `<- "`, `CLIENT -> SERVER: `, `send: b'`. */
const CLIENT = String.raw`(?:(?:[^\n"'(]*(?:[:>\]]|<-) +)?(?:b?["'])?)`;
/** What ends a line of a protocol where a log shows it: its line end written out, a quote. */
const LINE_END = String.raw`(?:\\r\\n)?["']?`;

/** "Password:" in base64, and the line behind it up to what the client answers. */
const ASKED = String.raw`\b(?:UGFzc3dvcmQ6|UGFzc3dvcmQA|cGFzc3dvcmQ6)${LINE_END}\r?\n(?:reply: retcode \([0-9]{3}\)[^\n]*\n)?${CLIENT}`;

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
    // Of IRC and Dovecot, which name the mechanism before it.
    id: "dialog/sasl-message",
    name: "Credentials of SASL PLAIN in a message of their own",
    source: "https://ircv3.net/specs/extensions/sasl-3.1",
    pattern: String.raw`\b(?:AUTHENTICATE |resp=)(A[DFG][A-Za-z0-9+/]{10,}={0,2})$`,
    check: "mixed",
    checkDecides: true,
  },
  {
    // The message begins with the name of whom the user acts for: a capital or a digit behind a small letter tells it
    // from words.
    id: "dialog/sasl-as-other",
    name: "Credentials of SASL PLAIN that name another user",
    source: "https://www.rfc-editor.org/rfc/rfc4616",
    pattern: String.raw`\bAUTH(?:ENTICATE)?["' ]{1,3}PLAIN["' ]{1,3}((?:[A-Za-z0-9+/]{4}){2,}[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=|[A-Za-z0-9+/]{2}))$`,
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "dialog/sasl-answer",
    name: "Credentials of SASL PLAIN behind the server's go-ahead",
    source: "https://www.rfc-editor.org/rfc/rfc4954",
    pattern: String.raw`\bAUTH PLAIN${LINE_END}\r?\n(?:[^\n"'( ]+ )*334 ?${LINE_END}\r?\n(?:[^\n"'( ]+ )*["']?(A[D-H][A-Za-z0-9+/]{6,}={0,2})$`,
  },
  {
    // "Password:" in base64, and the client's line behind it.
    id: "dialog/auth-login",
    name: "Password of SMTP AUTH LOGIN",
    source: "https://datatracker.ietf.org/doc/html/draft-murchison-sasl-login-00",
    pattern: `${ASKED}([A-Za-z0-9+/]{4,}={0,2})$`,
  },
  {
    id: "dialog/auth-login-written-end",
    name: "Password of SMTP AUTH LOGIN in front of a line end that is written out",
    source: "https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.set_debuglevel",
    pattern: String.raw`${ASKED}([A-Za-z0-9+/]{4,}={0,2})\\r\\n`,
  },
  {
    id: "dialog/pass-sent",
    name: "Password of FTP and POP3 behind a client's mark",
    source: "https://curl.se/docs/manpage.html#-v",
    pattern: `(?:^|[C>-])[:>] PASS (${word}(?: ${word})*)$`,
  },
  {
    id: "dialog/pass-told",
    name: "Password of FTP and POP3 where a log says that it was sent",
    source: "https://docs.python.org/3/library/ftplib.html#ftplib.FTP.set_debuglevel",
    pattern: String.raw`(?:\*cmd\*|\b[Cc]ommand:?(?: Client "[^"\n]*",)?|\b[Ss]end:?)[ \t]b?["']?PASS ([^\s"'\\]+)`,
  },
  {
    id: "dialog/twitch",
    name: "Token of Twitch as a password of IRC",
    source: "https://dev.twitch.tv/docs/chat/authenticating/",
    pattern: String.raw`\bPASS oauth:([a-z0-9]{20,})`,
    ignoreCase: true,
  },
  {
    id: "dialog/authinfo",
    name: "Password of NNTP",
    source: "https://www.rfc-editor.org/rfc/rfc4643#section-2.3",
    pattern: String.raw`\bAUTHINFO PASS (${word})`,
    ignoreCase: true,
  },
  {
    // tshark writes the line end out; `-V` has the argument on a line of its own.
    id: "dialog/pass-captured",
    name: "Password of FTP and POP3 in a capture of a network's packets",
    source: "https://www.wireshark.org/docs/dfref/f/ftp.html",
    pattern: String.raw`\b(?:Request: PASS |[Cc]ommand: PASS\r?\n *Request (?:arg|parameter|argument): )(${word}(?: ${word})*)`,
  },
  {
    id: "dialog/pass-written-end",
    name: "Password of FTP and POP3 in front of a line end that is written out",
    source: "https://www.wireshark.org/docs/dfref/f/ftp.html",
    pattern: String.raw`(?:  |write\(\d+, ")PASS (${word}(?: ${word})*)\\r\\n`,
  },
  {
    id: "dialog/pass-behind-user",
    name: "Password of FTP, POP3 and IRC on the line behind the user's",
    source: "https://www.rfc-editor.org/rfc/rfc1939#section-7",
    pattern: String.raw`\b(?:USER|NICK) [^\s]+\r?\n(?:(?:\+OK|331)[^\r\n]*\r?\n)?PASS (${word})$`,
  },
  {
    id: "dialog/suricata",
    name: "Password of FTP in an event of Suricata",
    source: "https://docs.suricata.io/en/latest/output/eve/eve-json-format.html#event-type-ftp",
    pattern: String.raw`"command": ?"PASS", ?"command_data": ?"([^"\n]+)"`,
  },
  {
    id: "dialog/apop",
    name: "Digest of POP3's APOP",
    source: "https://www.rfc-editor.org/rfc/rfc1939#section-7",
    pattern: String.raw`\bAPOP [^\s]+ ([0-9a-f]{32})\b`,
  },
  {
    id: "dialog/redis-protocol",
    name: "Password after AUTH in Redis' protocol",
    source: "https://redis.io/docs/latest/develop/reference/protocol-spec/",
    pattern: String.raw`\bAUTH\r?\n(?:\$\d+\r?\n[^\r\n$]+\r?\n)?\$\d+\r?\n([^\r\n$][^\r\n]*)$`,
    ignoreCase: true,
  },
  {
    id: "dialog/xmpp-plain",
    name: "Credentials of SASL PLAIN in XMPP",
    source: "https://www.rfc-editor.org/rfc/rfc6120#section-6.4",
    pattern: String.raw`<auth [^<>\n]*\bmechanism=\\{0,7}["']PLAIN[^<>\n]*>([A-Za-z0-9+/]{8,}={0,2})`,
  },
  {
    id: "dialog/sdes",
    name: "Key of SRTP in a session's description",
    source: "https://www.rfc-editor.org/rfc/rfc4568#section-6.1",
    pattern: String.raw`\bcrypto:\d+ \w+ inline:([A-Za-z0-9+/]{38,}={0,2})`,
  },
  {
    id: "dialog/radius-login",
    name: "Password in a log of FreeRADIUS",
    source: "https://wiki.freeradius.org/config/Logging",
    pattern: String.raw`\bLogin (?:OK|incorrect)(?: \([^)\n]*\))?: \[(?:[^\s/\]h][^\s/\]]*|h(?:[^\s/\]o][^\s/\]]*|o(?:[^\s/\]s][^\s/\]]*|s(?:[^\s/\]t][^\s/\]]*|t[^\s/\]]+)?)?)?)/([^\[\]\s<][^\]\n]*)\]`,
  },
  {
    id: "dialog/imap-login",
    name: "Password of IMAP LOGIN",
    source: "https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3",
    pattern: String.raw`(?:\b[A-Za-z]{1,5}\d{1,6}|(?:[>"':]|^) ?\d{1,6}) LOGIN (?:"[^"\n]+"|[^\s"]+) "?([^\s"\\']+)`,
    toQuote: true,
  },
  {
    id: "dialog/redis-auth",
    name: "Password after AUTH in a Redis shell or in MONITOR",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`(?:(?:\d|redis)> AUTH (?:[\w-]+ )?|\d> CONFIG SET (?:requirepass|masterauth) |\bHELLO [23] AUTH [\w-]+ |"AUTH" (?:"[^"\n]*" )?"|"(?:requirepass|masterauth)" "|\bACL["']? ["']?SETUSER["']? [^\n>]+[ "]>)["']?([^\s"'<]*[^\s"'<:])`,
    ignoreCase: true,
    toQuote: true,
  },
  {
    id: "dialog/ioredis-auth",
    name: "Password in ioredis' debug output",
    source: "https://github.com/redis/ioredis#readme",
    pattern: String.raw`-> (?:auth|hello)\(\[ ?(?:'3', 'AUTH', )?(?:'[^'\n]*', ?)?'([^'\n]+)'`,
    ignoreCase: true,
  },
  {
    id: "dialog/redis-command",
    name: "Password in a command of Redis that an error shows",
    source: "https://github.com/redis/ioredis#readme",
    pattern: String.raw`\b(?:name|command|cmd)["']?: ?["'](?:auth|AUTH)["'],\s*["']?args["']?: ?\[\s*(?:["'][^"'\n]*["'],\s*)?["']([^"'\\\n]+)`,
  },
  {
    // A line of its own, no method of SASL.
    id: "dialog/auth-line",
    name: "Password after AUTH on a line of its own",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`^(?:\+ |> |<- )?AUTH (?:[a-z][\w-]* )?([^\s"'<>]+)$`,
    not: "[A-Z]+(?:-[A-Z0-9]+)+",
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "dialog/openvpn",
    name: "Password that OpenVPN's management is told",
    source: "https://openvpn.net/community-resources/management-interface/",
    pattern: String.raw`\bpassword \\?["']?(?:Auth|Private Key|HTTP Proxy|SOCKS Proxy)\\?["']? \\?["']([^"'\\\n]+)`,
    toQuote: true,
  },
  {
    id: "dialog/auth-call",
    name: "Password in a call of auth of a client of Redis",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`\b(?:[Rr]edis(?:Client)?|[Jj]edis|[Cc]lient)(?:\.|->)auth\(["']([^"'\n\\]+)`,
  },
  {
    id: "dialog/irc-oper",
    name: "Password of an operator of IRC",
    source: "https://www.rfc-editor.org/rfc/rfc2812#section-3.1.4",
    pattern: String.raw`(?:^|[>:] )OPER [^\s"']+ (${word})$`,
  },
  {
    id: "dialog/nickserv",
    name: "Password that IRC's NickServ is told",
    source: "https://github.com/atheme/atheme/wiki/NickServ:IDENTIFY",
    pattern: String.raw`\bNickServ(?:@[\w.-]+)? :?identify (?:[^\s]+ )?(${word})$`,
    ignoreCase: true,
  },
];
