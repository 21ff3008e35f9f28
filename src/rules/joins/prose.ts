// Sentences, keywords, listings and flags, with no separator but a blank.
import type { Join } from "./join.ts";
import { PRINTED_IN } from "./separators.ts";

const FLAG = "--?[\\w./:@-]*";
const FLAGS = "(?: +-[\\w=.-]+)*";
/** Whose it is. */
const OWNER =
  "(?:for|of) (?:(?:the )?(?:user|account|login|role|host|database|admin|service)(?:name)? )?'?[\\w.@-]+'?";
/** `is`, `was reset to`. */
const IS = "(?:is|was|(?:(?:is|was|has been) )?(?:set|reset|changed) to)(?: now)?:?";

/** `was set`, `has been changed`. */
const BECOMES = "(?:(?:is|was|has been) )?(?:now )?(?:set|reset|changed|updated)";

/** `connect with `, `wrong `, `and the new ` */
const GIVEN =
  "[^\\w](?:and|with|use|using|login|invalid|bad|wrong|incorrect|rejected|supplied) +(?:(?:the|your) )?(?:(?:new|default|temporary|admin|user) )?";

/** What stands before a message, or before its subject. No prompt: what might be a value is held back. */
const SAID = "(?:'|: |the |warn |error )";

/** `mismatch`, `value`, `provided` */
const TOLD =
  "(?:value|header|(?:mis)?match|(?:in)?valid|expired|expected|got|given|provided|supplied|received|retrieved|returned|rejected|loaded|found|generated|created|decoded|revoked|stored|updated|rotated|was|from|in|the|config|request|vault)";

const SET =
  "[^\\w](?:defined|set|setting|changed?|changing|updated?|updating|reset|resetting) +(?:the +|your +)?";

