// Settings of servers, devices and mail programs: a name and a value with only a blank between, at a place of their own.
import type { Join } from "./join.ts";
import { NAMED } from "./said.ts";

/** A letter of any script. */
const LETTER = "[^\\x00-@\\[-`{-\\x7f]";
/** A letter and, on either side of it, a digit or a mark: no word. */
const NO_WORD = `(?:[^ '=:({\\[<#\\n-][^ '\\n]*${LETTER}[^ '\\n]*[0-9!@$%&*+]|[^ '=:({\\[<#\\n-]*[0-9!@$%&*+][^ '\\n]*${LETTER}|${LETTER}+[0-9!@$%&*+])[^ '\\n]*`;
/** A line of a device's configuration begins so. */
const SETS = "\\n *(?:set|(?:local-)?user|username|option) +(?:[\\w./:@%-]+ +)*[\\w.-]*";

export const directives: readonly Join[] = [
  {
    id: "directive-string",
    before: "\\n *(?:set +)?[\\w.-]*",
    name: NAMED,
    between: " +",
    value: "double-quoted",
    ahead: "'(?:[^'\\n]|\\w'\\w)*' *;? *\\n",
    example: 'user ann\npassword "«correct x1y2z3»"\n',
    not: 'user ann\npassword "correct x1y2z3" is wrong\n',
  },
  {
    id: "directive-word",
    before: "\\n +",
    name: NAMED,
    between: " +",
    ahead: `${NO_WORD} *\\n`,
    example: "<server>\n    password «x1-y2z3»\n",
    not: "<server>\n    password sesame-open\n",
  },
  {
    id: "set-line",
    before: SETS,
    name: NAMED,
    between: "(?: +(?:0|plain|cipher|simple|cleartext|irreversible-cipher|encrypted))? +",
    ahead: `'?${NO_WORD}'? *\\n`,
    example: "set wlan passphrase «x1-y2z3»\n",
    not: "set wlan passphrase required\n",
  },
  {
    // Go's pairs of an environment: `{NPM_TOKEN …}`
    id: "pair-in-braces",
    before: "[\\[ ]\\{",
    name: "[A-Z][A-Z0-9_]*",
    exactCase: true,
    between: " +",
    ahead: "[^ {}'\\n]+\\}",
    example: "args: [{NPM_TOKEN «x1y2z3»} {X 1}]",
    not: "args: [{NPM_TOKEN x1y2z3 7} {X 1}]",
  },
  {
    id: "typed-argument",
    between: " +-string +",
    value: "argument",
    example: "defaults write com.example.app password -string «x1y2z3»",
    not: "defaults write com.example.app password -strings x1y2z3",
  },
  {
    // The registry of Windows
    id: "registry-data",
    before: "[^\\w]/v +'?",
    between: "'?(?: +/t +\\w+)? +/d +",
    value: "argument",
    example: "reg add HKLM\\x /v DefaultPassword /t REG_SZ /d «x1y2z3» /f",
    not: "reg query HKLM\\x /v DefaultPassword /t REG_SZ /e x1y2z3",
  },
];
