// Arguments, tuples and records, in which the value is the next element.
import type { Join } from "./join.ts";

const FLAG = "--?[\\w./:@-]*";

export const lists: readonly Join[] = [
  {
    id: "html-cell",
    before: "<t[dh]>",
    between: "</t[dh]>[ \\n]*<t[dh][^<>\\n]*>(?:<\\w+>)*",
    value: "string",
    separator: ",",
    example: "<td>password</td><td><pre>'«x1y2z3»'</pre></td>",
    not: "<td>password</td><td><pre>x1y2z3</pre></td>",
  },
  {
    id: "erlang-tuple",
    before: "\\{",
    between: " *, *",
    value: "double-quoted",
    separator: ",",
    example: '{password,"«x1y2z3»"}',
    not: "{password, Name}",
  },
  {
    id: "java-argument",
    before: `\\[(?:[^\\][<>"'\\n]* )?${FLAG}`,
    between: ", +",
    value: "argument",
    separator: ",",
    example: "[deploy, --password, «x1y2z3», -v]",
    not: "[--password, --user]",
  },
  {
    id: "serialized",
    before: '"',
    between: ";s:\\d+:",
    value: "string",
    separator: ",",
    example: 's:8:"password";s:6:"«x1y2z3»";',
    not: '"password";i:7;',
  },
  {
    id: "argument-list",
    before: `[\\[(,][ \\n]*"${FLAG}`,
    between: " *,[ \\n]*",
    value: "own string",
    separator: ",",
    example: '["deploy","--password","«x1y2z3»"]',
    not: '{"user":"--password","name":"x1y2z3"}',
  },
  {
    id: "quoted-flag",
    before: `"${FLAG}`,
    between: " +",
    value: "own string",
    example: '"--password" "«x1y2z3»"',
    not: '"--password" "--user"',
  },
  {
    id: "keyword",
    before: ":",
    between: " +",
    value: "double-quoted",
    example: ':password "«x1y2z3»"',
    not: ":password x1y2z3",
  },
  {
    id: "cef-label",
    before: "[cdf][fnps]\\d{1,2}label=",
    between: " +\\w+=",
    separator: "=",
    example: "cs1Label=password cs1=«x1y2z3»",
    not: "cs1=password cs1=x",
  },
  {
    id: "form-pair",
    before: "[^\\w](?:name|key|field|param)=",
    between: "&(?:amp;)?val(?:ue)?=",
    separator: "=",
    example: "?name=password&value=«x1y2z3»",
    not: "?sort=password&value=x1y2z3",
  },
];
