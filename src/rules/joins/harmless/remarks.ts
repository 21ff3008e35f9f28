// Prose and tags after a name: what is said about the credential, not what it is. The example of each is a text like it
// in which the name has a value.
import { inside } from "../enclosed.ts";
import type { Join } from "../join.ts";

const WORD = "[a-z]+[,.]?";
/** Words that a sentence goes on with, and no password in front of another word. */
const FUNCTION =
  "(?:you|your|we|our|no|any|all|as|only|also|there|then|they|these|those|this|that|which|who|what|how|why|where|here|into|from|after|between|could|might|shall|either|neither|both|each|every|same|does|did|must|cannot|can|should|will|would|may|has|have|had|is|are|was|were|be|been|being)";

/** What a change does, as its author says it. */
const IMPERATIVE =
  "(?:add|fix|update|remove|use|set|make|return|improve|prevent|avoid|correct|increase|handle|clear|refactor|limit|save|mark|rotate|bump|rename|extract|simplify|migrate|upgrade|expose|introduce|replace|implement|reuse|encrypt|comput|compute|document|define|reject|refuse|normalize|ensure|check|try|clean|cleanup|drop|move|support|allow|disallow|sanitize|flush|switch|populate|configure|initialize|adjust|grant)";

/** What programs say in front of the names of things that are not credentials; one pattern for all of them. */
export const SAID_BEFORE =
  '(?:vertex "[\\w.\\[\\]-]*|TASK \\[|volume "|Task :|"(?:operator|op|condition|comparator)" *: *"[\\w ]*" *, *"|vation d[eu]l? |rawHeaders"? *[:=] *\\[ *(?:"[^"\\n]*" *, *)*"--?|pkcs11:(?:[^ \'\\n]*;)?)';

const NONE = { value: "none" } as const;

