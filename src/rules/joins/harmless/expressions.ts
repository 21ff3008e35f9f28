// Expressions of source code, minified too, as tracebacks and bundles show it: the value is what they yield. The
// example of each is a text like it in which the name has a value.
import type { Join } from "../join.ts";

const IS = " *:?[:=] *";
/** A name that a minifier gives. */
const SHORT = "[A-Za-z_$][\\w$]?";

/** What stands in code before a name: a modifier, a member of a pair. One pattern for all of them. */
export const CODE_BEFORE = '(?:(?:readonly|private|public|protected) |my \\$|(?:type|name|key): *")';

const NONE = { value: "none" } as const;

export const expressions: readonly Join[] = [
  {
    ...NONE,
    id: "subscript",
    between: `${IS}[@$]?[A-Za-z_][\\w.]*(?:\\[(?:'[\\w.-]+'|:\\w+|\\d{1,2})\\])+`,
    example: "password: «Original[x1y2z3]»",
    not: 'connect(password=S["PW"], url=x)',
  },
  {
    ...NONE,
    id: "short-circuit",
    between: `${IS}!?${SHORT}(?:\\.[\\w$.]+)?(?:\\|\\||&&|\\?\\?)['\\w$({\\[!]`,
    example: "password=«Zq8||x1y2z3»",
    not: "function f(n){ t.secret=n||r}(this,{});",
  },
  {
    ...NONE,
    id: "comparison-in-condition",
    between: `={2,3}${SHORT}(?:\\.[\\w$]+)*(?:&&|\\|\\||[)?;])`,
    example: "password==«x1y2z3»",
    not: "if(!e.token||e.token===t)return",
  },
  {
    ...NONE,
    id: "ternary",
    between: `${IS}!?${SHORT}(?:\\.[\\w$.]+)?\\?['\\w$!(\\[{][\\w$.'()]*:['\\w$!(\\[{]`,
    example: "password=«Zq8?x1y2z3:x»",
    not: "o.token=a?r:i;",
  },
  {
    ...NONE,
    id: "short-call",
    between: `${IS}(?:await |yield )?${SHORT}\\((?:(?:${SHORT}|\\d+)(?:,(?:${SHORT}|\\d+))*)?\\)[,;)}\\n.]`,
    example: "password=«x1(y2z3)»",
    not: "r.apiKey=i(e),",
  },
  {
    // What a minified function assigns last, and what a pattern takes from an object.
    ...NONE,
    id: "last-of-block",
    between: `${IS}!?${SHORT}(?:[)}\\]]+[(;,.]|(?:, *(?:\\.\\.\\.)?[\\w$:, ]*)?\\} *=[^=])`,
    example: "password=«Zq8}(x1y2z3»",
    not: "!function(e,t){e.apiKey=t}(window,k);",
  },
  {
    ...NONE,
    id: "concatenation",
    between: `${IS}${SHORT}(?:\\.[\\w$]+)?\\+'`,
    example: "password=«Zq+x1y2z3»",
    not: 'a.token=t+"x",',
  },
  {
    ...NONE,
    id: "minified-boolean",
    between: `${IS}![01][,;)}\\n]`,
    example: "password=«!0x1y2z3»",
    not: "token:!0,password:!1,",
  },
  {
    ...NONE,
    id: "null-test",
    between: `${IS}(?:null|void 0|undefined)[!=]==?${SHORT}`,
    example: "password=«null-x1y2z3»",
    not: "token:null==e?void 0:e.token,",
  },
  {
    ...NONE,
    id: "webpack-call",
    between: `${IS}(?:Object\\(${SHORT}\\.\\w+\\)\\(|\\(0,${SHORT}\\.\\w+\\)\\()`,
    example: "password=«Object7(x1y2z3»",
    not: 'secret:Object(a.b)("x"),',
  },
  {
    ...NONE,
    id: "member-of-pair",
    before: CODE_BEFORE,
    between: `, *value: *(?:${SHORT}|this|self|props|state)\\.[A-Za-z_]`,
    example: '{name:"password",value:"«x1y2z3»"}',
    not: '{type:"password",value:e.password,onChange:t}',
  },
  {
    ...NONE,
    id: "function",
    between: " *[:=] *(?:async +)?function *\\*?(?: [\\w$]+)? *\\(",
    example: "token: «function7x1y2z3»",
    not: "token:function(e){return e}",
  },
  {
    ...NONE,
    id: "arrow-function",
    between: `${IS}(?:async *)?(?:\\([\\w$, :]*\\)(?:: *\\w+)?|${SHORT}) *=>`,
    example: "token: «x1y2z3» => ok",
    not: "t.password=e=>r(e),",
  },
  {
    ...NONE,
    id: "accessor-pair",
    before: CODE_BEFORE,
    between: ", *value: *(?:async +)?function",
    example: '{key: "password", value: "«x1y2z3»"}',
    not: '{key:"password",value:function(){return this.x}}',
  },
  {
    ...NONE,
    id: "new-object",
    between: `${IS}new +[A-Za-z_$][\\w$.]*(?:<[\\w<>, ]*>)?\\([\\w$.,()\\[\\] ]*\\)`,
    example: 'token = new Secret("«x1y2z3»")',
    not: "this.secret=new Uint8Array(e)",
  },
  {
    ...NONE,
    id: "known-call",
    between: `${IS}(?:b64(?:en|de)code|base64\\w*|make|repr|len|atob|btoa|buffer\\.from|encodeuricomponent|decodeuricomponent)\\((?:[A-Za-z_][A-Za-z_.\\[\\]]*\\d?)?\\)`,
    example: "secret = «makex1(y2z3)»",
    not: "secret = b64decode(secret_b)",
  },
  {
    ...NONE,
    id: "void",
    between: `${IS}void 0[,;)}\\n]`,
    example: "password=«void7x1y2z3»",
    not: "t.password=void 0,t.user=null",
  },
  {
    id: "member-of-object",
    between: `${IS}(?:[A-Za-z_$]+\\d?[?!]?\\.)+`,
    value: "other name",
    example: "token: «x1y2z3.paytoken7»",
    not: "this.token=t.token,this.user=t.user",
  },
  {
    id: "pointer",
    between: `${IS}[&*@](?:[A-Za-z_]\\w*\\.)*`,
    value: "other name",
    example: "password: «@x1y2z3»",
    not: "APIKey: *apiKey,",
  },
  {
    // A path of names, of .NET's settings; the last one has the value.
    ...NONE,
    id: "path-of-names",
    between:
      ":(?:[A-Z]\\w*:)*(?:[A-Z][a-z]+)*(?:Secret|Key|Password|Token|Issuer|Audience|Header|Name)(?: *[=:]|\\n)",
    exactCase: true,
    example: "Jwt:«Keyx1y2z3» = a",
    not: "Jwt:Issuer = https://a.example",
  },
  {
    ...NONE,
    id: "empty-literal",
    between: `${IS}&?(?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*\\{\\}`,
    exactCase: true,
    example: "password = «x1y2z3{}»",
    not: "creds: &Credentials{},",
  },
  {
    id: "own-field",
    name: "(?:this|self)\\.[\\w.]+",
    between: " *= +",
    value: "own name",
    separator: "=",
    example: "this.password = «x1y2z3»",
    not: "this.password = password;",
  },
  {
    // A value without quotes under a name in quotes is a variable.
    id: "own-variable",
    before: '[{(,][ \\n]*"',
    between: " *: *",
    value: "own name",
    separator: ":",
    example: "{'password': «x1y2z3»}",
    not: 'post(url, json={"user": user, "password": password})',
  },
  {
    // A call in a line of code hands a variable on; a class prints its members: `User(password=password)`.
    id: "own-argument",
    before: "(?:[\\n>] +|\\n(?:return |await |[\\w.]+ = |\\w+\\.))[\\w.]*\\((?:[\\w.=]+, )*",
    between: " *= *",
    value: "own name",
    separator: "=",
    example: "    login(user=user, password=«x1y2z3»)",
    not: "    login(user=user, password=password)",
  },
  {
    // One of a call's arguments, on a line of its own
    id: "own-argument-line",
    before: "\\n *",
    between: " ?= ?",
    value: "own name",
    ahead: "\\w+,\\n",
    separator: "=",
    example: "login(\n    password=«x1y2z3»,\n)",
    not: "login(\n    password=password,\n)",
  },
  {
    id: "own-or-default",
    between: `${IS}`,
    value: "own name",
    ahead: "\\w+ (?:or|and|if|&&|\\|\\||\\?\\?) ",
    example: "password: «x1y2z3» or none",
    not: "f(password=password or None)",
  },
  {
    // What the environment or a configuration holds under a name
    ...NONE,
    id: "environment",
    between: `${IS}(?:await +)?(?:[A-Za-z_]\\w*(?:\\.|::|->))*(?:var(?:_os)?|[Gg]et[Ee]nv|GETENV|GetEnvironmentVariable|LookupEnv|require[Ee]nv)\\((?:'[\\w.:/-]*'|[A-Za-z_]\\w*)[,)]`,
    exactCase: true,
    example: "password = «x1y2z3var7»",
    not: 'let token = std::env::var("API_TOKEN")?;',
  },
  {
    // `session.name => PHPSESSID => PHPSESSID`
    id: "own-setting",
    between: " +=> +",
    value: "own name",
    separator: "=",
    example: "PHPSESSID => «x1y2z3»",
    not: "session.name => PHPSESSID => PHPSESSID",
  },
  {
    id: "instance-variable",
    before: "[^\\w]@",
    between: " *= *@?",
    value: "own name",
    separator: "=",
    example: "@token = «x1y2z3»",
    not: " @token = token",
  },
  {
    ...NONE,
    id: "graphql-variable",
    between: ": *\\$[A-Za-z_]+\\d{0,2}[)}\\]]+[ {},)\\n]",
    example: "login(password: «$x1y2z3»)",
    not: "login(email:$e,password:$p){token user{id}}",
  },
  {
    ...NONE,
    id: "java-identity",
    between: `${IS}(?:[a-z]\\w*\\.)*[A-Z][A-Za-z]*@[0-9a-f]{4,8}[^\\w@.]`,
    exactCase: true,
    example: "credentials=«x1y2z3@1f2e3d4c»",
    not: "credentials=org.apache.http.auth.Credentials@3a71f4dd",
  },
  {
    ...NONE,
    id: "class-in-brackets",
    between:
      ": +\\[[A-Z][A-Za-z0-9]*(?:Keys?|Tokens?|Credentials?|Creds|Secrets?|String|Object|Map|Set|Array|List|Buffer|Headers|Provider|Manager|Store|Client|Error)\\]",
    exactCase: true,
    example: "apiKeys: [«x1y2z3»]",
    not: "  apiKeys: [APIKeys],",
  },
];
