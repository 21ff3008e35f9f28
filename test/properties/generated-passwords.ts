import type { Case, Property } from "./property.ts";
import { redact } from "./subject.ts";

/** All that a generator of passwords takes, from the plainest on. */
const signs = Array.from(
  "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.!@#$%^*+~?/|=&:;,'\"`<>()[]{}\\",
);

interface Line {
  readonly name: string;
  render(value: string): string;
}

// biome-ignore format: a table
const lines: readonly Line[] = [
  { name: "a line of an environment", render: (value) => `HOST=a\nPASSWORD=${value}\nOK=1\n` },
  { name: "a line of YAML", render: (value) => `user: ann\npassword: ${value}\nok: 1\n` },
  { name: "a line of an INI file", render: (value) => `[db]\npassword = ${value}\nuser = ann\n` },
  { name: "a header", render: (value) => `GET / HTTP/1.1\r\nX-Api-Key: ${value}\r\nHost: a.example\r\n\r\n` },
  { name: "a message in JSON", render: (value) => JSON.stringify({ msg: `PASSWORD=${value}`, n: 1 }) },
  { name: "logfmt", render: (value) => `level=info password=${value} ok=1` },
  { name: "PHP's print_r", render: (value) => `Array\n(\n    [password] => ${value}\n    [ok] => 1\n)\n` },
  { name: "a map of Go", render: (value) => `map[ok:1 password:${value}]` },
  { name: "a statement of SQL", render: (value) => `CREATE USER ann IDENTIFIED BY '${value.replaceAll("'", "''")}';` },
  { name: "a command", render: (value) => `curl -u 'ann:${value.replaceAll("'", "'\\''")}' https://a.example/` },
  { name: "an address", render: (value) => `at postgres://ann:${encodeURIComponent(value)}@db.example/ok` },
  { name: "a connection string", render: (value) => `Driver={x};UID=ann;PWD={${value.replaceAll("}", "}}")}};Database=ok` },
];

/** So many characters of it in a row tell it. */
const PART = 6;

export const generatedPasswords: Property = {
  name: "generated-passwords",
  what: "a password of any signs, as a word in no quotes or in what its notation escapes: nothing of it is left",
  make(choices): Case {
    const line = choices.pick(lines);
    const value = Array.from({ length: 12 + choices.below(12) }, () => choices.pick(signs)).join("");
    const input = line.render(value);
    return {
      inputs: [input],
      check() {
        const out = redact(input);
        const parts = Array.from({ length: value.length - PART + 1 }, (_, i) => value.slice(i, i + PART));
        const isLeft = parts.some((part) => /[A-Za-z0-9]/.test(part) && out.includes(part));
        return isLeft ? { promise: `all of it goes, ${line.name}`, detail: out } : undefined;
      },
    };
  },
};
