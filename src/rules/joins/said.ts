// What tools say of a setting and its value: prompts with a default, settings that were replaced, what a shell of a language
// answers on the next line.
import type { Join } from "./join.ts";

/** What a setting is called after its name. */
const NOUN = "'?(?: (?:variable|property|option|parameter|setting|attribute|field|argument))?";
const DONE =
  "(?:set|reset|changed|updated|resolved|expanded|overridden|overwritten|replaced|evaluated|substituted)";
/** A letter and, on either side of it, a digit or a mark: no word. */
const MARK = "[0-9!@$%&*+]";
const LETTER = "[^\\x00-@\\[-`{-\\x7f]";
const NO_WORD = `(?:[^ '\\n]*${LETTER}[^ '\\n]*${MARK}|[^ '\\n]*${MARK}[^ '\\n]*${LETTER})[^ '\\n]*`;
/** A name whose value is secret whatever it is; "secret" may name one. */
export const NAMED = "[\\w.-]*(?:pass(?:word|wd|phrase|code)?|pwd|token|psk|key|shared-secret)";
/** What a shell of a language, or a debugger, asks with. */
const PROMPT =
  "\\n *(?:>{1,3}|\\((?:Pdb|gdb|lldb|dlv)\\)|ipdb>|In \\[\\d+\\]:) *(?:p+ +)?(?:[\\w$@]+(?:->|\\.|::))*";

