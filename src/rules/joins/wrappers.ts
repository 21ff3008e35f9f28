// What languages enclose a value in.
import type { Wrapper } from "./join.ts";

export const wrappers: readonly Wrapper[] = [
  {
    id: "constructed-list",
    open: "(?:[A-Z]\\w*(?:::|\\.))*[A-Z]\\w*\\(\\[",
    value: "string",
    list: true,
    example: 'password: Slice(["«x1y2z3»"])',
  },
  { id: "prefix", open: "[burfnel$@]{1,2}", value: "string", example: "password=b'«x1y2z3»'" },
  {
    id: "php-string",
    open: "string\\(\\d*\\) *",
    example: 'password: string(6) "«x1y2z3»"',
  },
  {
    id: "typed-list",
    open: "&?(?:\\[\\d{0,4}\\]){1,2}[\\w.*]+\\{",
    list: true,
    example: 'password = []mytype{"«x1y2z3»"}',
  },
  { id: "typed-bytes", open: "\\[\\][\\w.]+\\(", value: "string", example: 'password = []byte("«x1y2z3»")' },
  {
    id: "cast",
    open: "(?:\\([\\w.*-]+\\) ){1,2}(?:\\(len=\\d+\\) )?",
    value: "string",
    example: 'password: (string) (len=6) "«x1y2z3»"',
  },
  { id: "yaml-tag", open: "!![\\w-]+ +", separator: ":", example: "password: !!str «x1y2z3»" },
  {
    id: "yaml-anchor",
    open: "&\\w+ +",
    separator: ":",
    value: "not code",
    example: "password: &a «x1y2z3»",
    not: "password: &str = x",
  },
  { id: "erlang-binary", open: "<<", value: "double-quoted", example: 'password => <<"«x1y2z3»">>' },
  {
    // Node's inspect and Rust's Debug write an object's class before its brace.
    id: "class-name",
    open: "&?(?:[A-Za-z_]\\w*(?:::|\\.))*[A-Z]\\w*(?:\\(\\d+\\))?(?: \\[[\\w ]+\\])? ",
    value: "object",
    example: 'credentials: MongoCredentials { password: "«x1y2z3»" }',
  },
  {
    id: "null-prototype",
    open: "\\[\\w+: null prototype\\] ",
    value: "object",
    example: 'credentials: [Object: null prototype] { password: "«x1y2z3»" }',
  },
  {
    id: "constructor",
    open: "(?:new +)?(?:[A-Z]\\w*(?:::|\\.))*[A-Z]\\w*(?:<[\\w<>, ]+>)?\\((?:\\n +)?",
    value: "string",
    example: "password: SecretStr('«x1y2z3»')",
  },
  { id: "some", open: "(?:Some|Str|Ok)\\(", example: "password: Some(«x1y2z3»)" },
  { id: "optional", open: "Optional\\[", example: "password=Optional[«x1y2z3»]" },
  { id: "just", open: "(?:Some|Just) ", value: "string", example: 'password = Just "«x1y2z3»"' },
];
