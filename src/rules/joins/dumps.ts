// What debuggers, interpreters and databases print of a name and its value.
import type { Join } from "./join.ts";
import { PRINTED_IN } from "./separators.ts";

export const dumps: readonly Join[] = [
  {
    id: "erlang-binary-in-tuple",
    before: "\\{(?:<<')?",
    between: " *, *<<",
    value: "double-quoted",
    separator: ",",
    example: '[{user,<<"ann">>},{password,<<"«x1y2z3»">>}]',
    not: "{password,<<Size:8>>}",
  },
  {
    // The name is one, too.
    id: "erlang-binaries",
    before: "\\{(?:<<')?",
    between: ", *<<",
    value: "double-quoted",
    separator: ",",
    example: '[{<<"user">>,<<"ann">>},{<<"password">>,<<"«x1y2z3»">>}]',
    not: '{<<"password">>;<<"x1y2z3">>}',
  },
  {
    // Of Lisp: an association list.
    id: "dotted-pair",
    before: "\\(",
    between: " \\. ",
    value: "string",
    separator: ",",
    example: '((user . "ann") (password . "«x1y2z3»"))',
    not: '(password , "x1y2z3")',
  },
  {
    // C#'s pairs, a name with a capital: no list of columns.
    id: "bracketed-pair",
    before: "(?:\\n|[\\]:,]) *\\[",
    name: "[A-Z]\\w*",
    exactCase: true,
    between: ", ",
    ahead: "[^ ,'[\\]\\n]*[0-9][^ ,'[\\]\\n]*\\]",
    separator: ",",
    example: "[User, ann], [Password, «x1y2z3»]",
    not: "[User, ann], [Password, email]",
  },
  {
    // Scala's pairs
    id: "tuple-in-list",
    before: "[({\\[,] *\\(",
    between: ",",
    ahead: "[^ ,'()\\n]*[0-9][^ ,'()\\n]*\\)",
    separator: ",",
    example: "List((user,ann), (password,«x1y2z3»))",
    not: "List((user,ann), (password,email))",
  },
  {
    id: "tcl-set",
    before: "[^\\w-](?:set|dict \\w+ +[\\w:]+) +",
    between: " +\\{",
    ahead: "[^{}'\\n]+\\}",
    close: "}",
    example: "dict set config password {«correct x1y2z3»}",
    not: "set password {}",
  },
  {
    // No block of code, no selection of fields.
    id: "tcl-pair",
    before: "(?:\\}|\\{|[\\w{}] \\w+) +",
    between: " +\\{",
    ahead: "[^{}' \\n]*[0-9][^{}'\\n=:;]*\\}",
    close: "}",
    example: "user ann password {«x1y2z3»} port 5432",
    not: "user ann password {email name} port 5432",
  },
  {
    // (gdb) p password
    id: "gdb-print",
    before: PRINTED_IN,
    between: "\\n\\$\\d+ = (?:0x[0-9a-f]+ )?(?:<[^<>\\n]*> )?",
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
];
