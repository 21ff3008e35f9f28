// What stands between a name and its value: colons, equals signs, arrows, markup.
import type { Join } from "./join.ts";

/** What prints a name within brackets or a form: one pattern for all of them, as rows may ask for 63 before a name. */
export const PRINTED_IN =
  '(?:\\[Symbol\\(|\\[:|property \\[|parameter [\\[(][\\w.]*|OPTIONS *\\((?:[^()\\n]*, *)?|Path "|form-data; name="|\\(gdb\\) p(?:rint)?(?:/\\w)? +(?:\\w+(?:->|\\.))*)';

const CLOSE = "</(?:strong|b|em|i|code|label|span|dt|th)>";

export const separators: readonly Join[] = [
  {
    id: "empty-parameter",
    before: "[?&][\\w.=\\[\\]-]*",
    between: "= +",
    value: "none",
    example: "",
    not: "GET /?page=1&password= HTTP/1.1",
  },
  { id: "colon", between: " *: *", example: "password: «x1y2z3»", not: "password; x1y2z3" },
  {
    id: "sql-clause",
    // The line may begin in another string of it.
    before: "(?:[^\\w](?:set|where|having) [^\\n]*|' *, *(?:\\w+\\.)?\\w*)",
    between: " *= *",
    value: "single-quoted",
    overLines: true,
    example: "UPDATE users SET name = 'ann', password = '«x1y2z3»' WHERE id = 7",
  },
  { id: "equals", between: " *= *", example: "password=«x1y2z3»", not: "password+x1y2z3" },
  {
    id: "walrus",
    between: " *:{1,3}= *",
    separator: "=",
    example: "password := «x1y2z3»",
    not: "password :- x1y2z3",
  },
  {
    id: "fat-arrow",
    between: " *=+> *(?:\\n +)?",
    separator: "=",
    example: "password => «x1y2z3»",
    not: "password >= x1y2z3",
    relates: { over: "the next line", attack: '{"ua":"password =>","note":"x1y2z3"}' },
  },
  { id: "scope", between: " *::", value: "none", example: "", not: "Secret::new" },
  {
    // What a shell takes where a variable is not set
    id: "shell-default",
    before: "\\$\\{",
    between: ":[-=]",
    ahead: "[^$}'\\n]+\\}",
    close: "}",
    separator: ":",
    example: `\${GRAFANA_ADMIN_PASSWORD:-«x1y2z3»}`,
    not: `\${GRAFANA_ADMIN_PASSWORD:-}`,
  },
  {
    id: "double-colon",
    between: " *:: +",
    separator: ":",
    example: "password :: «x1y2z3»",
    not: "password ::x1y2z3",
  },
  {
    id: "comparison",
    between: " *={2,3} +",
    value: "string",
    example: 'password == "«x1y2z3»"',
    not: "password === confirmation",
  },
  {
    id: "comparison-with-name",
    between: " *={2,3} +",
    value: "none",
    example: "",
    not: "if (password === confirmPassword) {",
  },
  { id: "tight-comparison", between: " *={2,3}", separator: "=", example: "password==«x1y2z3»" },
  {
    id: "match",
    between: " *=~(?: |/|[msy]/|tr/)",
    value: "none",
    example: "",
    not: "$password =~ /x1y2z3/",
  },
  { id: "scheme", between: " *://", value: "none", example: "", not: "secret://vault/x1y2z3" },
  { id: "wide-colon", between: " *(?:：|＝) *", separator: ":", example: "密码：«x1y2z3»" },
  {
    id: "remark",
    between: " +\\([\\w. -]+\\) *[:=] *",
    example: "password (from env): «x1y2z3»",
    not: "password (from env) x1y2z3",
  },
  { id: "dots", between: " *\\.{3,} *: *", example: "Password ........: «x1y2z3»" },
  {
    id: "dots-alone",
    between: " *\\.{4,} +",
    value: "end of line",
    example: "Password ........ «x1y2z3»",
    not: "Password .... x1y2z3 and more",
  },
  {
    id: "operator",
    between: " *[.?!+]= *",
    value: "string",
    separator: "=",
    example: '$token .= "«x1y2z3»"',
    not: "token += x1y2z3",
  },
  { id: "arrow", between: " +-> +", example: "password -> «x1y2z3»", not: "fd->secret->state" },
  {
    id: "assigned",
    between: " *<{1,2}- *",
    value: "string",
    example: 'password <- "«x1y2z3»"',
    not: "password <- x1y2z3",
  },
  { id: "arrow-sign", between: " *→ *", example: "password → «x1y2z3»" },
  {
    id: "dash",
    between: " +--? +",
    value: "string",
    example: "upload token - '«x1y2z3»'",
    not: "token - a word",
  },
  {
    // One word: prose goes on after it.
    id: "markdown",
    between: "(?: *:(?:\\*\\*|__) *|(?:\\*{1,3}|__) *: *)",
    ahead: "(?:'|[^ \\n]+(?: *\\n|[,;] | *<))",
    separator: ":",
    example: "**Password:** «x1y2z3»",
    not: "password** x1y2z3",
  },
  {
    id: "markup",
    between: `${CLOSE}(?:&nbsp;| )*[:=] *`,
    example: "<b>password</b>: «x1y2z3»",
  },
  {
    // One word: prose goes on after it.
    id: "markup-inside",
    between: ` *:${CLOSE}(?:&nbsp;| )*(?:<[a-z]+[^<>\\n]*>)?`,
    separator: ":",
    ahead: "[^ <\\n]+ *(?:<|\\n)",
    example: "<strong>Password:</strong> «x1y2z3»<br>",
    not: "<strong>Password:</strong> x1y2z3 or less<br>",
  },
  {
    id: "markup-around",
    between: `(?:${CLOSE} *:|: *)(?:&nbsp;| )*<(?:code|tt|kbd|samp|pre|strong|b|em|i|span)(?: [^<>\\n]*)?>`,
    separator: ":",
    ahead: "[^<\\n]+(?:<|\\n)",
    close: "<",
    example: "<li>password: <code>«x1y2z3»</code></li>",
    not: "<li>password; <code>x1y2z3</code></li>",
  },
  {
    id: "postgres-key",
    before: "\\(",
    between: "=\\(",
    separator: "=",
    example: "Key (token)=(«x1y2z3») already exists.",
    not: "(token)=x",
  },
  {
    // PHP's var_dump and print_r.
    id: "visibility",
    before: '\\["?',
    between: ":(?:'?[\\w\\x03]+'?:)?(?:protected|private)\\] *=> *(?:\\n +)?",
    separator: "=",
    example: "[password:App\\Mailer:private] => «x1y2z3»",
    relates: { over: "the next line", attack: '{"ua":"[password:protected] =>","note":"x1y2z3"}' },
  },
  {
    // A symbol of Ruby
    id: "symbol-index",
    before: PRINTED_IN,
    between: "\\] *=>? *",
    value: "string",
    separator: "=",
    example: 'params[:password] = "«x1y2z3»"',
    not: 'params[:password] + "x1y2z3"',
  },
  {
    id: "symbol-key",
    before: PRINTED_IN,
    between: "\\] *: *",
    example: "{ [Symbol(token)]: '«x1y2z3»' }",
    not: "[Cymbal(token)]: x1y2z3",
  },
  {
    // H2: Unique index violation: "PUBLIC.INDEX_4 ON PUBLIC.USERS(PASSWORD NULLS FIRST) VALUES ( /* 1 */ 'x' )"
    id: "h2-key",
    before: "\\(",
    between: "(?: NULLS (?:FIRST|LAST)| ASC| DESC)*\\) VALUES \\( ?(?:/\\* ?\\d+ ?\\*/ ?)?",
    value: "string",
    separator: "=",
    example: "USERS(PASSWORD NULLS FIRST) VALUES ( /* 1 */ '«x1y2z3»' )",
    not: "USERS(PASSWORD NULLS FIRST) VALUES ( /* a */ 'x1y2z3' )",
  },
  {
    // Mongoose's validators.
    id: "mongoose-path",
    before: PRINTED_IN,
    between: " \\(",
    value: "own string",
    separator: "=",
    example: "Path `password` (`«x1y2z3»`, length 6) is shorter",
    not: "Path `password` [`x1y2z3`]",
  },
  {
    // A string on the line below, indented, as formatters break a long line
    id: "string-below",
    relates: { over: "the next line", attack: '{"ua":"token =\\n  ","note":"x1y2z3"}' },
    between: " *[:=] *\\n +",
    value: "string",
    ahead: "'[^'\\n]*'[,;)\\]} ]*\\n",
    example: 'token =\n  "«x1y2z3»"\n',
    not: 'token =\n  "x1y2z3": 1\n',
  },
  {
    // A mapping of YAML, one below the name
    id: "value-below",
    between: " *: *\\n +'?(?:value|plaintext|data)'? *: *",
    value: "present",
    separator: ":",
    example: "password:\n  value: «x1y2z3»\n",
    not: "password:\n  values: x1y2z3\n",
    relates: { over: "the next line", attack: 'note: "password:"\n  value: x1y2z3' },
  },
  {
    // A part of a form with headers of its own: `Content-Length: 6`.
    id: "form-part",
    before: PRINTED_IN,
    between: "\\n(?:Content-[a-z-]+: [\\w/;=.+ -]+\\n)+\\n",
    separator: "=",
    example: 'Content-Disposition: form-data; name="password"\nContent-Length: 6\n\n«x1y2z3»\n--b',
    not: 'Content-Disposition: form-data; name="password"\nContent-Length: 6\nx1y2z3\n--b',
    relates: { over: "lines", attack: '{"ua":"form-data; name=\\"password\\"\\r\\n\\r\\n","note":"x1y2z3"}' },
  },
  {
    // The registry of Windows, a file of Remote Desktop
    id: "typed-by-system",
    between: "(?: +REG_(?:EXPAND_)?SZ +| 51:b:)",
    separator: "=",
    example: "    Password    REG_SZ    «x1y2z3»",
    not: "    Password    REG_DWORD    x1y2z3",
  },
  {
    id: "typed",
    between: "(?: *: *| +)[\\w&*<>?]+ +:?= *",
    value: "string",
    separator: "=",
    example: 'val password: String = "«x1y2z3»"',
    not: "password is = open",
  },
];
