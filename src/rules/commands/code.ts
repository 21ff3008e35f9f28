import type { CatalogueShape } from "../catalogue-shape.ts";

/** An argument that is no password: a quoted string, a resource or an object of a PHP trace, a number. */
const ARGUMENT = String.raw`(?:["'][^"'\n]*["']|Resource id #\d+|Object\([\w\\]+\)|NULL|Array|true|false|-?\d+)`;
/** The same, and whatever has no quote and no comma in it. */
const PLAIN = String.raw`(?:["'][^"'\n]*["']|[^,\n"']+)`;
const COMMA = ", {0,2}";
const SECRET = String.raw`['"]([^'"\\\n]{2,})`;

/** A field whose value is a credential. */
const FIELD = "(?:password|passwd|passphrase|secret|token|api[_-]?key|apikey)";

/** Passwords among the arguments of calls, as stack traces (PHP prints arguments) and source lines show them. */
// biome-ignore format: a table
export const codeRules: readonly CatalogueShape[] = [
  {
    id: "code/connect-call",
    name: "Password as the third argument of a call that connects, of PHP, Perl or .NET",
    source: "https://www.php.net/manual/en/pdo.construct.php",
    pattern: String.raw`\b(?:DBI (?:->)?connect|DirectoryEntry|(?:PDO|mysqli|SoapClient)->__construct|mysqli->real_connect|mysqli?_p?connect|mysqli_real_connect|imap_open|ldap_bind|ftp_login|ssh2_auth_password|oci_p?connect|odbc_connect)\(${PLAIN},\s*${PLAIN},\s*${SECRET}`,
    example: "mysqli_connect('h', 'ann', '«hunter22x»'",
    nearMiss: "mysqli_connecx('h', 'ann', 'hunter22x'",
  },
  {
    id: "code/connect-method",
    name: "Password as the third argument of a PHP method that connects",
    source: "https://www.php.net/manual/en/pdo.construct.php",
    pattern: String.raw`->(?:__construct\(["']\w+:[^"'\n]*["']|connect\((?:Array|["'][^"'\n]*["'])), ?["'][^"'\n]*["'], ?${SECRET}`,
    example: "->__construct('mysql:host=h', 'ann', '«hunter22x»'",
    nearMiss: "->__construcx('mysql:host=h', 'ann', 'hunter22x'",
  },
  {
    id: "code/data-source",
    name: "Password after a data source and a user's name",
    source: "https://www.php.net/manual/en/pdo.construct.php",
    pattern: String.raw`["'](?:mysql:host|pgsql:host|sqlsrv:Server|oci:dbname|dblib:host|odbc:Driver)=[^"'\n]*["'], ?["'][^"'\n]*["'], ?${SECRET}`,
    example: "new PDO('mysql:host=h', 'ann', '«hunter22x»'",
    nearMiss: "new PDO('mysql:hosx=h', 'ann', 'hunter22x'",
  },
  {
    id: "code/password-call",
    name: "Password as the first argument of a PHP call that takes one",
    source: "https://www.php.net/manual/en/function.password-verify.php",
    pattern: String.raw`\b(?:password_verify|password_hash|Hash::(?:check|make)|(?:Redis|RedisCluster|Relay\\Relay)->auth|bcrypt)\(${SECRET}`,
    example: 'password_verify("«hunter22x»',
    nearMiss: 'password_verifx("hunter22x',
    // Ansible's filter takes a scheme.
    not: String.raw`password_hash\(["'](?:sh?a?\d*|md?5?|bl?o?w?f?i?s?h?)`,
  },
  {
    id: "code/login-call",
    name: "Password as the second argument of a call that logs in, or of a class of credentials",
    source: "https://www.php.net/manual/en/exception.gettraceasstring.php",
    pattern: String.raw`(?:NetworkCredential|UsernamePasswordCredentials|HTTP(?:Basic|Digest|Proxy)Auth|(?:\.|->|::)(?:login|log_in|logIn|signIn|sign_in|authenticate|attempt|attemptLogin|bind|simple_bind_s|auth|basic_auth|basicAuth|setBasicAuth|SetBasicAuth))\(\s*${ARGUMENT}${COMMA}${SECRET}`,
    example: 'db.auth("ann", "«hunter22x»")',
    nearMiss: 'db.autx("ann", "hunter22x")',
  },
  {
    id: "code/auth-pair",
    name: "Password in a pair of name and password for Python's requests or httpx",
    source: "https://requests.readthedocs.io/en/latest/user/authentication/",
    pattern: String.raw`\bauth ?= ?\(["'][^"'\n]*["'], ?["']([^"'\\\n]{3,})`,
    example: "requests.post(url, auth=('ann', '«hunter22x»'))",
    nearMiss: "requests.post(url, autx=('ann', 'hunter22x'))",
  },
  {
    // PHP's Guzzle, and what shows the arguments of the others.
    id: "code/auth-member",
    name: "Password in a pair of name and password under auth",
    source: "https://docs.guzzlephp.org/en/stable/request-options.html#auth",
    pattern: String.raw`\bauth["'] ?(?::|=>) ?[(\[]\s*["'][^"'\n]*["'] ?,\s*["']([^"'\\\n]{6,})["'][)\]\s]`,
    example: "'auth': ('ann', '«hunter22x»')",
    nearMiss: "'autx': ('ann', 'hunter22x')",
    check: "mixed",
    checkDecides: true,
  },
  {
    id: "code/auth-dump",
    name: "Password in a pair of name and password under auth, as PHP's var_dump prints it",
    source: "https://docs.guzzlephp.org/en/stable/request-options.html#auth",
    pattern: String.raw`\bauth"\]=>\s+array\(\d\) \{\s+\[0\]=>\s+string\(\d+\) "[^"\n]*"\s+\[1\]=>\s+string\(\d+\) "([^"\\\n]+)`,
    example: '"auth"]=> array(2) { [0]=> string(3) "ann" [1]=> string(9) "«hunter22x»"',
    nearMiss: '"auth"]=> array(2) { [0]=> string(3) "ann" [1]=> strinx(9) "hunter22x"',
  },
  {
    id: "code/sign-call",
    name: "Secret that a token is signed or checked with",
    source: "https://github.com/auth0/node-jsonwebtoken#readme",
    pattern: String.raw`\bjwt\.(?:sign|verify|encode|decode)\((?:\{[^{}\n]*\}|[\w.]+), ?${SECRET}`,
    example: "jwt.sign({ id: 7 }, '«hunter22x»'",
    nearMiss: "jwt.sigx({ id: 7 }, 'hunter22x'",
  },
  {
    id: "code/auth-list",
    name: "Password in a list of scheme, name and password under auth",
    source: "https://github.com/lostisland/faraday",
    pattern: String.raw`\bauth["']? ?(?::|=>|=) ?[(\[] ?(?::|["'])basic["']?, ?["'][^"'\n]*["'], ?["']([^"'\\\n]+)`,
    example: "auth: ('basic', 'ann', '«hunter22x»')",
    nearMiss: "auth: ('basix', 'ann', 'hunter22x')",
  },
  {
    id: "code/ldap-simple",
    name: "Password of a simple bind of LDAP, as ldap3 logs it",
    source: "https://ldap3.readthedocs.io/en/latest/logging.html",
    pattern: String.raw`'simple': b?'([^'\\\n]+)', 'sasl'`,
    example: "'simple': '«hunter22x»', 'sasl'",
    nearMiss: "'simple': 'hunter22x', 'sasx'",
  },
  {
    id: "code/rejected-value",
    name: "Value that Spring's validation rejects",
    source: "https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/validation/FieldError.html",
    pattern: String.raw`\bon field '[\w.\[\]]*(?:${FIELD}\w*|pass|pwd)': rejected value \[([^\[\]\n][^\]\n]*)\]`,
    example: "Field error in object 'form' on field 'password': rejected value [«hunter22x»]; codes [Size]",
    nearMiss: "Field error in object 'form' on field 'password': rejected valux [hunter22x]; codes [Size]",
    ignoreCase: true,
  },
  {
    id: "code/invalid-input",
    name: "Input that Pydantic's validation rejects",
    source: "https://docs.pydantic.dev/latest/errors/errors/",
    pattern: String.raw`["']loc["'] ?:\s*[\[(]\s*(?:["'\w]+ ?,\s*)*["']\w*${FIELD}\w*["']\s*[\])] ?,(?:\s*["']msg["'] ?:\s*(?:"[^"\n]*"|'[^'\n]*') ?,)?\s*["']input["'] ?:\s*["']([^"'\\\n]+)`,
    example: '{"loc":["body","password"],"msg":"too short","input":"«hunter22x»"}',
    nearMiss: '{"loc":["body","password"],"msg":"too short","inpux":"hunter22x"}',
    ignoreCase: true,
  },
  {
    id: "sql/crypt",
    name: "Password or key as an argument of pgcrypto's functions",
    source: "https://www.postgresql.org/docs/current/pgcrypto.html",
    pattern: String.raw`\b(?:crypt\(|pgp_sym_(?:en|de)crypt\([^,\n]+, ?)'([^'\\\n]{3,})`,
    example: "SELECT crypt('«hunter22x»', gen_salt('bf'))",
    nearMiss: "SELECT crypx('hunter22x', gen_salt('bf'))",
    ignoreCase: true,
  },
].map((rule) => ({ toQuote: true, ...rule }) as CatalogueShape);
