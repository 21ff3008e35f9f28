// Declarations of source code: what stands after the name is a type, and no value. The example of each is a text like
// it in which the name has a value.
import type { Join } from "../join.ts";
import { CODE_BEFORE } from "./expressions.ts";

/** What ends a declaration, or begins its initial value. */
const END = "(?: *[,;)}\\n]| *= *[^=> ']| *\\{)";
const SCALAR =
  "(?:string|str|number|boolean|bool|int(?:eger)?|float|double|long|char|bytes?|buffer|object|any|unknown|never|void|null|undefined|uuid|date|datetime|bigint|symbol|id)";
/** Types that others are parameters of. */
const GENERIC =
  "(?:(?:readonly)?array|promise|record|map|set|partial|readonly|option|optional|vec|box|arc|rc|mutex|cow|secret|list|dict|sequence|iterable|tuple|union|annotated|result|future|mono|flux|supplier|observable)";
const INSIDE = "[\\w<>\\[\\], |&:.?']*";

const NONE = { value: "none" } as const;

export const declarations: readonly Join[] = [
  {
    ...NONE,
    id: "scalar-type",
    between: `[?!]?: *${SCALAR}(?:\\[\\]|[?!])*${END}`,
    example: "password: «string-41», user: x",
    not: "interface Options { apiKey: string[] }",
  },
  {
    // A slice of Rust
    ...NONE,
    id: "slice-type",
    between: "[?!]?: *&(?:mut )?\\[[a-z]\\w*\\][,;)} \\n]",
    example: "secret: «&x1y2z3»",
    not: "fn sign(body: &str, secret: &[u8]) -> bool",
  },
  {
    ...NONE,
    id: "list-of-type",
    between: `[?!]?: *[A-Z][A-Za-z]*(?:\\[\\])+${END}`,
    exactCase: true,
    example: "apiKey: «ApiKey7x1y2z3»;",
    not: "apiKey: ApiKey[];",
  },
  {
    ...NONE,
    id: "generic-type",
    between: `[?!]?: *(?:[\\w.]+(?:::|\\.))?${GENERIC}<${INSIDE}>+${END}`,
    example: "secret: «Secretx1y2z3»<b>",
    not: "accessToken: Promise<string>, user: string",
  },
  {
    ...NONE,
    id: "subscripted-type",
    between: `: *(?:[\\w.]+\\.)?${GENERIC}\\[(?:${SCALAR}|${GENERIC}\\[)${INSIDE}\\]+${END}`,
    example: "token: Optional[«x1y2z3»]",
    not: "token: Optional[str] = None",
  },
  {
    ...NONE,
    id: "union-type",
    between:
      "[?!]?: *[A-Za-z][\\w.]*(?:\\[\\])?(?: \\| [A-Za-z][\\w.]*(?:\\[\\])?)* \\| (?:null|undefined|None)[^\\w]",
    exactCase: true,
    example: "password: «x1y2z3» | nullable",
    not: "credentials: AwsCredentialIdentity | undefined;",
  },
  {
    ...NONE,
    id: "type-and-call",
    between: ": *[A-Za-z][\\w.]* = (?:None[^\\w]|[A-Za-z_][\\w.]*\\()",
    exactCase: true,
    example: 'password: str = "«x1y2z3»"',
    not: "password: SecretStr = Field(...)",
  },
  {
    ...NONE,
    id: "graphql-type",
    between: ": *\\[*(?:string|id|int|float|boolean|uuid|json|datetime|[a-z]+input)[!\\]]*![!\\]]*[),} \\n]",
    example: "password: «x1y2z3!», user: x",
    not: "mutation($token:ID!){verify(id:1){id}}",
  },
  {
    ...NONE,
    id: "column-type",
    between:
      ": *(?:n?varchar2?|n?char|character varying|(?:var)?binary|numeric|decimal|text|uuid|tinytext|mediumtext|longtext|timestamptz?)(?:\\(\\d+\\))?(?: not null| null| primary key| unique)?[,;)}\\n]",
    example: "token: «varchar7x1y2z3»",
    not: "token: varchar(64)",
  },
  {
    ...NONE,
    id: "type-constant",
    between:
      " *[:=] *(?:DataTypes|Sequelize|(?:mongoose\\.)?(?:Schema\\.)?Types|PropTypes|Type|Field|Attribute|Column|Schema)\\.[A-Za-z]",
    exactCase: true,
    example: "password: «Typo.x1y2z3»",
    not: "password: DataTypes.STRING,",
  },
  {
    ...NONE,
    id: "property-type",
    between: ": *[a-z]\\w?\\.(?:string|bool|number|func|object|any|shape|node|element|symbol)[.,}\\n(]",
    example: "password:«x1y2z3.string7»",
    not: "password:l.string.isRequired,",
  },
  {
    ...NONE,
    id: "validator",
    between: " *[:=] *(?:z|yup|joi|v|t|s|vine|superstruct)\\.[a-z]+\\(",
    example: "password: «zx1.y2z3»",
    not: "password: z.string().min(8),",
  },
  {
    // What javap and the JVM say of a field or a method.
    ...NONE,
    id: "jvm-descriptor",
    between: ":(?:\\([\\w/;$\\[]*\\))?\\[*(?:L[\\w/$]+;|[BCDFIJSZV][ ,;)\\n])",
    exactCase: true,
    example: "password:«S!x1y2z3»",
    not: "password:Ljava/lang/String;",
  },
  {
    ...NONE,
    id: "nested-class",
    between: "= *class [\\w.$]+ (?:of|extends) ",
    exactCase: true,
    example: "Credentials=«classx1y2z3»",
    not: "Credentials=class H$Credentials of class H",
  },
  {
    ...NONE,
    id: "validation-rules",
    between: " *=> *\\[ *'(?:required|nullable|sometimes|string|present|filled|bail|confirmed)(?:'|:)",
    example: "'password' => ['«x1y2z3»']",
    not: "'password' => ['required', 'string', 'min:8'],",
  },
  {
    // A property of Swift, C#, Kotlin
    ...NONE,
    id: "accessors",
    between: "[?!]?: *\\[?[A-Z][A-Za-z]*[?!\\]]* *\\{ *(?:get|set|didSet|willSet|return)[ ;}]",
    exactCase: true,
    example: "token: «Tokenx1y2z3» { get }",
    not: "var token: Token { get set }",
  },
  {
    // A member of a class, whose type ends as its name does; an argument of Perl.
    ...NONE,
    id: "modified-member",
    before: CODE_BEFORE,
    between: "(?:: *[a-z]+(?:token|secret|password);| = shift;)",
    example: "readonly token: «CancelTokenx1y2z3»;",
    not: "  readonly token: CancellationToken;",
  },
  {
    // A function or a field of Haskell
    ...NONE,
    id: "haskell-type",
    between:
      " +:: +(?:(?:Maybe |IO )?(?:Text|String|ByteString|Int|Integer|Bool|Value|UTCTime)[ ,}\\n]|[A-Z][A-Za-z.]*(?: [A-Za-z.]+)* ->)",
    exactCase: true,
    example: "password :: «Textx1y2z3»",
    not: "dbPassword :: Config -> Text",
  },
  {
    // Go's `map["ua":"--pass" "password":"…"]`: a text, and the next member's name.
    ...NONE,
    id: "flag-before-member",
    before: '"--?[\\w./:@-]*',
    between: " +'[\\w-]+':",
    example: '"--password" "«x1y2z3»"',
    not: 'map["ua":"--password" "user":"ann"]',
  },
];
