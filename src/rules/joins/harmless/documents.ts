// What documents, scripts and templates write after a name and is no value of it: links, references, mounts, defaults. The
// example of each is a text like it in which the name has a value.
import type { Join } from "../join.ts";

const NONE = { value: "none" } as const;

export const documents: readonly Join[] = [
  {
    // A role of reStructuredText: `.. zeek:field:: password :zeek:type:`
    ...NONE,
    id: "markup-role",
    between: " *:? *:[a-z]+(?::[a-z]+)*:'",
    example: "password: «:x1y2z3:» 'a'",
    not: "(user: :py:class:`str`, password: :py:class:`str`)",
  },
  {
    ...NONE,
    id: "link-definition",
    before: "\\n *\\['?[\\w .:/-]*",
    between: "\\]: +(?:https?://|/[a-z]|[\\w./-]+\\.md)",
    example: "[api_token]: «x1y2z3»",
    not: "[docs_secret]: https://docs.example/secrets",
  },
  {
    ...NONE,
    id: "link",
    between: ": *\\[[^\\]'\\n]*\\]\\(",
    example: "api tokens: [«x1y2z3»]",
    not: "- `go/aws-http-auth`: [v1.2.1](aws-http-auth/CHANGELOG.md)",
  },
  {
    // How a test went, and its name or what it showed
    ...NONE,
    id: "test-passed",
    before: "(?:\\n|') *(?:- )?",
    name: "PASS",
    exactCase: true,
    between: ": +(?:[\\w.-]+/|[^ \\n]+ +[^ \\n])",
    example: "PASS: «x1y2z3»",
    not: "PASS: daemon reported the error",
  },
  {
    // A type of Pulumi: package, module and name
    ...NONE,
    id: "type-token",
    before: "\\w:[\\w.-]+/",
    name: "[a-z]\\w*",
    exactCase: true,
    between: ":[A-Z]\\w*(?:'|::|[ ,)}]|\\n)",
    example: "random/password:«x1y2z3»",
    not: '{"random:index/randomPassword:RandomPassword": {}}',
  },
  {
    ...NONE,
    id: "mounted-file",
    before: "/",
    name: "passwd",
    between: ":/?[\\w/.]*",
    example: "passwd:«x1y2z3»",
    not: "docker run -v /tmp/passwd:/etc/passwd:ro alpine",
  },
  {
    ...NONE,
    id: "mounted-folder",
    before: "\\$\\{?",
    name: "PWD",
    exactCase: true,
    between: "\\}?:",
    example: "PWD:«x1y2z3»",
    not: 'docker run -v "$PWD:/src" alpine',
  },
  {
    // Where a shell takes another variable, or says what is missing
    ...NONE,
    id: "shell-default-elsewhere",
    before: "\\$\\{",
    between: ":(?:[?+]|[-=](?:\\$|\\}|'))",
    example: `\${DB_PASSWORD:-«x1y2z3»}`,
    not: `\${DB_PASSWORD:-$OTHER_PASSWORD}`,
  },
  {
    ...NONE,
    id: "go-template",
    before: "\\{\\{-? *(?:(?:range|if|with) +)?(?:\\$\\w+, *)?\\$",
    between: " *:= ",
    example: "$secret := «x1y2z3»",
    not: "{{- $secret := index . 0 -}}",
  },
  {
    // A file of kubectl, which a key of the secret is made from
    ...NONE,
    id: "from-file",
    before: "from-(?:env-)?file[= ]'?",
    between: "=",
    example: "--from-literal=token=«x1y2z3»",
    not: "kubectl create secret generic x --from-file=token=./admin-token",
  },
  {
    ...NONE,
    id: "flag-in-prose",
    before: "'--?[\\w-]*",
    between:
      " +(?:option|command|command-line|flag|argument|parameter|setting|switch|is|to|must|or|and|can|as|in|for)[ ,.\\n]",
    example: "'--token' '«x1y2z3»'",
    not: "use the `--token` option instead",
  },
  {
    // What a command prints of its flags
    ...NONE,
    id: "described-flag",
    before: "\\n *(?:-\\w,? +)?--?[\\w-]*",
    between: "(?:[ =](?:<[\\w-]+>|[A-Z][A-Z_]*|val))?  +[A-Za-z]+ [a-z(]",
    exactCase: true,
    example: "--password  «x1y2z3»",
    not: "  -W, --password=PASS      force password prompt",
  },
  {
    // A string over lines that has members of its own
    ...NONE,
    id: "opened-string",
    between: "(?: +| *[:=] *)'[{\\[] *\\n",
    example: "--secret-string '«{x1y2z3»'",
    not: '--secret-string \'{\n  "user": "ann"\n}\'',
  },
  {
    // PowerShell's takes a user or a variable
    ...NONE,
    id: "credential-parameter",
    before: "[^\\w-]-",
    name: "Credential",
    exactCase: true,
    between: " +",
    example: "--credential «x1y2z3»",
    not: "Invoke-Command -Credential username",
  },
  {
    ...NONE,
    id: "proxied-to",
    name: "proxy_?pass",
    between: " +'?(?:https?|grpcs?)://",
    example: "proxypass='«x1y2z3»'",
    not: "    proxy_pass        http://write:3100$request_uri;",
  },
];
