// Pairs: a name that is one member's value, and its value, that is another's. All that relates members of one object, or
// lines of one block, is a row here. A row reaches 512 characters, over members that are short and plain, and no farther
// than the string that the pair stands in.

import type { KeyRule } from "../rule.ts";
import type { Join, ValueFirst } from "./join.ts";

/** What ends a member: `,` of JSON, `;` of PowerShell, the line of YAML and HCL, with the mark of a diff. */
const NEXT = " *(?:[,;][ \\n]*|\\n[ +~]*)";
/** The name may end an array. */
const CLOSED = "(?: *(?:\\n +)?[\\])])?";
const COMMA = " *[,;][ \\n]*";
/** After a member's name: `:`, `=`, `=>` of Ruby and PHP. */
const SIGN = "(?:[:=]|=>)";
/** What may stand between the members of a pair: others that are plain. */
const PLAIN = `'?[\\w.-]+'? *${SIGN} *(?:'[\\w ./:#,-]*'|[\\w.+-]*|\\{[\\w ,:'=<>-]*\\})`;
const MEMBER = `${PLAIN}${NEXT}`;

const NAME_WORDS =
  "\\w*(?:name|key|field|param|parameter|path|property|variable|attribute|header|attr|setting|option|env)|id|label|loc";
const VALUE_WORDS =
  "(?:new|old|param|parameter|field)?[_-]?vals?|\\w*values?|old|new|from|to|before|after|previous|current|secret|text|content|data|argument|received|input|actual|given";

// A quote before it may be that of a string in which all of it stands, and relates nothing outside.
const NAMED = `(?:${NAME_WORDS})'? *${SIGN} *`;
const VALUE = `[:']?(?:${VALUE_WORDS})'? *${SIGN} *`;
const OBJECT = `[:']?(?:\\w*values?|vals?|old|new|before|after|previous|current)'? *${SIGN} *`;
/** The name may be the end of a path, in an array of one. */
const NAME_IN_QUOTES = `(?:[\\[(] *(?:'?[\\w.-]*'? *, *)*)?"[\\w./:-]*`;
/** A value of OpenTelemetry has an object of its own, a list of them has three: all their members are values. */
const TYPED = "(?:\\{[ \\n]*(?:'?\\w*values?'? *: *[\\[{][\\[{ \\n]*)*'?\\w*value'? *: *)?";

/** A call that sets a name, or a field of a page, which a selector tells. */
export const SETTING_CALL =
  "[^\\w](?:define|put|set|setenv|setproperty|setitem|set(?:request)?header|add|addheader|append|fill|type|send_?keys|set_?value|type_?text)\\( *'#?";
/** One pattern for forms and markup. */
export const NAMED_MEMBER = '[^\\w](?:name|key|id|field|param)="?';

