import type { CatalogueShape } from "../catalogue-shape.ts";

/** A byte of userinfo in a URL that is itself percent-encoded, but no `/`, `:` or `@`. */
const ENCODED = "(?:[\\w.~!*+-]|%(?:2[0-9A-E]|3[0-9B-F]|4[1-9A-F]|[015-9A-F][0-9A-F]))";

/** A password in which an apostrophe stands before a letter or digit, or a sign of an encoded one: other ones end the string that has the URL. */
const WITH_APOSTROPHES = "(?:'[\\w%!~*(-])?[^\\s/?#\"'<>\\\\]+(?:'[\\w%!~*(-][^\\s/?#\"'<>\\\\]*)*";

/** What has credentials in its URLs; after a plus, the driver or the transport. */
const SCHEME =
  "https?|ftps|sftp|rtsps?|rtmps?|mqtts?|amqps?|stomp|kafka|nats|pulsar|postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|memcached|mssql|sqlserver|oracle|redshift|snowflake|clickhouse|cassandra|couchbases?|couchdb|neo4js?|elasticsearch|opensearch|influxdb|trino|presto|vertica|cockroachdb|smtps?|imaps?|pop3s?|ldaps?|socks[45][ah]?|webdavs?";

/** The slashes in front of what a URL's authority is, as JSON of PHP and of Java's templates has them, or a query. */
const ESCAPED_SLASHES = "(?:\\\\+/\\\\+/|(?:\\\\+u002[Ff]){2}|(?:%(?:25)*2[Ff]){2})";

/** Before a parameter: in a URL, in a form, JSON-escaped, percent-encoded, or HTML-escaped. */
const BEFORE = "(?:[?&;]|\\\\{1,7}u0026|%26|%3[Ff])";