export const remarks: readonly Join[] = [
  {
    // What is being done: two words at least, and the first one says so.
    ...NONE,
    id: "progressive",
    between: `: +[a-z]?[a-z]+ing +(?:${WORD}[ \\n]|[<(/'])`,
    example: "password: «x1y2z3ing» is",
    not: "master-user-password: calling handler <function f>",
  },
  {
    ...NONE,
    id: "sentence",
    between: `: +${FUNCTION} +${WORD} +[a-z]`,
    example: "password: «youx1y2z3» must",
    not: "password: you must enter at least 8 characters",
  },
  {
    // What was done with it, or how it looks.
    ...NONE,
    id: "participle",
    between:
      ": +(?:[a-z]?[a-z]+(?:ed|ends|starts|begins|expires|matches|contains|belongs|comes) (?:from|at|into|in|to|by|with|for|via|on|as|successfully)|(?:sent|about|due|going) to)[ \\n]",
    example: "secret: «x1y2z3ed» at /x",
    not: "Access token: acquired from cache",
  },
  {
    ...NONE,
    id: "kind-of-key",
    name: "(?:[\\w.-]+[_.-])?key",
    between: ": +(?:RSA|DSA|EC|ECDSA|Ed25519|Ed448)[ -](?:\\d+|P-\\d+)[ ,.;\\n]",
    example: "private_key: «RSAx1y2z3»",
    not: "private_key: ECDSA P-256",
  },
  {
    // How many tests passed and how many did not.
    ...NONE,
    id: "test-counts",
    name: "pass",
    between: " ?[:=] ?[0-9]+[,;]? *'?(?:fail|skip)(?:ed|s|ures?|ped)?'? ?[:=] ?[0-9]",
    example: "pass=«4815162342», fail=none",
    not: "pass=529 fail=3",
  },
  {
    // What the program passwd says.
    ...NONE,
    id: "program",
    name: "(?:ch|gp|sm)?passwd|(?:\\w+-)?ask-password(?:-\\w+)*",
    between: ": +[A-Z]?[a-z]+ [a-z]+ [a-z]+[ .\\n]",
    example: "passwd: «x1y2z3» token manipulation",
    not: "passwd: Authentication token manipulation error",
  },
  {
    ...NONE,
    id: "validation",
    between:
      ": +[a-z](?:[a-z/._-]*[a-z])? (?:[a-z]+ )?(?:'[^'\\n]*' )?(?:(?:is |was )?(?:not (?:found|valid|set|allowed|in)|required|missing|invalid|expired)|must (?:be|contain|have|not|match)|cannot be|should (?:be|contain|have|not|match)|could not)[ ,.;:\\n]",
    example: "password: «x1y2z3» required",
    not: 'secret: Secret "db" not found in namespace "prod"',
  },
  {
    // A heading: words in capitals with a preposition between them.
    ...NONE,
    id: "title",
    between: ": +[A-Z][a-z]+ (?:in|from|of|and|for|via|by|on|to|with) (?:the |a )?[A-Z][a-z]+",
    exactCase: true,
    example: "Credentials: «x1y2z3» in Files",
    not: "Unsecured Credentials: Credentials in Files",
  },
  {
    ...NONE,
    id: "terraform-vertex",
    before: SAID_BEFORE,
    between: ": +[a-z]",
    example: "vertex var.db_password: «x1y2z3»",
    not: 'vertex "var.db_password": evaluating',
  },
  {
    ...NONE,
    id: "count-of-fields",
    between: ": +n(?:um)?[a-z_]+: +\\d+\\n",
    example: "passwd: «nx1y2z3»",
    not: "rlm_passwd: nfields: 3",
  },
  {
    ...NONE,
    id: "size-of-key",
    between: ": *\\(\\d+ bit",
    example: "Private-Key: «(x1y2z3»",
    not: "Private-Key: (2048 bit, 2 primes)",
  },
  {
    // A class of Azure's SDK says what it does.
    ...NONE,
    id: "azure-class",
    before: "[^\\[]",
    name: "[A-Z]\\w*Credential",
    between: " => [A-Za-z]",
    exactCase: true,
    example: "clientsecretCredential => «x1y2z3»",
    not: "ClientSecretCredential => MSAL Node V2 info - 1.2.3",
  },
  {
    // A namespace of npm's debug package: two blanks in front, or a time.
    ...NONE,
    id: "debug-namespace",
    before: "(?:\\n  |\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z| GMT) )",
    name: "pw|jwt",
    between: ":[a-z][a-z-]*(?::[a-z-]+)* +[^ \\n]",
    example: "pw:«x1y2z3» navigating",
    not: '  pw:api navigating to "https://shop.example/"',
  },
  {
    ...NONE,
    id: "test-outcome",
    name: "PASS",
    between: ": +[^ \\n]*(?:/|::|test)",
    exactCase: true,
    example: "PASS: «x1y2z3»",
    not: "PASS: gcc.dg/a.c (test for excess errors)",
  },
  {
    // How many tokens a model was given, or which one it is.
    ...NONE,
    id: "count-of-tokens",
    name: "token",
    between: "(?: *[:=] *)\\d{1,5}(?: |\\n|[,)}\\]][^\\w]|[;'<])",
    example: "token=«1523x1y2z3»",
    not: "token=1523",
  },
  {
    // A word of a model's answer, of a search engine's analysis.
    ...NONE,
    id: "scored-token",
    name: "token",
    between:
      " *: *'[^\"\\n]*' *, *'?(?:logprob|prob|special|start_?offset|end_?offset|position|pos_|lemma|bytes'?: *\\[)",
    example: '{"token":"«x1y2z3»","log":1}',
    not: '{"token":"Hello","logprob":-0.1}',
  },
  {
    // The subject of a condition.
    ...NONE,
    id: "condition",
    name: "token",
    before: SAID_BEFORE,
    between: " *: *'[^\"\\n]*' *, *'(?:value|values|type|operand)",
    example: '{"token":"«x1y2z3»","value":"cmd"}',
    not: '{"operator":"contains","token":"processEvent/process","value":"cmd"}',
  },
  {
    ...NONE,
    id: "windows-elevation-type",
    before: SAID_BEFORE,
    name: "jeton|token",
    between: " *: *",
    example: "le jeton : «x1y2z3»",
    not: "Type d'élévation du jeton : Type",
  },
  {
    // A class of errors of the library jose.
    ...NONE,
    id: "jose-error",
    name: "JWT",
    between: ": *JW[TSEK]S?(?:[A-Z][a-z]+)+[^\\w]",
    exactCase: true,
    example: "JWT: «JWTx1y2z3»",
    not: "Could not verify JWT: JWTExpired",
  },
  {
    // The user's name, cut to nine characters, in the first packet of a remote desktop.
    ...NONE,
    id: "rdp-cookie",
    name: "cookie",
    between: ": *mstshash=",
    example: "Cookie: mstshas=«x1y2z3»",
    not: "Cookie: mstshash=Administr",
  },
  {
    ...NONE,
    id: "empty-credentials",
    name: "(?:proxy-)?authorization",
    between: ": *Basic +[:,;|]",
    example: "Authorization: Basic «eDp4MXkyejM6»",
    not: "Proxy-Authorization: Basic ::~~User-Agent: x",
  },
  {
    // An unnamed provider of Azure.
    ...NONE,
    id: "azure-provider",
    name: "Microsoft\\.\\w+",
    between: " *: *",
    exactCase: true,
    example: "Authorization: «eDp4MXkyejM6»",
    not: "Microsoft.Authorization: subresource-selected-monster",
  },
  {
    // A member of logfmt without a value, in front of the next one.
    value: "empty",
    id: "empty-member",
    between: "= +[A-Za-z_][\\w.-]*=[^= \\n]",
    example: "password= «x1y2z3»",
    not: "password= user=ann",
  },
  {
    // A flag without its argument, in front of the next one.
    value: "empty",
    id: "empty-flag",
    before: "--?[\\w-]*",
    between: "= +--?[a-z]",
    example: "--pass= «x1y2z3»",
    not: "miner.exe --pass= --cpu-max-threads-hint=40",
  },
  {
    // What was done to it, as logs of changes say: `pre_shared_key: limit 0-RTT to resumption`.
    ...NONE,
    id: "imperative",
    between: `: +${IMPERATIVE}(?:e?s|e?d)? +['*<(\\w]`,
    example: "password: «addx1y2z3» now",
    not: "privkey: reject signing with ext keys",
  },
  {
    // A member of a Go struct without a value, in front of the next one.
    value: "empty",
    id: "empty-field",
    before: inside("[\\[({]"),
    name: "[A-Z]\\w*",
    between: ": [A-Z]\\w*:",
    exactCase: true,
    example: "{Password: «x1y2z3:A»}",
    not: "{User:ann Password: Token:<nil>}",
  },
  {
    // A part in Python's documentation: `:token:`name``.
    ...NONE,
    id: "text-role",
    before: "[ (\\n]:",
    between: ":'\\w+'",
    example: ":token: '«x1y2z3»'",
    not: "the :token:`value_name` item",
  },
  {
    // Names of ciphers for OpenSSL.
    ...NONE,
    id: "cipher-list",
    name: "PSK",
    between: ":[!+][A-Z]",
    exactCase: true,
    example: "PSK:«!x1y2z3»",
    not: "!MD5:!PSK:!SRP:!CAMELLIA",
  },
  {
    // RFC 7512: the label of a device.
    ...NONE,
    id: "pkcs11-label",
    before: SAID_BEFORE,
    name: "token",
    between: "=",
    example: "pkcs12:token=«x1y2z3»",
    not: "pkcs11:token=RootCertificates;serial=1",
  },
  {
    // An import of Go: a package's path, and where it is.
    ...NONE,
    id: "import-path",
    name: "hmac|token",
    between: ": *'(?:[a-z]+\\d*/)+[a-z]+'",
    example: '"token": "«x1y2z3»"',
    not: '"crypto/internal/hmac": "crypto/internal/hmac"',
  },
  {
    // A bare member's text ends with the name, and the next member follows; a cookie's own text has such members.
    id: "before-member",
    name: "[\\w.-]*(?:pass|pwd|token|secret|key|pin|auth|credential)\\w*",
    before: "[\\w.-]=(?:[\\w ]* )?",
    between: ": +[a-z][\\w.-]*=[^= '\\n]",
    value: "none",
    example: "ua=Password: «x1y2z3»",
    not: "ua=Password: id=x1y2z3",
  },
];