export const pairs: readonly Join[] = [
  {
    id: "terraform-pair", // of a plan; a value that changes has an arrow after it
    before: `\\n *[+~-]? *${NAMED}${NAME_IN_QUOTES}`,
    between: "(?: *-> *null)? *\\n *[+~-]? *value *= *",
    value: "present",
    separator: "=",
    example: '\n  - name  = "DB_PASSWORD"\n  - value = "«x1y2z3»" -> null',
    not: '\n  - name: "DB_PASSWORD"\n  - value: "x1y2z3"',
    relates: {
      over: "lines",
      attack: '\n  - note = "name = \\"DB_PASSWORD\\""\n  - value = "x1y2z3" -> null',
    },
  },
  {
    id: "pair",
    before: `${NAMED}${NAME_IN_QUOTES}`,
    between: `${CLOSED}${NEXT}(?:${MEMBER})*${VALUE}${TYPED}`,
    value: "present",
    separator: ":",
    pair: true,
    example: '{"name":"DB_PASSWORD","type":"text","value":"«x1y2z3»"}',
    not: '{"name":"password","interval":"x1y2z3"}',
    relates: { over: "members", attack: '{"ua":"{\\"name\\":\\"password\\",","value":"x1y2z3"}' },
  },
  {
    // An object of its members' names: of what a validator was given, it may be all that was sent.
    id: "pair-object",
    before: `${NAMED}${NAME_IN_QUOTES}`,
    between: `${CLOSED}${NEXT}(?:${MEMBER})*${OBJECT}`,
    ahead: "\\{[ \\n]*'",
    separator: ":",
    pair: true,
    example: '{"name":"DB_PASSWORD","value":{"plain":"«x1y2z3»"}}',
    not: '{"name":"DB_PASSWORD","input":{"plain":"x1y2z3"}}',
    relates: { over: "members", attack: '{"ua":"{\\"name\\":\\"password\\",","value":{"plain":"x1y2z3"}}' },
  },
  {
    id: "pair-unquoted",
    before: NAMED,
    between: `(?:${NEXT}(?:${MEMBER})*| +)${VALUE}`,
    value: "present",
    separator: ":",
    pair: true,
    example: "{name: password, value: «x1y2z3»}",
    not: "{sort: password, size: x1y2z3}",
    relates: { over: "members", attack: '{"ua":"name: password","value":"x1y2z3"}' },
  },
  {
    id: "hcl-block", // of a variable, with its default
    before: '[^\\w](?:variable|output|secret) "',
    between: ` *\\{[ \\n]*(?:${MEMBER})*(?:default|value) *= *`,
    value: "string",
    separator: "=",
    example: 'variable "db_password" {\n  type    = string\n  default = "«x1y2z3»"\n}',
    not: 'variable "db_password" {\n  type    = string\n  defaults = "x1y2z3"\n}',
    relates: { over: "lines", attack: 'x = "variable \\"db_password\\" {"\n  default = "x1y2z3"' },
  },
  {
    id: "yaml-diff-pair", // a line that Helm takes away
    before: `\\n-  *(?:- )?${NAMED}"?`,
    between: "\\n-  +value: *",
    value: "present",
    separator: ":",
    example: "\n-  - name: DB_PASSWORD\n-    value: «x1y2z3»",
    not: "\n- name: DB_PASSWORD\n- value: x1y2z3",
    relates: { over: "lines", attack: '\n-  - note: "name: DB_PASSWORD"\n-    value: x1y2z3' },
  },
  {
    id: "typed-pair",
    before: `type'? *[:=] *"`,
    between: `${NEXT}(?:${MEMBER})*'?value'? *[:=] *`,
    value: "present",
    separator: ":",
    pair: true,
    example: '{"type":"password","value":"«x1y2z3»"}',
    not: '{"type":"password","label":"x1y2z3"}',
    relates: { over: "members", attack: '{"ua":"\\"type\\":\\"password\\"","value":"x1y2z3"}' },
  },
  {
    id: "short-pair",
    before: `[^\\w][kn]"? *[:=] *${NAME_IN_QUOTES}`,
    between: `${NEXT}'?v'? *[:=] *`,
    value: "present",
    separator: ":",
    example: '{"k":"password","v":"«x1y2z3»"}',
    not: '{"ok":"password","v":"x1y2z3"}',
    relates: { over: "members", attack: '{"ua":"\\"k\\":\\"password\\"","v":"x1y2z3"}' },
  },
  {
    id: "attributes",
    before: NAMED_MEMBER,
    between: "(?:(?: +[\\w:-]+='[^'\\n]*')+ +value|(?: +[\\w:-]+='[^'\\n]*')* +content)=",
    value: "own string",
    separator: "=",
    example: '<input name="password" type="hidden" value="«x1y2z3»">',
    not: '<input name="password" type="hidden" valued="x1y2z3">',
    relates: {
      over: "attributes",
      attack: '<u ua="name=&quot;password&quot; type=&quot;hidden&quot;" value="x1y2z3">',
    },
  },
  {
    id: "duplicate-entry", // of MySQL, and of validators: the name stands after it
    before: "[^\\w](?:duplicate|invalid|from) ",
    between: " +",
    value: "string",
    example: "Duplicate entry '«x1y2z3»' for key 'users.token'",
    not: "Duplicate entry for key 'users.token'",
    relates: {
      over: "the next string",
      attack: '{"ua":"Duplicate entry ","msg":"\'x1y2z3\' for key \'users.token\'"}',
    },
  },
  {
    id: "define-call",
    before: SETTING_CALL,
    between: " *, *",
    value: "own string",
    separator: ",",
    example: "define('TOKEN', '«x1y2z3»');",
    not: "defined('TOKEN', 'x')",
    relates: { over: "the next string", attack: '{"ua":"define(\'TOKEN\', ","note":"x1y2z3"}' },
  },
];

