// What debuggers, interpreters, databases and validators print of a name and its value.
import type { Join } from "./join.ts";
import { PRINTED_IN } from "./separators.ts";

export const dumps: readonly Join[] = [
  {
    // A list of one, of PHP
    id: "php-list",
    before: '\\n *\\["?',
    between: " *=> *\\n? *(?:Array *\\n *\\(|array\\(\\d+\\) \\{) *\\n *\\[\\d+\\] *=> *(?:\\n +)?",
    separator: "=",
    relates: { over: "lines", attack: '{"ua":"[password] => Array\\n(\\n[0] => ","note":"x1y2z3"}' },
    example: "[password] => Array\n    (\n        [0] => «x1y2z3»\n    )",
    not: "[password] => Array\n    (\n        [a] => x1y2z3\n    )",
  },
  {
    // Smalltalk's and PHP's strings
    id: "string-arrow",
    between: " *-> *",
    value: "own string",
    separator: "=",
    example: "'password'->'«x1y2z3»'",
    not: "'password'->'--x1y2z3'",
  },
  {
    id: "r-print",
    between: "\\n\\[1\\] ",
    value: "double-quoted",
    separator: "=",
    example: '$password\n[1] "«x1y2z3»"',
    not: '$password\n[2] "x1y2z3"',
    relates: { over: "the next line", attack: '{"ua":"$password\\n[1] ","note":"x1y2z3"}' },
  },
  {
    // Of Tomcat
    id: "set-property",
    before: PRINTED_IN,
    between: " to \\[",
    ahead: "[^\\[\\]\\n]+\\]",
    close: "]",
    separator: "=",
    example: "failed to set property [password] to [«correct x1y2z3»]",
    not: "failed to set property [password] to []",
  },
  {
    // (gdb) p password
    id: "gdb-print",
    before: PRINTED_IN,
    between: "\\n(?:\\([\\w:. ]+\\) )?\\$\\d+ = (?:0x[0-9a-f]+ )?(?:<[^<>\\n]*> )?",
    value: "double-quoted",
    separator: "=",
    example: '(gdb) p password\n$1 = 0x5581 "«x1y2z3»"',
    not: '(gdb) p password\n$1 : 0x5581 "x1y2z3"',
    relates: { over: "the next line", attack: '{"ua":"(gdb) p password\\n$1 = ","note":"x1y2z3"}' },
  },
  {
    // A variable of T-SQL
    id: "declare",
    before: "[^\\w]@",
    between: " +\\w+(?: ?\\(\\w+\\))? *= *N?",
    value: "single-quoted",
    separator: "=",
    example: "DECLARE @password nvarchar(50) = N'«x1y2z3»'",
    not: "DECLARE @password nvarchar(50) > N'x1y2z3'",
  },
  {
    id: "set-password-for",
    between: " for +[\\w@.%'-]+ = *(?:password\\( ?)?",
    value: "single-quoted",
    separator: "=",
    capitals: true,
    example: "SET PASSWORD FOR 'ann'@'%' = PASSWORD('«correct x1y2z3»')",
    not: "SET PASSWORD FOR 'ann'@'%' TO 'x1y2z3'",
  },
  {
    // SQL Server names the index, not the column.
    id: "duplicate-key-value",
    between:
      "\\.(?: Cannot insert duplicate key(?: row)? in object '[^'\\n]*'\\.)? The duplicate key value is \\(",
    ahead: "[^()'\\n]+\\)",
    close: ")",
    separator: "=",
    example:
      "Violation of UNIQUE KEY constraint 'UQ_api_token'. Cannot insert duplicate key in object 'dbo.users'. The duplicate key value is («x1y2z3»).",
    not: "Violation of UNIQUE KEY constraint 'UQ_api_token'. The key value is (x1y2z3).",
  },
  {
    id: "hexadecimal-bytes",
    between: "(?: \\(\\w+\\))? *[:=] *",
    ahead: "(?:[0-9a-f]{2} ){3,}[0-9a-f]{2} *\\n",
    close: "\n",
    example: "password (hex): «73 65 63 72 65 74 31»",
    not: "token (hex): 73",
  },
  {
    // What pydantic says of a field, whose name stands on the line before.
    id: "pydantic-input",
    between: "\\n +[A-Z][\\w ,.'-]*\\[type=\\w+, input_value=\\[?",
    value: "string",
    separator: "=",
    relates: {
      over: "the next line",
      attack:
        '{"ua":"password\\n  Input should be a valid integer [type=int_type, input_value=","note":"x1y2z3"}',
    },
    example:
      "password\n  Input should be a valid integer [type=int_type, input_value='«x1y2z3»', input_type=str]",
    not: "password\n  Input should be a valid integer [type=int_type, output_value='x1y2z3']",
  },
  {
    // The same on one line.
    id: "pydantic-line",
    between: ": [A-Z][\\w ,.'-]*\\[type=\\w+, input_value=\\[?",
    value: "string",
    separator: "=",
    example: "password: Value error, too short [type=value_error, input_value='«x1y2z3»', input_type=str]",
  },
  {
    // Spring's
    id: "rejected-value",
    between: ": rejected value \\[",
    ahead: "[^\\[\\]\\n]+\\]",
    close: "]",
    separator: "=",
    example: "on field 'password': rejected value [«correct x1y2z3»]; codes [Size]",
    not: "on field 'password': rejected value []; codes [Size]",
  },
  {
    // Of clap, of argparse, of a validator.
    id: "invalid-value",
    between: ": (?:invalid|bad|illegal) (?:\\w+ )?value:? +",
    value: "string",
    separator: "=",
    example: "argument --token: invalid int value: '«x1y2z3»'",
    not: "argument --token: invalid int valued: 'x1y2z3'",
  },
  {
    // What yup, superstruct and dynaconf say of a value.
    id: "was-cast",
    between: " must be a '\\w+' type, but the final value was: '\\w+' \\(cast from the value '",
    value: "string",
    separator: "=",
    example:
      'password must be a `number` type, but the final value was: `NaN` (cast from the value `"«x1y2z3»"`).',
    not: 'password must be a `number` type, but the final value was: `NaN` (cast from a value `"x1y2z3"`).',
  },
  {
    id: "expected-but",
    between: " -- Expected [\\w .|'-]+, but received: ",
    separator: "=",
    example: 'At path: password -- Expected a number, but received: "«x1y2z3»"',
    not: 'At path: password -- Expected a number, and received: "x1y2z3"',
  },
  {
    id: "must-but",
    between: " must [\\w .<>'-]+ but it is ",
    separator: "=",
    example: "API_KEY must is_type_of <class 'int'> but it is «x1y2z3» in env DEVELOPMENT",
    not: "API_KEY must be set, and it is x1y2z3",
  },
  {
    // Joi marks what is wrong: `"password" [1]: "…"`.
    id: "annotated",
    between: " \\[\\d+(?:, \\d+)*\\] *: *",
    value: "string",
    separator: ":",
    example: '"password" [1]: "«x1y2z3»"',
    not: '"password" [a]: "x1y2z3"',
  },
  {
    // Of yargs
    id: "given-argument",
    between: ", Given: ",
    value: "string",
    separator: "=",
    example: 'Argument: api-token, Given: "«x1y2z3»", Choices: "a"',
    not: 'Argument: api-token, Given "x1y2z3", Choices: "a"',
  },
  {
    // Of Go's strconv, after the field and its type.
    id: "parsing",
    between: "(?: of type '\\w+'| flag): [\\w.]+: parsing ",
    value: "string",
    separator: "=",
    example:
      'parse error on field "Password" of type "int": strconv.ParseInt: parsing "«x1y2z3»": invalid syntax',
    not: 'parse error on field "Password" of type "int": strconv.ParseInt: passing "x1y2z3"',
  },
  {
    // Hibernate's named parameters
    id: "bound-to",
    before: PRINTED_IN,
    between: " (?:bound to value|as \\[\\w+\\] -) \\[",
    ahead: "[^\\[\\]\\n]+\\]",
    close: "]",
    separator: "=",
    example: "named parameter (password) bound to value [«correct x1y2z3»]",
    not: "named parameter (password) bound to value []",
  },
  {
    // Spring's and Java's
    id: "input-string",
    between: "; nested exception is [\\w.]+: For input string: ",
    value: "string",
    separator: "=",
    example:
      "Failed to convert value for property 'password'; nested exception is java.lang.NumberFormatException: For input string: \"«x1y2z3»\"",
    not: "Failed to convert value for property 'password'; nested exception is x: For input strings: \"x1y2z3\"",
  },
  {
    // Joi's messages
    id: "with-value",
    between: " with value ",
    value: "string",
    separator: "=",
    example: '"password" with value "«correct x1y2z3»" fails to match',
    not: '"password" with valued "correct x1y2z3" fails to match',
  },
];
