// What a line tells about a credential in place of its value: what was met or failed, of which members it is, where it is
// looked up. The example of each is a text like it in which the name has a value.
import type { Join } from "../join.ts";
import { SAID_BEFORE } from "./remarks.ts";

const NONE = { value: "none" } as const;

export const notices: readonly Join[] = [
  {
    // Where it is to be found
    ...NONE,
    id: "remark-in-brackets",
    between: " *[:=] *\\((?:set|see|from|read|taken|stored|defined|given|kept|hidden|not|only) [a-z]",
    example: "password = «(setx1y2z3» in",
    not: "; password = (set in the environment)",
  },
  {
    // Of CloudFormation
    ...NONE,
    id: "dynamic-reference",
    before: "\\{\\{resolve:[^ '}\\n]*",
    between: ":\\w+",
    example: "{{solve:x:SecretString:«x1y2z3»}}",
    not: "{{resolve:secretsmanager:db:SecretString:password}}",
  },
  {
    // A list of members stands where a value would: `jwt: alg=RS256 kid=1`.
    ...NONE,
    id: "members",
    name: "(?:[\\w.-]+[_.-])?(?:jwt|token|credentials?)",
    between: ": +(?:scopes?=|[A-Za-z_]+=[^= \\n]+ +[A-Za-z_]+=[^=])",
    example: "password: «x1=y2z3»",
    not: "jwt: alg=RS256 kid=x1 typ=JWT",
  },
  {
    // What a parser has met: a kind in capitals.
    ...NONE,
    id: "kind-of-token",
    name: "token",
    between: "(?:: +[A-Z_]{1,12}|=(?:IDENT(?:IFIER)?|STRING|NUMBER|EOF))(?:[ ,;)]|\\n)",
    exactCase: true,
    example: "token: «X1Y2Z3»",
    not: "parse error, next token: LPAREN",
  },
  {
    // A remark on a flag
    ...NONE,
    id: "remark-on-flag",
    before: "--?[\\w-]*",
    between: " +\\([a-z]+[: ]",
    example: "--password «(x1y2z3»",
    not: "unknown flag: --password (args: [login])",
  },
  {
    // A column that is called as it is: `SELECT "id" "id", "password" "password", …`.
    id: "own-alias",
    between: " +'",
    value: "own name",
    ahead: "\\w+'",
    example: '{"user" "ann", "password" "«x1y2z3»"}',
    not: 'SELECT "id" "id","password" "password","name" "name" FROM "u"',
  },
  {
    // An error is named like its class.
    id: "own-class",
    between: ": +",
    value: "own name",
    ahead: "\\w+ (?:[a-z]+ [a-z]|changed ')",
    example: "EnvironmentCredential: «x1y2z3» was",
    not: "EnvironmentCredential: EnvironmentCredential authentication unavailable.",
  },
  {
    // What is wrong with it, and a prompt with the next one after it.
    ...NONE,
    id: "unexpected",
    between:
      ": +(?:(?:unexpected|unterminated|unrecognized|unsupported|malformed|illegal) [a-z]|re-?(?:type|enter) (?:new )?pass)",
    example: "password: «unexpectedx1y2z3» a",
    not: "token: unexpected end, expected string",
  },
  {
    // nsswitch.conf
    ...NONE,
    id: "name-services",
    name: "passwd",
    between: ": +(?:files|compat|db|nis|sss|ldap|winbind|systemd)[ \\n]",
    example: "passwd: «filesx1y2z3»",
    not: "passwd:         files systemd",
  },
  {
    // Of Kubernetes: a namespace and a name.
    ...NONE,
    id: "namespaced-secret",
    name: "secret",
    between: "= *'?[a-z][a-z0-9-]+/[a-z][a-z0-9.-]+'?(?: |\\n)",
    exactCase: true,
    example: "secret=«App/x1y2z3»",
    not: 'msg="secret synced" secret=shop/db namespace=shop',
  },
  {
    // The statement that failed: `UNIQUE constraint failed: users.password: INSERT INTO …`.
    ...NONE,
    id: "statement",
    between: ": (?:INSERT INTO|REPLACE INTO|DELETE FROM|UPDATE '?\\w+'? SET|SELECT) ",
    example: "password: «INSERTx1y2z3» x",
    not: "UNIQUE constraint failed: users.password: INSERT INTO users (name) VALUES ('bob')",
  },
  {
    // What the system or a network says.
    ...NONE,
    id: "system-error",
    between:
      ": +(?:connection (?:refused|reset|closed|timed|aborted)|network (?:is )?unreachable|no such (?:file|host|key|secret|user|entry)|permission denied|access (?:is )?denied|(?:context )?deadline exceeded|context canceled|i/o timeout|(?:operation |request )?timed out|unexpected eof|(?:syntax|parse|type|internal|network|protocol|authorization|validation|encoding|decoding|server) error|operation not permitted|dial tcp|broken pipe|too many |authentication (?:for|failed|error)[^\\w])[^\\w]?",
    example: "password: «connectionx1y2z3» refused",
    not: "failed to refresh token: connection refused",
  },
  {
    ...NONE,
    id: "failed",
    between: ": +[a-z]+ (?:[a-z]+ )?failed[ .,;\\n]",
    example: "password: «x1y2z3» failed",
    not: "JWT: signature verification failed",
  },
  {
    // A message of a validation and its options: `password: {"can't be blank", [validation: :required]}` of Elixir's Ecto,
    // `'password': [ErrorDetail(string='This field may not be blank.')]` of Django's REST framework.
    ...NONE,
    id: "message-of-validation",
    between: ": *(?:\\{'(?:[^'\\n]|\\w'\\w)*', *\\[|\\[ErrorDetail\\()",
    example: 'password: {"«x1y2z3»"}',
    not: `errors: [password: {"can't be blank", [validation: :required]}]`,
  },
  {
    // A package says what another one said: `token: oauth2: token expired`.
    ...NONE,
    id: "chain-of-errors",
    between: ": +[a-z]+2?: +(?:[a-z]+ [a-z]|'[a-z])",
    exactCase: true,
    example: "password: «x1y2z3:» bad token",
    not: "Couldn't decode token: oauth2: token expired and refresh token is not set",
  },
  {
    // Of Terraform
    ...NONE,
    id: "state-of-resource",
    between:
      ": (?:(?:Creation|Modifications|Destruction|Read|Import) complete|Still [a-z]+ing|Refreshing state|(?:Creat|Destroy|Modify|Read|Import)ing)[ .]",
    exactCase: true,
    example: "x.token: «x1y2z3» complete",
    not: "aws_secretsmanager_secret.token: Creation complete after 1s [id=a]",
  },
  {
    ...NONE,
    id: "unit-of-time",
    name: "(?:[\\w.-]+_)?token",
    between: " *[:=] *'(?:seconds|minutes|hours|days)'",
    example: 'access_token = "«hoursx1y2z3»"',
    not: 'access_token = "hours"',
  },
  {
    ...NONE,
    id: "no-such-property",
    between: " for class: +[A-Z]",
    exactCase: true,
    example: "password for klass: «x1y2z3»",
    not: "No such property: password for class: Script1",
  },
  {
    // Ansible's parameter
    ...NONE,
    id: "when-to-update",
    name: "update_password",
    between: "'? *[:=] *'?(?:always|on_create)'?(?:[,} \\n])",
    example: 'update_password: "«x1y2z3»"',
    not: '{"update_password": "always", "name": "app"}',
  },
  {
    // A role of Ansible, a volume of Kubernetes, a project of Gradle
    ...NONE,
    id: "before-a-part",
    before: SAID_BEFORE,
    between: " ?: ?[a-z]+[ \\n]",
    example: "task secrets: «x1y2z3»",
    not: "TASK [secrets : template token file] ***",
  },
  {
    // OpenVPN asks for it.
    ...NONE,
    id: "needs",
    between: ": *(?:Need '|Verification Failed)",
    exactCase: true,
    example: "PASSWORD:«Needx1y2z3»",
    not: ">PASSWORD:Need 'Auth' username/password",
  },
  {
    // What a documentation says of a parameter: `**secret**: name of the secret`.
    ...NONE,
    id: "of-what",
    between: "(?:\\*\\*)?: +(?:names?|id|value|path|list|number) (?:of|for|in) (?:the|an?) [a-z]",
    example: "password: «namex1y2z3» of the",
    not: "- **secret**: name of the secret",
  },
  {
    // The value of a header, and the next header's name.
    ...NONE,
    id: "raw-header-value",
    before: SAID_BEFORE,
    between: ' *,[ \\n]*"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*" *[,\\]]',
    example: '{"rawHeaders":["a","--secret","«Zq8Lw2Xk9Vb4»"]}',
    not: '{"rawHeaders":["User-Agent","--secret","Accept","a/b"]}',
  },
  {
    ...NONE,
    id: "count-of-several",
    name: "(?:[\\w.-]+[_.-])?(?:secrets|passwords|credentials|api_?keys)",
    between: "'? *[:=] *'\\d{1,4}'",
    example: 'secrets="«x1y2z3»"',
    not: 'msg="synced" secrets="2"',
  },
];
