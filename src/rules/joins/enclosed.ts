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

/**
 * A word in which a quote, "<" and a bracket end nothing, as it is all that is left of its line, or of a record of such words:
 * a quote or one of `marks` and one of `signs` stand in it, and none of `ends`.
 */
const wordWith = (ends: string, signs: string, marks: string, opens: string, more = ""): string => {
  const plain = `[^ \\n${ends}'${opens}]`;
  const text = `(?:${plain}'*|[${opens}]${more})*`;
  const mark = `(?:${plain}'+|[${marks}])`;
  const sign = `[${signs}]`;
  // Behind an angle bracket stands what a placeholder says.
  const first = `[^ \\n=&:<>'${opens}${signs}]`;
  const behindSign = `${sign}(?:'+|${text}${mark})`;
  const behindFirst = `${first}'+${text}${sign}`;
  const behindAny = `(?:${first}|[${opens}])${text}(?:${sign}'+|${sign}'*${text}${mark}|${mark}${text}${sign}'*)`;
  return `(?:${behindSign}|${behindFirst}|${behindAny})${text}`;
};
/** It ends in none of what ends a sentence or an expression. */
const LAST = "[^ \\n=&:<>'\\[()\\]{},;.!?]";
/** Behind these, a quote opens a string. */
const OPENS = "\\[({,";
const CLOSERS = ")\\]};,<>";
/** Both angle brackets are a tag's. */
const ODD_WORD = `(?:${wordWith("=&:<", "0-9", CLOSERS, OPENS)}|${wordWith("=&:>", "0-9", CLOSERS, OPENS)})${LAST}`;
/** The same of a line of its own: no other member stands in it. */
const ODD_LINE = (() => {
  const signs = "0-9#@%^*+|~$";
  const word = "\\w*[^\\w \\n=:<>&;,'\\[({]'*";
  const more = `|[=:]+'*|[&;](?:'+|${word})|,${word}`;
  const closers = ")\\]}<>";
  const opens = "\\[({";
  return `(?:${wordWith("=:&;,<", signs, closers, opens, more)}|${wordWith("=:&;,>", signs, closers, opens, more)})${LAST}`;
})();
const LINE_START = "\\n *(?:export +)?[\\w.-]*";

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
    ahead: "[^{}'\\n]*[^{}'\\nA-Za-z_.][^'\\n]*\\}(?:[;'}) ]|\\n)",
    close: "}",
    example: "UID=ann;PWD={«x1y2z3»};Encrypt=yes",
    not: "UID=ann;PWD={password};Encrypt=yes",
  },
  {
    // All that the string holds behind its flag or its variable.
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
    id: "odd-line",
    bareName: true,
    before: LINE_START,
    between: " *= *",
    ahead: `${ODD_LINE} *\\n`,
    close: "\n",
    example: "HOST=a\nPASSWORD=«x=y'z|:<q»\n",
    not: "PASSWORD=process.env['A1'].x|y\n",
  },
  {
    id: "odd-line-said",
    bareName: true,
    before: LINE_START,
    between: " *: *",
    ahead: `${ODD_LINE} *\\n`,
    close: "\n",
    example: "user: ann\npassword: «x=y'z|:<q»\n",
    not: 'password: process.env["A1"].x|y\n',
  },
  {
    id: "odd-word",
    bareName: true,
    between: " *= *",
    ahead: `${ODD_WORD} *\\n`,
    close: "\n",
    example: "HOST=a\nPASSWORD=«x1'y<2\"z3];q»\n",
    not: "password=<b>x1</b>\n",
  },
  {
    id: "odd-word-said",
    bareName: true,
    between: " *: *",
    ahead: `${ODD_WORD} *\\n`,
    close: "\n",
    example: "user: ann\npassword: «x1'y<2\"z3];q»\n",
    not: 'password: process.env["A1"].x|y\n',
  },
  {
    id: "odd-word-in-record",
    bareName: true,
    before: "[\\w.-]=[^ \\n]* [\\w.-]*",
    between: "=",
    ahead: `${ODD_WORD} [\\w.-]+=`,
    close: " ",
    example: "level=info password=«x1<y2'z3» ok=1",
    not: 'a=b password=process.env["A1"].x c=1',
  },
];
