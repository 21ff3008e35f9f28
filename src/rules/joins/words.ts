// Values of several words that neither a quote nor a bracket encloses: where the name stands, and what is after the
// words, show that all of them are the value. They come before the plain separators, which take the first word.
import { IN_BRACKETS } from "./enclosed.ts";
import type { Join } from "./join.ts";

/** A line of settings begins here. */
const LINE = "\\n *(?:- +)?(?:export +|set +|(?:[\\w.-]+::?)+|env\\[)?";
/** A logger's name or level stands before a setting: `INFO Config - `, `[main] `. */
const LOGGED = "(?:[\\]:>]|[\\w\\]] -) +";
/** A member of a line of them stands before this one: `user=ann `. */
const BEHIND_MEMBER = "=[^= \\n]* +";
const BEHIND_MARK = "[\\w'>] *[,;|] *";

const IN_LIST = `(?:${LINE}|${BEHIND_MARK})`;

const WORDS = { value: "words" } as const;

export const words: readonly Join[] = [
  {
    ...WORDS,
    id: "words-of-setting",
    before: `(?:${LINE}|${LOGGED}|${BEHIND_MEMBER})`,
    between: "\\]? *= *",
    close: "\n",
    example: "user=ann\npassword = «correct x1y2z3»\nport=1",
    not: "user=ann\npassword=not found\nport=1",
  },
  {
    ...WORDS,
    id: "words-before-member",
    between: "=",
    close: "=",
    example: "user=ann password=«correct x1y2z3» port=1",
    not: "user=ann password=not found port=1",
  },
  {
    ...WORDS,
    id: "words-below-entry",
    before: `[\\n'] *(?:- +)?[\\w.-]+ *:(?: [^\\n]*)?${LINE}`,
    between: "(?: *:| +: *) +",
    close: ":",
    example: "database:\n  password: «sterling x1y2z3»",
    not: "database:\n  password: sterling from you",
  },
  {
    // The first of a section of settings. Below another setting a line may be a log's: `token=x1y2z3 mail ann@a.example`.
    ...WORDS,
    id: "words-of-section",
    before: `\\n *\\[[\\w ./:-]+\\]${LINE}`,
    between: " *= *",
    close: ":",
    example: "[db]\npassword = «tide-4 and moon-7»\n",
    not: "[db]\npassword = not found\n",
  },
  {
    ...WORDS,
    id: "words-of-entry",
    before: LINE,
    between: "(?: *:| +: *) +",
    close: "\n",
    example: "user: ann\npassword: «correct x1y2z3» # a remark\nport: 1",
    not: "user: ann\npassword: not found # a remark\nport: 1",
  },
  {
    // Go's `%+v`
    ...WORDS,
    id: "words-of-field",
    before: IN_BRACKETS,
    between: ":",
    close: "=",
    example: "{Name:ann Password:«correct x1y2z3» Role:admin}",
    not: "{Name:ann Password:not found Role:admin}",
  },
  {
    ...WORDS,
    id: "words-of-record",
    before: IN_BRACKETS,
    between: "(?: ?= ?|: ?| -> )",
    close: ",",
    example: "{user: ann, password: «correct x1y2z3», port: 1}",
    not: "{user: ann, password: not found, port: 1}",
  },
  {
    ...WORDS,
    id: "words-at-bracket",
    before: IN_BRACKETS,
    between: "(?: ?= ?|: ?| -> )",
    close: ")",
    example: "User { Name = ann, Password = «correct x1y2z3» }",
    not: "User { Name = ann, Password = not found }",
  },
  {
    ...WORDS,
    id: "words-of-list",
    before: IN_LIST,
    between: "(?: ?= ?|: ?)",
    close: ",",
    example: "user=ann, password=«correct x1y2z3», port=1",
    not: "user=ann, password=not found, port=1",
  },
  {
    ...WORDS,
    id: "words-at-end-of-list",
    before: IN_LIST,
    between: "(?: ?= ?|: ?)",
    close: "\n",
    example: "user=ann, password=«correct x1y2z3»",
    not: "user=ann, password=not found",
  },
];
