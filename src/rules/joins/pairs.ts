// A name that is one member's value, and its value, that is another's.
import type { Join } from "./join.ts";

/** What may stand between the members of a pair: others that are short and plain. */
const MEMBER = "'?[\\w.-]{1,16}'? *[:=] *(?:'[\\w ./:-]{0,16}'|[\\w.+-]{0,16}) *,[ \\n]*";
const NAMED = "'?\\w*(?:name|key|field|param|parameter|path|property|variable|attribute|header)'? *[:=] *";
const VALUE =
  "'?(?:\\w*val(?:ue)?|old|new|from|to|before|after|previous|current|secret|text|content|data)'? *[:=] *";

export const pairs: readonly Join[] = [
  {
    id: "pair",
    before: `${NAMED}(?:\\[ *)?"[\\w./:-]*`,
    between: ` *,[ \\n]*(?:${MEMBER})*${VALUE}`,
    value: "present",
    separator: ":",
    pair: true,
    example: '{"name":"DB_PASSWORD","type":"text","value":"«x1y2z3»"}',
    not: '{"name":"password","size":"x1y2z3"}',
  },
  {
    id: "pair-unquoted",
    before: NAMED,
    between: ` *,[ \\n]*(?:${MEMBER})*${VALUE}`,
    value: "present",
    separator: ":",
    pair: true,
    example: "{name: password, value: «x1y2z3»}",
    not: "{sort: password, size: x1y2z3}",
  },
  {
    id: "typed-pair",
    before: `'?type'? *[:=] *"`,
    between: ` *,[ \\n]*'?value'? *[:=] *`,
    value: "present",
    separator: ":",
    pair: true,
    example: '{"type":"password","value":"«x1y2z3»"}',
    not: '{"type":"password","label":"x1y2z3"}',
  },
  {
    id: "define-call",
    before: '[^\\w]define\\( *"',
    between: " *, *",
    value: "own string",
    separator: ",",
    example: "define('TOKEN', '«x1y2z3»');",
    not: "defined('TOKEN', 'x')",
  },
];
