// Values of several words, which something else than a quote ends: the bracket of a record, the string around an
// argument, the line. They come before the plain separators.
import type { Close, Join } from "./join.ts";

/** A bracket that is open, and what stands in it before a member. */
export const inside = (open: string): string =>
  `${open}(?:[^'\\n\\])}]*(?:[\\[({][^'\\n\\])}]*[\\])}][^'\\n\\])}]*)*[ ,])?`;

/** The same of any bracket: rows share the pattern, and their values tell which one it is. */
export const IN_BRACKETS: string = inside("[\\[({]");

/** Several, up to the end of the string or the line, and no other name and value. A quote between letters is one's: `it's`. */
const WORDS = "(?:[^ '=&;,\\n]|\\w'\\w)+ (?:[^'=&;,#\\n-]|\\w['-]\\w)*\\n";

/** The last member of a record is ended by its bracket. */
const lastMember = (id: string, close: Close, example: string, not: string): Join => ({
  id,
  before: IN_BRACKETS,
  // Go's `%+v` has a colon.
  between: close === "}" ? "[=:]" : "=",
  ahead: `(?:[^ ,'=:{}()[\\]\\n]|\\w'\\w)+ [^ ,'=:{}()[\\]\\n-](?:[^,'=:{}()[\\]\\n]|\\w'\\w)*\\${close}`,
  close,
  example,
  not,
});

export const enclosed: readonly Join[] = [
  {
    // A variable of a command, which cron shows in brackets.
    id: "variable-of-command",
    before: "[^\\w]\\(",
    name: "[A-Z][A-Z0-9_]*",
    exactCase: true,
    between: "=",
    ahead: "[^ '()\\n]+ +[a-z./$]",
    example: "CMD (PGPASSWORD=«x1y2z3» /usr/bin/pg_dump shop)",
  },
  {
    // Not a variable of a template: `Pwd={pwd}`.
    id: "odbc-braces",
    before: ";[\\w ]*",
    between: " *= *\\{",
    ahead: "(?:[^}\\n]|\\}\\})*[^{}'\\nA-Za-z_.](?:[^}\\n]|\\}\\})*\\}(?:[;') ]|\\n)",
    close: "}",
    example: "UID=ann;PWD={«x1{y'2;z3»};Encrypt=yes",
    not: "UID=ann;PWD={password};Encrypt=yes",
  },
  {
    // All that the string holds after its flag or its variable.
    id: "quoted-argument",
    before: "'--?[\\w./-]*",
    between: "=",
    ahead: WORDS,
    close: "\n",
    example: '["--password=«x1y2z3 and more»"]',
    not: '["--password=not found"]',
  },
  {
    id: "quoted-variable",
    before: "'",
    between: "=",
    name: "[A-Z][A-Z0-9_]*",
    exactCase: true,
    ahead: WORDS,
    close: "\n",
    example: '["DB_PASSWORD=«x1y2z3 and more»"]',
    not: '["DB_PASSWORD=not found"]',
  },
  {
    // PHP's print_r
    id: "indented-entry",
    before: "\\n +\\[",
    between: "(?::(?:[\\w\\x03]+:)?(?:protected|private)\\])? => ",
    ahead: "[^ '\\n][^ \\n]* [^\\n]*\\n",
    close: "\n",
    example: "Array\n    [password] => «x1y2z3 and 'more'»\n",
    not: "Array\n    [password] => not found\n",
  },
  {
    // phpinfo on a terminal
    id: "phpinfo-line",
    before: "\\n *",
    name: "[A-Z][A-Z0-9_]*",
    exactCase: true,
    between: " => ",
    ahead: "[^ '\\n]+ [^'\\n=]*\\n",
    close: "\n",
    example: "DB_PASSWORD => «x1y2z3 and more»\n",
    not: "DB_PASSWORD => not found\n",
  },
  {
    id: "record-member",
    before: IN_BRACKETS,
    between: " ?= ?",
    ahead: "(?:[^ ,'={}()[\\]\\n]|\\w'\\w)+ (?:[^,'={}()[\\]\\n]|\\w'\\w)*, ?[\\w.-]+ ?=",
    close: ",",
    example: "Cfg[user=ann, password=«x1y2z3 and ann's», port=1]",
    not: "Cfg[user=ann, password=not found, port=1]",
  },
  {
    // Of a connection string, of PowerShell's objects.
    id: "setting-words",
    before: "(?:;|@\\{)[\\w ]*",
    between: " *= *",
    ahead: "[^ /;'=(){}[\\]|&\\n][^ ;'=(){}[\\]|&\\n]* [^;'=(){}[\\]|&\\n]*[^ ;'=(){}[\\]|&\\n];",
    close: ";",
    example: "Server=db;Password=«x1y2z3 and more»;Database=shop",
    not: "Server=db;Password=not found;Database=shop",
  },
  {
    id: "postgres-key-words",
    before: "\\(",
    between: "=\\(",
    separator: "=",
    ahead: "[^ '()\\n]+ [^'()\\n]*\\)",
    close: ")",
    example: "Key (token)=(«x1y2z3 and more») already exists.",
    not: "Key (token)=(not found) already exists.",
  },
  lastMember("record-end-brace", "}", "{a=b, password=«x1y2z3 and more»}", "{a=b, password=not found}"),
  lastMember("record-end-bracket", "]", "C[a=b, password=«x1y2z3 and more»]", "C[a=b, password=not found]"),
  lastMember("record-end-paren", ")", "C(a=b, password=«x1y2z3 and more»)", "C(a=b, password=not found)"),
  {
    id: "any-signs",
    bareName: true,
    // PHP has a bracket after the name.
    between: "\\]? *(?:=|:|=>) *",
    value: "any signs",
    example: "user: ann\npassword: «x1Y'z=3|:<q» ok",
    not: "password=process.env['A1'].x|y",
  },
];