/** The same the other way round, on a line, or over lines after a comma: what is held back for it are 512 characters. */
export const valuesFirst: readonly ValueFirst[] = [
  {
    id: "value-first",
    between: ` *${SIGN} *(?:"[^"\\n]*"|[\\w.+-]*)${COMMA}(?:${PLAIN}${COMMA})*:?'?(?:${NAMED}|type'? *: *)'?`,
    example: '{"value":"«x1y2z3»","type":"text","name":"DB_PASSWORD"}',
    not: '{"value":"x1y2z3","size":"DB_PASSWORD"}',
    relates: { over: "members", attack: '{"value":"x1y2z3","ua":"name: DB_PASSWORD"}' },
  },
  {
    id: "duplicate-entry",
    between: ` +"[^"\\n]*" for key '(?:[\\w-]+\\.)*`,
    example: "Duplicate entry '«x1y2z3»' for key 'users.reset_token'",
    not: "Duplicate entry 'x1y2z3' for key 'users.name'",
    relates: {
      over: "the next string",
      attack: '{"a":"Duplicate entry \'x1y2z3\' for","b":"key \'users.reset_token\'"}',
    },
  },
  {
    // Of Go's flags, of clap, of a validator.
    id: "invalid-value",
    between: ` +"[^"\\n]*" (?:for|of|at) (?:the )?(?:\\w+ )?'?(?:--?|(?:\\w+[.:])+)?`,
    example: 'invalid argument "«x1y2z3»" for "--api-token" flag: too short',
    not: 'invalid argument "x1y2z3" for "--api-limit" flag',
    relates: { over: "the next string", attack: '{"a":"invalid argument \'x1y2z3\' for","b":"--api-token"}' },
  },
  {
    id: "select-as",
    between: ` +"(?:[^"\\n]|"")*" as '?`,
    example: "SELECT '«x1y2z3»' AS token, 7 AS id",
    not: "SELECT 'x1y2z3' AS name, 7 AS id",
    relates: { over: "the next string", attack: `{"a":"SELECT 'x1y2z3' AS","b":"token"}` },
  },
  {
    // Jackson's: the name is the last one of a path.
    id: "reference-chain",
    between: ` +"[^"\\n]*": [^\\n]*\\(through reference chain: [^\\n]*\\['`,
    example:
      'Cannot deserialize value of type `int` from String "«x1y2z3»": not a valid int value (through reference chain: app.User["password"])',
    not: 'Cannot deserialize value of type `int` from String "x1y2z3": not a valid int value (through reference chain: app.User["name"])',
    relates: {
      over: "the next string",
      attack: '{"a":"from String \'x1y2z3\': no (through reference chain: ","b":"[\'password\']"}',
    },
  },
];

/** Names of the member that holds a pair's value, which may stand in front of the one that names it. */
export const pairRules: readonly KeyRule[] = [
  {
    id: "key/pair",
    name: "Value of a pair whose name is that of a credential",
    key: [
      "=value",
      "=val",
      "=parameter value",
      "=new value",
      "=old value",
      "=string value",
      "duplicate entry",
      "invalid value",
      "configuration value",
      "invalid argument",
      "from string",
      "=select",
    ],
    value: "named",
  },
  {
    // Of loguru and better_exceptions: a corner below a name in a line of code, and its value.
    id: "key/drawn",
    name: "Value that a traceback draws below its name",
    source: "https://loguru.readthedocs.io/en/stable/api/logger.html",
    key: ["=└"],
    value: "named",
  },
];