export const prose: readonly Join[] = [
  {
    id: "is",
    between: ` +(?:${IS}|(?:lautet|ist|est|es|è|é):?) +`,
    value: "generated",
    example: "the password is «x1y2z3»",
    not: "the password is invalid",
  },
  {
    id: "is-colon",
    between: " +(?:lautet|ist|est|es) *: *",
    separator: ":",
    example: "Ihr Passwort lautet: «x1y2z3»",
  },
  {
    // The only word after it.
    id: "is-colon-word",
    between: " +is *: *",
    separator: ":",
    ahead: "[^ \\n]+ *\\n",
    example: "Your password is: «x1y2z3»",
    not: "Your password is: open or so",
  },
  {
    id: "became",
    between: ` +(?:${BECOMES} to|(?:changed|updated|modified):) +`,
    value: "string",
    separator: "=",
    example: "password was set to '«correct x1y2z3»'",
    not: "password was sent to 'x1y2z3'",
  },
  {
    // Of a parser's token, neither a blank nor a digit is said.
    id: "given-string",
    before: GIVEN,
    between: " +",
    ahead: "'[^'\\n]*[ 0-9][^'\\n]*'",
    example: 'connect with client_secret "«correct x1y2z3»"',
    not: 'beside client_secret "correct x1y2z3"',
  },
  {
    id: "given",
    before: GIVEN,
    name: "\\w*(?:pass(?:word|wd|phrase|code)?|pwd|token|passwort|kennwort)",
    between: " +",
    ahead: "[^ '=:\\n]*[A-Za-z][^ '=:\\n]*={0,2}(?: |\\n|')",
    value: "generated",
    example: "log in as ann and password «x1y2z3»",
    not: "log in with user and password verified",
  },
  {
    // What ends the line, with a sign or a digit in it
    id: "given-last",
    before: GIVEN,
    name: "\\w*(?:pass(?:word|wd|phrase|code)?|pwd|token|passwort|kennwort)",
    between: " +",
    ahead: "[^ '=:({[<\\n][^ '=:\\n]*[0-9!@#$%&*+<>^|~][^ '=:\\n]* *\\n",
    close: " ",
    example: "log in with username ann and password «x1-y<2z3!»",
    not: "log in with username ann and password in 12s",
  },
  {
    // What has become of it is said after the value.
    id: "said",
    before: SAID,
    name: "\\w*(?:pass(?:word|wd|phrase|code)?|pwd|token|api_?key)",
    between: " +",
    ahead:
      "[^ ':.\\n]{8}[^ ':.\\n]* +(?:is|was|has|refused|expired|rejected|wrong|invalid|denied|failed|not)[ ,.;'\\n]",
    value: "generated",
    example: "error: token «x1y2z3z» has expired",
    not: "error: token types2 has expired",
  },
  {
    // The same of a password with signs in it, which may be the last word, too.
    id: "said-with-signs",
    before: SAID,
    name: "\\w*[Pp](?:ass(?:word|wd|phrase|code)|wd)",
    exactCase: true,
    between: " +",
    ahead:
      "[^ '=:({[<\\n][^ '\\n]*[!@#$%^&*+<>|~][^ '\\n]*(?: *\\n| +(?:is|was|has|refused|expired|rejected|wrong|invalid|denied|failed|not)[ ,.;'\\n])",
    close: " ",
    example: "PermissionError: password «x1,y2>z3» is wrong",
    not: "PermissionError: password x1y2z3 of ann",
  },
  {
    // The string in which something is said of it may be an error's message.
    id: "said-of-string",
    before: SAID,
    name: "\\w*(?:pass(?:word|wd|phrase|code)?|pwd|token|api_?key)",
    between: " +",
    ahead:
      "'[^'\\n]*[0-9][^'\\n]*' (?:is|was|has|refused|expired|rejected|wrong|invalid|denied|failed|not)[ ,.;'\\n]",
    value: "string",
    example: 'err="password \\"«x1y2z3»\\" is wrong"',
    not: 'err="token \\"correct\\" is wrong"',
  },
  {
    // What a message says of it stands in between.
    id: "told-of",
    between: ` +(?:${TOLD}[,:]? +)+(?:is:? +)?`,
    value: "random",
    separator: "=",
    example: "JWT_SECRET mismatch: expected «k3Jq9vR2xW7bT5mZ8cL1p»",
    not: "JWT_SECRET mismatch of k3Jq9vR2xW7bT5mZ8cL1p",
  },
  {
    id: "token-alone",
    name: "\\w*(?:api[_-]?key|pass(?:word|wd|phrase)|secret|token)",
    between: " +",
    value: "random",
    example: "Apikey «k3Jq9vR2xW7bT5mZ8cL1p» rejected",
    not: "Apikey k3Jq9vR2xW7b rejected",
  },
  {
    id: "became-for",
    between:
      " +(?:is|was|has been) (?:generated|created|issued|set|reset|changed|assigned) for +'?[\\w.@-]+'?(?: (?:to|is))?:? +",
    value: "generated",
    example: "A temporary password is generated for root@localhost: «x1y2z3»",
    not: "A temporary password is generated for root@localhost, today",
  },
  {
    id: "for",
    between: ` +${OWNER}: *(?:tried +)?`,
    value: "generated",
    separator: ":",
    example: "password for deploy: «x1y2z3»",
    not: "Failed password for root from 10.0.0.7",
  },
  {
    id: "for-is",
    between: ` +${OWNER} ${IS} +`,
    value: "generated",
    example: "password for deploy is «x1y2z3»",
    not: "password for deploy is wrong",
  },
  {
    id: "set-to-string",
    before: SET,
    between: " +(?:to|as) +",
    value: "string",
    example: "Setting the password to '«x1y2z3»'",
    not: "sent the password to 'x1y2z3'",
  },
  {
    id: "set-to",
    before: SET,
    between: " +to +",
    value: "generated",
    example: "set password to «x1y2z3»",
    not: "set password to something",
  },
  {
    // A foreign server's user, of PostgreSQL
    id: "sql-option",
    before: PRINTED_IN,
    between: " +",
    value: "single-quoted",
    example: "OPTIONS (user 'ann', password '«correct x1y2z3»')",
    not: "OPTION (host 'db', password 'correct x1y2z3')",
  },
  {
    id: "sql-keyword",
    between: " +",
    value: "single-quoted",
    capitals: true,
    example: "PASSWORD '«x1y2z3»'",
    not: "PASSWORD x1y2z3",
  },
  {
    id: "listing",
    before: "\\n *(?:(?:api|access|auth|client|refresh|secret|private) )?",
    between: "  +",
    value: "end of line",
    example: "token   «x1y2z3»",
    not: "token x1y2z3 and more",
  },
  {
    // A list of names and values with its heading underlined: Vault's, PowerShell's
    id: "below-heading",
    before: "value *\\n-[ -]*\\n(?:[\\w.][^\\n]*\\n)*[\\w.:-]*",
    between: "  +",
    ahead: "[^ '\\n]+ *\\n",
    example: "Key       Value\n---       -----\npassword  «correct-x1y2z3»\n",
    not: "Key       Type\n---       -----\npassword  correct-horse\n",
  },
  {
    // A directive of a server's configuration
    id: "directive",
    before: "\\n +",
    between: " ",
    value: "end of line",
    example: "<match **>\n  password «x1y2z3»\n",
    not: "<match **>\n  password x1y2z3 and more\n",
  },
  {
    // A value whose type's name is the credential's: `Password("…")` of Rust.
    id: "newtype",
    before: "(?:[^\\w.$@#=: ]|[^=:] |\\[\\d*m)",
    between: "\\((?:\\n +)?",
    name: "[A-Z]\\w*",
    exactCase: true,
    ahead: "'(?:[^'\\n]*\\d[^'\\n]*|[^' \\n]{8,})'[,\\n ]*\\)",
    example: 'Ok(Password("«x1y2z3»"))',
    not: 'Ok(secret("x1y2z3"))',
    relates: { over: "the next line", attack: '{"ua":"Password(\\n  ","note":"x1y2z3"}' },
  },
  {
    // An error whose name says what was wrong, and what was given: `BadPassword { given: "…" }` of Rust.
    id: "named-error",
    before: "(?:[^\\w.$@#]|\\[\\d*m)",
    between: " *\\{ *(?:\\n +)?(?:given|got|value|actual|input|provided|received|found|inner|raw|text): *",
    value: "double-quoted",
    separator: ":",
    example: 'Err(BadPassword { given: "«x1y2z3»" })',
    not: 'Err(BadPassword { user: "x1y2z3" })',
    relates: { over: "the next line", attack: '{"ua":"Password { given: ","note":"x1y2z3"}' },
  },
  {
    id: "set-secret",
    before: `[^\\w]config set${FLAGS} +--?`,
    between: " +'?[\\w.:/-]+'? +",
    value: "argument",
    example: "pulumi config set --secret aws:foo «x1y2z3»",
    not: "pulumi config get --path --stack dev x1y2z3",
  },
  {
    id: "set-secret-name",
    before: `[^\\w]config set${FLAGS} +--?`,
    between: " +",
    value: "none",
    example: "",
    not: "pulumi config set --secret dbPassword",
  },
  {
    id: "flag",
    before: `[^\\w./%&;-]${FLAG}`,
    between: " +",
    value: "argument",
    example: "--password «x1y2z3»",
    not: "--password --user",
  },
];
