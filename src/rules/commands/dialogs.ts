import type { CatalogueShape } from "../catalogue-shape.ts";

/** A word up to a blank or to the end of the string that it stands in. */
const word = String.raw`[^\s"']+(?:["'][^\s"',:;)}\]]+)*`;

/** What a log puts before a client's line: a logger's prefix and `C: `, `> `, `<- "`, `CLIENT -> SERVER: `, `send: b'`. */
const CLIENT = String.raw`(?:(?:[^\n"'(]*(?:[:>\]]|<-) +)?(?:b?["'])?)`;
/** What ends a line of a protocol where a log shows it: its line end written out, a quote. */
const LINE_END = String.raw`(?:\\r\\n)?["']?`;

/** "Password:" in base64, and the next line up to what the client answers. */
const ASKED = String.raw`\b(?:UGFzc3dvcmQ6|UGFzc3dvcmQA|cGFzc3dvcmQ6)${LINE_END}\r?\n(?:reply: retcode \([0-9]{3}\)[^\n]*\n)?${CLIENT}`;

/** Passwords in dialogs of line protocols, as debug logs of their clients and servers show them. */
// biome-ignore format: a table
export const dialogRules: readonly CatalogueShape[] = [
  {
    // The message of PLAIN begins with NUL and a user's name, that of XOAUTH2 with `user=`.
    id: "dialog/sasl",
    name: "Credentials of SASL PLAIN or XOAUTH2 in SMTP, IMAP, POP3 and Sieve",
    source: "https://www.rfc-editor.org/rfc/rfc4616",
    pattern: String.raw`\bAUTH(?:ENTICATE)?["' ]{1,3}(?:PLAIN|XOAUTH2|OAUTHBEARER)["' ]{1,3}((?:A[D-H]|dXNlcj1|bixh)[A-Za-z0-9+/]{6,}={0,2})`,
    example: "AUTH PLAIN «AGFubgBodW50ZXIy»",
    nearMiss: "AUTH PLAIX AGFubgBodW50ZXIy",
  },
  {
    // Of IRC and Dovecot, which name the mechanism before it.
    id: "dialog/sasl-message",
    name: "Credentials of SASL PLAIN in a message of their own",
    source: "https://ircv3.net/specs/extensions/sasl-3.1",
    pattern: String.raw`\b(?:AUTHENTICATE |resp=)(A[DFG][A-Za-z0-9+/]{10,}={0,2})$`,
    example: "AUTHENTICATE «AD‹base64 22›»",
    nearMiss: "AUTHENTICATE AD‹base64 11›_‹base64 10›",
    check: "mixed",
    checkDecides: true,
  },
  {
    // The message begins with the name of whom the user acts for: a capital or a digit after a small letter tells it
    // from words.
    id: "dialog/sasl-as-other",
    name: "Credentials of SASL PLAIN that name another user",
    source: "https://www.rfc-editor.org/rfc/rfc4616",
    pattern: String.raw`\bAUTH(?:ENTICATE)?["' ]{1,3}PLAIN["' ]{1,3}((?:[A-Za-z0-9+/]{4}){2,}[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=|[A-Za-z0-9+/]{2}))$`,
    example: "AUTH PLAIN «Ym9iAGFubgBodW50ZXI=»",
    nearMiss: "AUTH PLAIX Ym9iAGFubgBodW50ZXI=",
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "dialog/sasl-answer",
    name: "Credentials of SASL PLAIN after the server's go-ahead",
    source: "https://www.rfc-editor.org/rfc/rfc4954",
    pattern: String.raw`\bAUTH PLAIN${LINE_END}\r?\n(?:[^\n"'( ]+ )*334 ?${LINE_END}\r?\n(?:[^\n"'( ]+ )*["']?(A[D-H][A-Za-z0-9+/]{6,}={0,2})$`,
    example: "AUTH PLAIN\n334 \n«AGFubgBodW50ZXIy»",
    nearMiss: "AUTH PLAIN\n330 \nAGFubgBodW50ZXIy",
  },
  {
    // "Password:" in base64, and the client's line after it.
    id: "dialog/auth-login",
    name: "Password of SMTP AUTH LOGIN",
    source: "https://datatracker.ietf.org/doc/html/draft-murchison-sasl-login-00",
    pattern: `${ASKED}([A-Za-z0-9+/]{4,}={0,2})$`,
    example: "334 UGFzc3dvcmQ6\n«aHVudGVyMjJ4»",
    nearMiss: "334 UGFzc3dvcmQ0\naHVudGVyMjJ4",
  },
  {
    id: "dialog/auth-login-written-end",
    name: "Password of SMTP AUTH LOGIN in front of a line end that is written out",
    source: "https://docs.python.org/3/library/smtplib.html#smtplib.SMTP.set_debuglevel",
    pattern: String.raw`${ASKED}([A-Za-z0-9+/]{4,}={0,2})\\r\\n`,
    example: "334 UGFzc3dvcmQ6\n«aHVudGVyMjJ4»\\r\\n",
    nearMiss: "334 UGFzc3dvcmQ0\naHVudGVyMjJ4\\r\\n",
  },
  {
    id: "dialog/pass-sent",
    name: "Password of FTP and POP3 after a client's mark",
    source: "https://curl.se/docs/manpage.html#-v",
    pattern: `(?:(?:^|[C>-])[:>]|POP3>) PASS (${word}(?: ${word})*)$`,
    example: ": PASS «hunter22x»",
    nearMiss: ": PASX hunter22x",
  },
  {
    id: "dialog/pass-told",
    name: "Password of FTP and POP3 where a log says that it was sent",
    source: "https://docs.python.org/3/library/ftplib.html#ftplib.FTP.set_debuglevel",
    pattern: String.raw`(?:\*cmd\*|\b[Cc]ommand:?(?: Client "[^"\n]*",)?|\b[Ss]end:?)[ \t]b?["']?PASS ([^\s"'\\]+)`,
    example: "*cmd* PASS «hunter22x»",
    nearMiss: "*cmd* PASX hunter22x",
  },
  {
    id: "dialog/twitch",
    name: "Token of Twitch as a password of IRC",
    source: "https://dev.twitch.tv/docs/chat/authenticating/",
    pattern: String.raw`\bPASS oauth:([a-z0-9]{20,})`,
    example: "pass oauth:«‹base62 32›»",
    nearMiss: "pass oautx:‹base62 32›",
    ignoreCase: true,
  },
  {
    id: "dialog/authinfo",
    name: "Password of NNTP",
    source: "https://www.rfc-editor.org/rfc/rfc4643#section-2.3",
    pattern: String.raw`\bAUTHINFO PASS (${word})`,
    example: "authinfo pass «hunter22x»",
    nearMiss: "authinfo pasx hunter22x",
    ignoreCase: true,
  },
  {
    // tshark writes the line end out; `-V` has the argument on a line of its own.
    id: "dialog/pass-captured",
    name: "Password of FTP and POP3 in a capture of a network's packets",
    source: "https://www.wireshark.org/docs/dfref/f/ftp.html",
    pattern: String.raw`\b(?:Request: PASS |[Cc]ommand: PASS\r?\n *Request (?:arg|parameter|argument): )(${word}(?: ${word})*)`,
    example: "Request: PASS «hunter22x»",
    nearMiss: "Request: PASX hunter22x",
  },
  {
    id: "dialog/pass-written-end",
    name: "Password of FTP and POP3 in front of a line end that is written out",
    source: "https://www.wireshark.org/docs/dfref/f/ftp.html",
    pattern: String.raw`(?:  |write\(\d+, ")PASS (${word}(?: ${word})*)\\r\\n`,
    example: String.raw`  PASS «hunter22x»\r\n`,
    nearMiss: String.raw`  PASS hunter22x\r\x`,
  },
  {
    id: "dialog/pass-behind-user",
    name: "Password of FTP, POP3 and IRC on the line after the user's",
    source: "https://www.rfc-editor.org/rfc/rfc1939#section-7",
    pattern: String.raw`\b(?:USER|NICK) [^\s]+\r?\n(?:(?:\+OK|331)[^\r\n]*\r?\n)?PASS (${word})$`,
    example: "USER ann\n+OK\nPASS «hunter22x»\n+OK in",
    nearMiss: "USER ann\n+OK\nPASX hunter22x\n+OK in",
  },
  {
    id: "dialog/suricata",
    name: "Password of FTP in an event of Suricata",
    source: "https://docs.suricata.io/en/latest/output/eve/eve-json-format.html#event-type-ftp",
    pattern: String.raw`"command": ?"PASS", ?"command_data": ?"([^"\n]+)"`,
    example: '"command":"PASS","command_data":"«hunter22x»"',
    nearMiss: '"command":"PASS","command_datx":"hunter22x"',
  },
  {
    id: "dialog/apop",
    name: "Digest of POP3's APOP",
    source: "https://www.rfc-editor.org/rfc/rfc1939#section-7",
    pattern: String.raw`\bAPOP [^\s]+ ([0-9a-f]{32})\b`,
    example: "APOP ann «‹hex 32›»",
    nearMiss: "APOX ann ‹hex 32›",
  },
  {
    id: "dialog/redis-protocol",
    name: "Password after AUTH in Redis' protocol",
    source: "https://redis.io/docs/latest/develop/reference/protocol-spec/",
    pattern: String.raw`\bAUTH\r?\n(?:\$\d+\r?\n[^\r\n$]+\r?\n)?\$\d+\r?\n([^\r\n$][^\r\n]*)$`,
    example: "*2\r\n$4\r\nAUTH\r\n$9\r\n«hunter22x»\r\n",
    nearMiss: "*2\r\n$4\r\nAUTX\r\n$9\r\nhunter22x\r\n",
    ignoreCase: true,
  },
  {
    id: "dialog/xmpp-plain",
    name: "Credentials of SASL PLAIN in XMPP",
    source: "https://www.rfc-editor.org/rfc/rfc6120#section-6.4",
    pattern: String.raw`<auth [^<>\n]*\bmechanism=\\{0,7}["']PLAIN[^<>\n]*>([A-Za-z0-9+/]{8,}={0,2})`,
    example: '<auth mechanism="PLAIN" xmlns="urn:x">«AGFubgBodW50ZXIy»</auth>',
    nearMiss: '<auth mechanism="PLAIX" xmlns="urn:x">AGFubgBodW50ZXIy</auth>',
  },
  {
    id: "dialog/sdes",
    name: "Key of SRTP in a session's description",
    source: "https://www.rfc-editor.org/rfc/rfc4568#section-6.1",
    pattern: String.raw`\bcrypto:\d+ \w+ inline:([A-Za-z0-9+/]{38,}={0,2})`,
    example: "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:«‹base62 40›»",
    nearMiss: "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inlinx:‹base62 40›",
  },
  {
    id: "dialog/radius-login",
    name: "Password in a log of FreeRADIUS",
    source: "https://wiki.freeradius.org/config/Logging",
    pattern: String.raw`\bLogin (?:OK|incorrect)(?: \([^)\n]*\))?: \[(?:[^\s/\]h][^\s/\]]*|h(?:[^\s/\]o][^\s/\]]*|o(?:[^\s/\]s][^\s/\]]*|s(?:[^\s/\]t][^\s/\]]*|t[^\s/\]]+)?)?)?)/([^\[\]\s<][^\]\n]*)\]`,
    example: "(0) Login OK: [ann/«hunter22x»] (from client c port 0)",
    nearMiss: "(0) Login OX: [ann/hunter22x] (from client c port 0)",
  },
  {
    id: "dialog/imap-login",
    name: "Password of IMAP LOGIN",
    source: "https://www.rfc-editor.org/rfc/rfc9051#section-6.2.3",
    pattern: String.raw`(?:\b[A-Za-z]{1,5}\d{1,6}|(?:[>"':]|^) ?\d{1,6}) LOGIN (?:"[^"\n]+"|[^\s"]+) "?([^\s"\\']+)`,
    example: "a1 LOGIN ann «hunter22x»",
    nearMiss: "a1 LOGIX ann hunter22x",
    toQuote: true,
  },
  {
    id: "dialog/redis-auth",
    name: "Password after AUTH in a Redis shell or in MONITOR",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`(?:(?:\d|redis)> AUTH (?:[\w-]+ )?|\d> CONFIG SET (?:requirepass|masterauth) |\bHELLO [23] AUTH [\w-]+ |"AUTH" (?:"[^"\n]*" )?"|"(?:requirepass|masterauth)" "|\bACL["']? ["']?SETUSER["']? [^\n>]+[ "]>)["']?([^\s"'<]*[^\s"'<:])`,
    example: '1700000000.123456 [0 127.0.0.1:52834] "auth" "«hunter22x»"',
    nearMiss: '1700000000.123456 [0 127.0.0.1:52834] "autx" "hunter22x"',
    ignoreCase: true,
    toQuote: true,
  },
  {
    id: "dialog/ioredis-auth",
    name: "Password in ioredis' debug output",
    source: "https://github.com/redis/ioredis#readme",
    pattern: String.raw`-> (?:auth|hello)\(\[ ?(?:'3', 'AUTH', )?(?:'[^'\n]*', ?)?'([^'\n]+)'`,
    example: "0 -> hello([ '3', 'AUTH', 'ann', '«hunter22x»' ])",
    nearMiss: "0 -> hellx([ '3', 'AUTH', 'ann', 'hunter22x' ])",
    ignoreCase: true,
  },
  {
    id: "dialog/redis-command",
    name: "Password in a command of Redis that an error shows",
    source: "https://github.com/redis/ioredis#readme",
    pattern: String.raw`\b(?:name|command|cmd)["']?: ?["'](?:auth|AUTH)["'],\s*["']?args["']?: ?\[\s*(?:["'][^"'\n]*["'],\s*)?["']([^"'\\\n]+)`,
    example: 'name:"auth",args:["«hunter22x»',
    nearMiss: 'name:"auth",argx:["hunter22x',
  },
  {
    // A line of its own, no method of SASL.
    id: "dialog/auth-line",
    name: "Password after AUTH on a line of its own",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`^(?:\+ |> |<- )?AUTH (?:[a-z][\w-]* )?([^\s"'<>]+)$`,
    example: "AUTH «hunter22x»",
    nearMiss: "AUTX hunter22x",
    not: "[A-Z]+(?:-[A-Z0-9]+)+",
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "dialog/openvpn",
    name: "Password that OpenVPN's management is told",
    source: "https://openvpn.net/community-resources/management-interface/",
    pattern: String.raw`\bpassword \\?["']?(?:Auth|Private Key|HTTP Proxy|SOCKS Proxy)\\?["']? \\?["']([^"'\\\n]+)`,
    example: 'password Auth "«hunter22x»',
    nearMiss: 'password Autx "hunter22x',
    toQuote: true,
  },
  {
    id: "dialog/auth-call",
    name: "Password in a call of auth of a client of Redis",
    source: "https://redis.io/docs/latest/commands/auth/",
    pattern: String.raw`\b(?:[Rr]edis(?:Client)?|[Jj]edis|[Cc]lient)(?:\.|->)auth\(["']([^"'\n\\]+)`,
    example: 'Redis.auth("«hunter22x»',
    nearMiss: 'Redis.autx("hunter22x',
  },
  {
    id: "dialog/irc-oper",
    name: "Password of an operator of IRC",
    source: "https://www.rfc-editor.org/rfc/rfc2812#section-3.1.4",
    pattern: String.raw`(?:^|[>:] )OPER [^\s"']+ (${word})$`,
    example: "OPER ann «hunter22x»",
    nearMiss: "OPEX ann hunter22x",
  },
  {
    id: "dialog/nickserv",
    name: "Password that IRC's NickServ is told",
    source: "https://github.com/atheme/atheme/wiki/NickServ:IDENTIFY",
    pattern: String.raw`\bNickServ(?:@[\w.-]+)? :?identify (?:[^\s]+ )?(${word})$`,
    example: "nickserv identify «hunter22x»",
    nearMiss: "nickserv identifx hunter22x",
    ignoreCase: true,
  },
];
