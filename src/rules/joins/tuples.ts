// Pairs and lists as languages print them, in which a value is the next element and nothing stands between except a blank or
// a comma.
import type { Join } from "./join.ts";

/** A pair opens, in a list of pairs or at a line's start. */
const OPEN_PAIR = "(?:[({\\[,)] *|\\n)\\(";
/** A string up to its quote; one between letters is its own: `it's`. */
const STRING = "'(?:[^'\\n]|\\w'\\w)*'";

/** A command of Redis that sets a key, or fields of a hash. */
const SET_IN_REDIS = `"(?:h?m?set(?:nx|ex)?|psetex|getset|hincrby)"(?: +'[^'\\n]*')* +"[\\w:./-]*`;

export const tuples: readonly Join[] = [
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
    name: "[A-Z][\\w-]*",
    exactCase: true,
    between: ", ",
    ahead: "[^ ,'[\\]\\n]*[0-9][^ ,'[\\]\\n]*\\]",
    separator: ",",
    example: "[User, ann], [Password, «x1y2z3»]",
    not: "[User, ann], [Password, email]",
  },
  {
    // The same of any name, after another pair
    id: "bracketed-pairs",
    before: "\\[[\\w.-]+, ?[^ ,'[\\]\\n]*\\] ?[;,] ?\\[",
    between: ", ?",
    ahead: "[^ ,'[\\]\\n]*[0-9][^ ,'[\\]\\n]*\\]",
    separator: ",",
    example: "[user, ann];[password, «x1y2z3»]",
    not: "[user, ann];[password, email]",
  },
  {
    // Scala's pairs, Kotlin's
    id: "tuple-in-list",
    before: OPEN_PAIR,
    between: ", ?",
    ahead: "[^ ,'()\\n]*[0-9][^ ,'()\\n]*\\)",
    separator: ",",
    example: "List((user,ann), (password,«x1y2z3»))",
    not: "List((user,ann), (password,email))",
  },
  {
    // S-expressions of OCaml and Lisp
    id: "list-of-two",
    before: OPEN_PAIR,
    between: " +",
    ahead: "[^ ,'()\\n]*[0-9][^ ,'()\\n]*\\)",
    separator: ",",
    example: "((user ann) (password «x1y2z3») (port 5432))",
    not: "((user ann) (password string) (port 5432))",
  },
  {
    id: "list-of-name-and-string",
    before: OPEN_PAIR,
    between: " +",
    value: "double-quoted",
    ahead: `${STRING} *\\)`,
    separator: ",",
    example: '((user ann) (password "«x1y2z3»"))',
    not: '((user ann) (token "correct" 3))',
  },
  {
    // Clojure's maps
    id: "string-map",
    before: '[{(,][ \\n]*"',
    between: " +",
    value: "own string",
    ahead: `${STRING} *[,}]`,
    separator: ",",
    example: '{"user" "ann", "password" "«x1y2z3»"}',
    not: '{"user" "ann", "password" "x1y2z3" 3}',
  },
  {
    // A pair whose value has a constructor, of Haskell
    id: "constructed-in-pair",
    before: '[{(,][ \\n]*"',
    between: ", *\\w+ ",
    value: "double-quoted",
    ahead: `${STRING} *\\)`,
    separator: ",",
    example: '[("user",String "ann"),("password",String "«x1y2z3»")]',
    not: '[("user",String "ann"),("password",String,"x1y2z3")]',
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
    // What a client sends to Redis, as MONITOR shows it: the name is the end of a key, or a field of a hash.
    id: "redis-set",
    before: SET_IN_REDIS,
    between: " +",
    value: "own string",
    separator: ",",
    example: '"HSET" "user:7" "name" "ann" "password" "«x1y2z3»"',
    not: '"HGET" "user:7" "password" "x1y2z3"',
  },
  {
    // What Redis answers: a hash, or a setting.
    id: "redis-reply",
    before: '\\n *\\d+\\) *"[\\w.:-]*',
    between: " *\\n *\\d+\\) +",
    value: "own string",
    separator: ",",
    relates: { over: "the next line", attack: '{"ua":"1) \\"password\\"\\n2) ","note":"x1y2z3"}' },
    example: '1) "user"\n2) "ann"\n3) "password"\n4) "«x1y2z3»"',
    not: '1) "user"\n2) "password"\n3) x1y2z3',
  },
  {
    // The same with the seconds that it is kept.
    id: "redis-setex",
    before: SET_IN_REDIS,
    between: " +'\\d+' +",
    ahead: "'[^'\\n][^'\\n][^'\\n][^'\\n]*' *\\n",
    value: "own string",
    separator: ",",
    example: '"SETEX" "session:7:token" "60" "«x1y2z3»"',
    not: '"SET" "session:7:id" "60" "x1y2z3"',
  },
  {
    // Of Linux's audit
    id: "numbered-argument",
    before: `"--?[\\w./:@-]*`,
    between: " +a\\d+=",
    value: "own string",
    separator: ",",
    example: 'a0="app" a1="--password" a2="«x1y2z3»"',
    not: 'a0="app" a1="--password" b2="x1y2z3"',
  },
];