export const said: readonly Join[] = [
  {
    // Of the AWS command line: what is there already stands in brackets.
    id: "default-of-prompt",
    between:
      " *\\[(?:None|\\*+\\w*|default[^\\]\\n]*|current[^\\]\\n]*|hidden|not set|empty|required|optional|blank)\\] *: *",
    ahead: "[^ '\\n]+ *\\n",
    separator: ":",
    example: "AWS Secret Access Key [None]: «x1y2z3»\n",
    not: "AWS Secret Access Key [None]: x1y2z3 was kept\n",
  },
  {
    id: "is-set-to-string",
    between: `${NOUN} (?:(?:is|was|has been|will be) )?(?:now )?${DONE} (?:to|as|by|with):? +`,
    value: "string",
    separator: "=",
    example: 'The "DB_PASSWORD" variable is set to "«correct x1y2z3»"',
    not: 'The "DB_PASSWORD" variable is sent to "correct x1y2z3"',
  },
  {
    id: "is-overridden",
    between: `${NOUN} (?:is|was|has been) ${DONE}(?: (?:to|as|by|with))?: +`,
    ahead: `${NO_WORD} *\\n`,
    separator: "=",
    example: "Property hbase.ssl.password is overridden: «x1y2z3»\n",
    not: "Property hbase.ssl.password is overridden: twice\n",
  },
  {
    id: "value-of-setting",
    between: `${NOUN}(?:\\. Its|,? (?:has|with|had|and|its|the)| has the)? value(?: is| was| of)?:? *=? *`,
    value: "string",
    separator: "=",
    example: "Adding SERVICEPASSWORD property. Its value is '«correct x1y2z3»'.",
    not: "Adding SERVICEPASSWORD property. Its values are 'correct x1y2z3'.",
  },
  {
    id: "word-of-setting",
    between: `${NOUN}(?:\\. Its|,? (?:has|with|had)) value(?: is)?:? +`,
    ahead: `${NO_WORD} *\\n`,
    separator: "=",
    example: "Option ldap_default_authtok_password has value «x1y2z3»\n",
    not: "Option ldap_default_authtok_password has value unset\n",
  },
  {
    // What was tried: ASP.NET's `AttemptedValue='…'`.
    id: "member-of-value",
    between: ": *\\{? *(?:\\w*value|got|given|actual|received)= *",
    value: "string",
    separator: "=",
    example: "Password: AttemptedValue='«correct x1y2z3»' Errors=[x]",
    not: "Password: AttemptedValues='correct x1y2z3' Errors=[x]",
  },
  {
    id: "user-then-password",
    before:
      "[^\\w](?:user(?:name)?|login|account|user id|uid)[:=]? +'?[\\w.@-]+'?,? +(?:and +|with +)?(?:the +)?",
    name: NAMED,
    between: " +",
    value: "string",
    example: "authenticate: username 'ann' password '«correct x1y2z3»'",
    not: "authenticate: name 'ann' token 'correct'",
  },
  {
    // What is sent to a telephone, and what is asked of its owner
    id: "code-of-digits",
    before: "(?:verification|security|login|one-time|2FA|MFA|OTP|authentication|confirmation|access) ",
    name: "code",
    between: " +",
    ahead: "[0-9]{6}[ ,.;\\n]",
    separator: "=",
    example: "Use verification code «605992» to sign in.",
    not: "Use verification code 6059 to sign in.",
  },
  {
    id: "for-user",
    between: " for +'?[\\w.@-]+'?: +",
    ahead: `${NO_WORD} *\\n`,
    separator: ":",
    name: NAMED,
    example: "Password for ann@EXAMPLE.COM: «x1-y2!z3»\n",
    not: "Failed password for root: again-and-again\n",
  },
  {
    id: "is-last",
    between: " is +",
    name: NAMED,
    ahead: "[^ '\\n]*[A-Za-z][^ '\\n]*[!@$%&*+][^ '\\n]* *\\n",
    example: "(dcc_auth) password is «x1y-z3!z»\n",
    not: "(dcc_auth) password is case-sensitive\n",
  },
  {
    id: "answer-below",
    before: PROMPT,
    between: " *\\n *(?:=> *|Out\\[\\d+\\]: *|\\[1\\] *|\\$\\d+ = *|val \\w+: \\w+ = |res\\d+: \\w+ = )?",
    value: "string",
    ahead: "'(?:[^'\\n]|\\w'\\w)*' *\\n",
    separator: "=",
    relates: { over: "the next line", attack: '{"ua":">>> p password\\n","note":"x1y2z3"}' },
    example: ">>> config.password\n'«correct x1y2z3»'\n",
    not: ">>> config.password\n'correct x1y2z3', 7\n",
  },
  {
    // Of Salt and YAML: one word that is no word, below its name
    id: "word-below",
    name: NAMED,
    before: "\\n *(?:- +)?[\\w.-]*",
    between: " *: *\\n  +",
    ahead: `${NO_WORD} *\\n`,
    separator: ":",
    relates: { over: "the next line", attack: '{"ua":"\\npassword:\\n  ","note":"x1y2z3"}' },
    example: "\n    password:\n        «x1y2z3»\n",
    not: "\n    password:\n        sesame\n",
  },
  {
    // Kubernetes describes a container's arguments with a line for each.
    id: "flag-below",
    name: NAMED,
    before: "\\n +--?[\\w.-]*",
    between: " *\\n +",
    ahead: `${NO_WORD} *\\n`,
    separator: "=",
    relates: { over: "the next line", attack: '{"ua":"\\n  --password\\n  ","note":"x1y2z3"}' },
    example: "Args:\n  --db-password\n  «x1-y2z3»\n",
    not: "Args:\n  --db-password\n  sesame-open\n",
  },
  {
    // What Elasticsearch has made for its users.
    id: "password-of-user",
    capitals: true,
    before: "\\n *",
    between: " +[\\w.-]+ = +",
    ahead: "[^ '\\n]+ *\\n",
    separator: "=",
    example: "Changed password for user elastic\nPASSWORD elastic = «x1y2z3»\n",
    not: "Changed password for user elastic\nPASSWORD elastic = x1y2z3 and more\n",
  },
  {
    // A mapping of YAML whose key and value have a line each
    id: "yaml-complex-key",
    before: "\\n *\\? +",
    between: " *\\n *: +",
    separator: ":",
    relates: { over: "the next line", attack: '{"ua":"\\n? password\\n: ","note":"x1y2z3"}' },
    example: "\n? password\n: «x1y2z3»\n",
    not: "\n? password\n- x1y2z3\n",
  },
  {
    // A document in HCL, Ruby or a shell
    id: "here-document",
    between: " *= *<<[-~]?'?[A-Z_]+'? *\\n *",
    ahead: "[^\\n]+\\n",
    close: "\n",
    separator: "=",
    relates: { over: "the next line", attack: '{"ua":"password = <<EOT\\n","note":"x1y2z3"}' },
    example: "password = <<EOT\n«correct x1y2z3»\nEOT",
    not: "password = <<EOT\n\nEOT",
  },
];
