// What languages enclose a value in.
import type { Wrapper } from "./join.ts";

const PATH = "(?:[A-Za-z_]\\w*(?:::|\\.))*";
/** A type's name: digits stand in it twice at most. */
const CLASS = "[A-Za-z_*]+(?:\\d+[A-Za-z_*]+){0,2}\\d*";
/** `mytype`, `main.Secret`, `map[string]interface {}`, `Set(1)`, `Foo(1) [Map]`, `Vec<String>`. */
const TYPE =
  `[&*%]*(?:\\[\\d*\\]|map\\[[\\w.*]+\\])*(?:${PATH}${CLASS}|interface \\{\\}|struct \\{[^{}'\\n]*\\})(?:<[\\w<>:, &]*>)?` +
  "(?:\\(\\d+\\))?(?: \\[\\w+(?:\\(\\d+\\))?\\])?";
const MEMBER = "'?[\\w.$-]+'? *(?::|=>?) *(?:\\n +)?";
/** What a member's value begins with where it is printed, and not declared. */
const PRINTED = `(?:'|\\d|-\\d|(?:None|null|nil|undefined|true|false)[^\\w]|${TYPE} ?[{([] *(?:\\n +)?(?:${MEMBER})?')`;
const OBJECT = `(?:\\{ *(?:\\n +)?(?:${MEMBER}${PRINTED}|')|\\[ *(?:\\n +)?')`;
/** The same after a blank, where JSON may stand after a token: `token=Zq8Lw2Xk {"a":1}`. */
const OBJECT_APART = `(?:\\{[ \\n]+(?:${MEMBER}${PRINTED}|')|\\[[ \\n]+')`;
/** Letters in either case. */
const anyCase = (words: string): string => words.replace(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`);
const SQL_FUNCTION = anyCase("(?:md5|sha[0-9]*|concat|password|encrypt|crypt)");
/** `SecretStr(`, `new Secret<String>(` */
const CONSTRUCTOR = `(?:new +)?${PATH}[A-Z][A-Za-z_]*(?:\\d+[A-Za-z_]+){0,2}\\d*(?:<[\\w<>:, ]+>)?\\((?:\\n +)?`;

export const wrappers: readonly Wrapper[] = [
  {
    id: "constructed-list",
    open: "(?:[A-Z]\\w*(?:::|\\.))*[A-Z]\\w*\\(\\[",
    value: "string",
    list: true,
    example: 'password: Slice(["«x1y2z3»"])',
  },
  {
    id: "prefix",
    open: "(?:[burfnelBURFNELX$@]{1,2}|~[a-zA-Z]|_[a-z]\\w{2,8} ?|[bB](?:inary|INARY) )",
    value: "string",
    example: "password=b'«x1y2z3»'",
  },
  {
    // What SQL does with a value; of several arguments the first is it.
    id: "sql-function",
    open: `(?:${SQL_FUNCTION}\\( *)+(?:[NEX]|_[a-z]\\w{2,8} ?)?`,
    value: "string",
    example: "password = md5(concat(md5('«x1y2z3»'),':', salt))",
    not: "password = get_md5('x1y2z3')",
  },
  {
    id: "php-string",
    open: "string(?:\\(\\d*\\))? *",
    value: "string",
    example: 'password: string(6) "«x1y2z3»"',
  },
  {
    id: "typed-object",
    open: TYPE,
    ahead: OBJECT,
    example: 'secret: main.Secret{Value:"«x1y2z3»"}',
  },
  {
    id: "typed-object-apart",
    // No token in front of an object that is printed after it: `token=hunter2 { a: 'b' }`, `token=Zq8Lw2Xk { a: 'b' }`.
    open: `&?${PATH}[A-Z][A-Za-z_]*(?:<[\\w<>:, &]*>)?(?:\\(\\d+\\))?(?: \\[\\w+(?:\\(\\d+\\))?\\])? `,
    ahead: OBJECT_APART,
    example: 'secret: Secret { value: "«x1y2z3»" }',
  },
  {
    // `[Getter: '…']` of Node
    id: "kind",
    open: "\\[[A-Z][\\w/]*: ",
    value: "string",
    example: "password: [String: '«x1y2z3»']",
  },
  {
    id: "typed-list",
    open: "&?(?:\\[\\d{0,4}\\]){1,2}(?:[\\w.*]+|interface \\{\\})\\{",
    list: true,
    example: 'password = []mytype{"«x1y2z3»"}',
  },
  { id: "typed-bytes", open: "\\[\\][\\w.]+\\(", value: "string", example: 'password = []byte("«x1y2z3»")' },
  {
    id: "cast",
    open: "(?:\\([\\w.*-]+\\) ){1,2}(?:\\(len=\\d+\\) )?",
    value: "string",
    example: 'password: (string) (len=6) "«x1y2z3»"',
  },
  {
    // Where a pointer of Go leads: `(*string)(0xc000012345)("…")`, `(*main.Secret){V:"…"}`.
    id: "pointer",
    open: "\\(\\*[\\w.*]+\\)(?:\\(0x[0-9a-f]+\\))?[({](?:\\w+: ?)?",
    value: "string",
    example: 'Password: (*string)(0xc000012345)("«x1y2z3»")',
    not: "Password: (*string)(0xc000012345)",
  },
  {
    // Ruby's and Elixir's objects, Python's: `#<Secret value="…">`, `#Secret<"…">`, `<Secret '…'>`.
    id: "object-in-brackets",
    open: "#?<[A-Z][\\w.:]* (?:@?\\w+[=:] ?)?|#[A-Z][\\w.]*<(?:@?\\w+[=:] ?)?",
    value: "string",
    example: 'password: #<Secret value="«x1y2z3»">',
    not: "password: #<Secret:0x55>",
  },
  {
    // spew's dump of a Go slice.
    id: "cast-list",
    open: "\\(\\[\\][\\w.*-]+\\) \\(len=\\d+(?: cap=\\d+)?\\) \\{\\n +\\([\\w.*-]+\\) (?:\\(len=\\d+\\) )?",
    value: "string",
    example: 'Password: ([]string) (len=1 cap=1) {\n  (string) (len=6) "«x1y2z3»"\n }',
  },
  {
    // spew's dump on a line: `Tokens:([]string)[…]`
    id: "cast-in-brackets",
    open: "\\(\\[\\][\\w.*-]+\\)\\[",
    list: true,
    example: "Passwords:([]string)[«x1y2z3»] n:(int)7",
  },
  { id: "yaml-tag", open: "!![\\w-]+ +", separator: ":", example: "password: !!str «x1y2z3»" },
  {
    id: "yaml-anchor-of-string",
    open: "&\\w+ +",
    separator: ":",
    value: "string",
    example: 'password: &a "«correct x1y2z3»"',
    not: 'password: &a: "correct x1y2z3"',
  },
  {
    // Not a reference: `!Sub "…"`, `!secret name`
    id: "yaml-tag-of-string",
    open: "!(?:vault|plain|binary|encrypted|unsafe|literal|str|string)(?:-\\w+)* +",
    separator: ":",
    value: "string",
    example: 'password: !vault-plain "«correct x1y2z3»"',
    not: 'password: !Sub "correct x1y2z3"',
  },
  {
    id: "yaml-anchor",
    open: "&\\w+ +",
    separator: ":",
    value: "not code",
    example: "password: &a «x1y2z3»",
    not: "password: &str = x",
  },
  { id: "erlang-binary", open: "<<", value: "double-quoted", example: 'password => <<"«x1y2z3»">>' },
  {
    // Node's inspect and Rust's Debug write an object's class before its brace.
    id: "class-name",
    open: "&?(?:[A-Za-z_]\\w*(?:::|\\.))*[A-Z][A-Za-z_]*\\d{0,2}[A-Za-z_]*(?:\\(\\d+\\))?(?: \\[[\\w ]+\\])? ",
    value: "object",
    example: 'credentials: MongoCredentials { password: "«x1y2z3»" }',
  },
  {
    id: "null-prototype",
    open: "\\[\\w+: null prototype\\] ",
    value: "object",
    example: 'credentials: [Object: null prototype] { password: "«x1y2z3»" }',
  },
  {
    id: "constructor",
    open: CONSTRUCTOR,
    value: "string",
    example: "password: SecretStr('«x1y2z3»')",
  },
  {
    // What a language of settings does with a value
    id: "function",
    open: "(?:(?:non)?sensitive|(?:en|de)crypt|secret|quote|tostring|(?:base64|url|json)encode)\\(",
    value: "string",
    example: 'password = sensitive("«x1y2z3»")',
    not: 'password = getenv("X1Y2Z3")',
  },
  {
    // A kind of binary data: `BinData(0, "…")`
    id: "numbered-constructor",
    open: `${PATH}[A-Z]\\w*\\(\\d+, *`,
    value: "string",
    example: 'password: BinData(0, "«x1y2z3»")',
  },
  {
    id: "factory",
    open: `${PATH}[A-Z]\\w*(?:::(?:new|from)|\\.(?:of|valueOf))\\(`,
    value: "string",
    example: 'password: Box::new("«x1y2z3»")',
    not: 'password: Box::name("x1y2z3")',
  },
  {
    id: "outer-constructor",
    open: CONSTRUCTOR,
    ahead: `(?:${CONSTRUCTOR})+'|(?:${TYPE} ?)?${OBJECT}`,
    example: 'password: Some(Password("«x1y2z3»"))',
  },
  {
    // Of OpenTelemetry's collector.
    id: "some-words",
    open: "(?:Some|Str|Ok)\\(",
    ahead: "[^ '()\\n]+ +[^ '()\\n][^'()\\n]*\\)",
    close: ")",
    example: "password: Str(«x1y2z3 and more»)",
    not: "password: Str(not found)",
  },
  { id: "some", open: "(?:Some|Str|Ok)\\(", example: "password: Some(«x1y2z3»)" },
  {
    id: "optional",
    open: "Optional\\[",
    ahead: "(?:[^\\]'\\n]*\\]|[\\w./+=~-]{24})",
    close: "]",
    example: "password=Optional[«x1y2z3»]",
  },
  {
    id: "symbol",
    open: "Symbol\\(",
    ahead: "[^)'\\n]*\\)",
    close: ")",
    example: "password: Symbol(«x1y2z3»)",
  },
  {
    // R's str()
    id: "r-vector",
    open: "(?:chr|c\\() *(?:\\[1:\\d+\\] )?",
    value: "double-quoted",
    list: true,
    example: ' $ password: chr "«x1y2z3»"',
  },
  {
    // What gdb prints of a pointer
    id: "address",
    open: "0x[0-9a-f]+ (?:<[^<>\\n]*> )?",
    value: "double-quoted",
    example: '{user = 0x55 "ann", password = 0x5581 "«x1y2z3»"}',
    not: "{password = 0x5581 <main+4>}",
  },
  {
    id: "python-bytes",
    open: "(?:bytearray|bytes|memoryview|str)\\(b?",
    value: "string",
    example: "password: bytearray(b'«x1y2z3»')",
  },
  {
    // Strings that a program joins, over lines
    id: "joined-strings",
    open: "\\((?:\\n +)?",
    value: "string",
    // `('x',)` of Python is a tuple of one.
    ahead: "'[^'\\n]*'(?:,?\\)|\\n)",
    list: true,
    example: "{'password': ('«x1y2z3 and »'\n              '«more»')}",
  },
  {
    id: "number-list",
    open: "(?:Buffer\\.from\\(|U?[iI]nt8Array(?:\\(\\d+\\))? ?)\\[ *",
    ahead: "\\d",
    list: true,
    example: "password: Uint8Array(4) [ «115», «101», «99», «99» ]",
  },
  {
    id: "erlang-bytes",
    open: "<<",
    ahead: "\\d{1,3}(?:, ?\\d{1,3}){3}",
    list: true,
    example: "password => <<«115»,«101»,«99»,«99»>>",
    not: "password => <<1,2>>",
  },
  { id: "just", open: "(?:Some|Just) ", value: "string", example: 'password = Just "«x1y2z3»"' },
  {
    // A constructor of Haskell, of OCaml
    id: "constructor-apart",
    open: `${PATH}[A-Z][A-Za-z]* `,
    value: "string",
    ahead: "'(?:[^'\\n]|\\w'\\w)*' *[,;)}\\]]",
    example: 'Creds {user = User "ann", password = Password "«x1y2z3»"}',
    not: 'secret: Secret "x1y2z3" not found',
  },
];