/** Credentials in the userinfo part of a URL and in its parameters. */
export const urlRules: readonly CatalogueShape[] = [
  {
    id: "url/password",
    name: "Password in a URL",
    pattern: `://[^\\s/?#:"'<>\\\\\\]]*:(${WITH_APOSTROPHES}'?)@`,
    example: "redis://:«hunter22x»@h",
    nearMiss: "redis//:hunter22x@h",
    // A port, and what else is said of an object: `http://127.0.0.1:8080,tag=null@7f4624a`.
    not: "(?:://)?[\\w.:-]*[0-9]{2,5}[,;)\\]}]+[\\w.-]+=[^@]*@?",
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    // A slash in a password ought to be encoded; what begins with digits is a port.
    id: "url/password-with-slash",
    name: "Password in a URL, not encoded",
    pattern:
      "://[^\\s/?#:@[\"'<>\\\\]+:(\\d*[^\\s/?#@\"'<>\\\\0-9][^\\s/?#@\"'<>\\\\]*/[^\\s?#@\"'<>\\\\]*)@",
    example: "amqp://ann:«hunter/22x»@h",
    nearMiss: "amqp//ann:hunter/22x@h",
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    // "?" and "#" ought to be encoded, too; what begins with digits is a port.
    id: "url/password-with-mark",
    name: "Password in a URL, not encoded",
    pattern: "://[^\\s/?#:@\"'<>\\\\]*:([^\\s/?#@\"'<>\\\\0-9][^\\s/?#@\"'<>\\\\]*[?#][^\\s/@\"'<>\\\\]*)@",
    example: "amqp://ann:«hunter?22x»@h",
    nearMiss: "amqp//ann:hunter?22x@h",
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    // No three bytes in front of these slashes are rare, so that their scheme has to be known.
    id: "url/password-escaped",
    name: "Password in a URL with escaped slashes",
    pattern: `\\b(?:(?:${SCHEME})(?:\\+[a-z\\d]+)?|wss?|ftp|ssh|git|svn|smb|tcp):${ESCAPED_SLASHES}[^\\s/?#:"'<>\\\\]*:(${WITH_APOSTROPHES}'?)@`,
    example: String.raw`http:\/\/ann:«hunter22x»@a.example`,
    nearMiss: String.raw`httx:\/\/ann:hunter22x@a.example`,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    id: "url/go-dsn",
    name: "Password in a data source name of Go's MySQL driver",
    pattern: "[\\w.-]:([^\\s/\"'<>\\\\@]{1,33})@tcp\\(",
    example: "ann:«hunter22x»@tcp(db:3306)/app",
    nearMiss: "ann:hunter22x@tcx(db:3306)/app",
    source: "https://github.com/go-sql-driver/mysql#dsn-data-source-name",
  },
  {
    id: "url/python-netloc",
    name: "Password in a URL that Python has parsed",
    pattern: "\\bnetloc='[^'\\s:@]*:([^'\\s]+)@",
    example: "ParseResult(scheme='https', netloc='ann:«hunter22x»@a.example', path='/'",
    nearMiss: "ParseResult(scheme='https', netlox='ann:hunter22x@a.example', path='/'",
    source: "https://docs.python.org/3/library/urllib.parse.html#urllib.parse.urlparse",
  },
  {
    id: "url/password-encoded",
    name: "Password in a percent-encoded URL",
    pattern: `%3A%2F%2F${ENCODED}*%3A(${ENCODED}+)%40`,
    example: "redis%3A%2F%2Fann%3A«hunter22x»%40h",
    nearMiss: "redis%3A%2F%2Fann%3Bhunter22x%40h",
    ignoreCase: true,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    id: "url/token",
    name: "Token as a URL's user",
    pattern: "://([A-Za-z0-9_-]{20,})@",
    example: "https://«‹base64url 24›»@a.example",
    nearMiss: "https//‹base64url 24›@a.example",
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    id: "url/basic-token",
    name: "Token as a URL's user, with a fixed word for a password",
    pattern: "://([A-Za-z0-9_-]{20,}):x-oauth-basic@",
    example: "https://«‹base64url 24›»:x-oauth-basic@a.example",
    nearMiss: "https://‹base64url 24›:x-oauth-basix@a.example",
    source: "https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api",
  },
  {
    id: "url/token-without-password",
    name: "Token as a URL's user, with an empty password",
    pattern: "://([\\w.~+%-]{16,}):@",
    example: "https://«‹base62 20›»:@a.example",
    nearMiss: "https//‹base62 20›:@a.example",
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    id: "url/token-with-x",
    name: "Token as a URL's user, with a letter for a password",
    pattern: "://([\\w.~+%-]{16,}):[xX]@",
    example: "https://«‹base62 20›»:x@a.example",
    nearMiss: "https://‹base62 20›:q@a.example",
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    id: "url/jdbc-oracle",
    name: "Password in an Oracle connect string",
    pattern: "jdbc:oracle:\\w{2,4}:[^\\s/@\"'<>\\\\]+/([^\\s@\"'<>\\\\]+)@",
    example: "jdbc:oracle:thin:ann/«hunter22x»@db",
    nearMiss: "jdbc:oraclx:thin:ann/hunter22x@db",
    source: "https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html",
  },
  {
    // Not a page's number.
    id: "url/subsonic-password",
    name: "Password of a parameter p beside a user's, u",
    pattern: `${BEFORE}u=[^\\s&;"'<>\\\\%]+(?:&amp;|\\\\{1,7}u0026|&)(?:[a-oq-z]=[^\\s&;"'<>\\\\%]*(?:&amp;|\\\\{1,7}u0026|&))*p=(\\d*[^\\s\\d&;"'<>\\\\][^\\s&"'<>\\\\]*)`,
    example: "&u=ann&p=«hunter22x»",
    nearMiss: "&u=ann&x=hunter22x",
    source: "https://www.subsonic.org/pages/api.jsp",
  },
  {
    id: "url/subsonic-password-first",
    name: "Password of a parameter p in front of a user's, u",
    pattern: `[?&]p=(\\d*[^\\s\\d&;"'<>\\\\][^\\s&"'<>\\\\]*)&u=`,
    example: "?p=«hunter22x»&u=ann",
    nearMiss: "?x=hunter22x&u=ann",
    source: "https://www.subsonic.org/pages/api.jsp",
  },
  {
    id: "url/authorization-code",
    name: "OAuth authorization code in a redirect",
    pattern: `${BEFORE}code(?:=|%3D)([\\w.~/+-]{16,}={0,2})`,
    example: "?state=x&code=«‹base62 20›»",
    nearMiss: "?state=x&codx=‹base62 20›",
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2",
  },
  {
    id: "url/signature",
    name: "Signature in a signed URL",
    pattern: `${BEFORE}(?:Signature|sig|hmac|hdnts|hdnea|__token__|auth)(?:=|%3D)([\\w.~%/+-]{20,}={0,2})`,
    example: "?a=1&signature=«‹base62 24›»",
    nearMiss: "?a=1&signaturx=‹base62 24›",
    ignoreCase: true,
    check: "entropy",
    checkDecides: true,
    source:
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html",
  },
  {
    id: "url/path-token",
    name: "Token in the path of a link that resets a password or confirms an address",
    pattern:
      "/(?:reset[_-]?password|password[_-]?reset|passwords?/(?:reset|edit)|verify[_-]email|confirm[_-]email|magic[_-]?link)/([\\w-]{24,})",
    example: "POST /password/reset/«‹hex 32›»",
    nearMiss: "POST /password/resex/‹hex 32›",
    check: "entropy",
    checkDecides: true,
    source: "https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html#url-tokens",
  },
  {
    id: "url/conda-token",
    name: "Token in the path of a channel of conda",
    pattern: "://[^\\s/\"']*conda[^\\s/\"']*/t/([^\\s/\"'<>\\\\[]+)/",
    example: "https://conda.a.example/t/«hunter22x»/channel",
    nearMiss: "https://conda.a.example/x/hunter22x/channel",
    source: "https://www.anaconda.com/docs/tools/anaconda-org/user-guide/work-with-accounts",
  },
  {
    id: "url/ticket",
    name: "Ticket of a single sign-on (CAS)",
    pattern: "\\b(?:ST|TGT|PT|PGT|PGTIOU)-\\d{1,9}-([\\w.-]{16,})",
    example: "ST-‹digits 9›-«‹base62 32›»",
    nearMiss: "ST.‹digits 9›-‹base62 32›",
    check: "entropy",
    checkDecides: true,
    source: "https://apereo.github.io/cas/7.2.x/protocol/CAS-Protocol-Specification.html",
  },
];
