import { expect, test } from "vitest";
import { createRedactor } from "../../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../../src/redactor/stream-redactor.ts";
import { marked } from "../cases/marked.ts";

const { redact } = createRedactor();
const stream = createByteRedactor({});

// biome-ignore format: one text a line
const texts: readonly string[] = [
  "> connect(user, password)\n          │     └ '«marzipan otter»'\n          └ 'ann'\n",
  "    login(user, password)\n    │     │     └ '«marzipan otter»'\n    │     └ 'ann'\n    └ <function login at 0x7f>\n",
  "  r = post(self.api_token)\n                └ «marzipan-otter-4»\n",
  "> connect(user, host)\n          │     └ 'marzipan otter'\n          └ 'ann'\n",
  "> connect(user, password)\n          │    └ 'marzipan otter'\n          └ 'ann'\n",
  // A corner that came to nothing, and one with the same bytes around it below another name.
  "> connect(user, host_name)\n          │     └ 'marzipan otter'\n> connect(user, pass_word)\n          │     └ '«marzipan otter»'\n",
  "ab\npassword  └ 'marzipan otter'\n",
  "├── password\n└── marzipan\n",
  "└ 'marzipan'",
];

test.each(texts)("a corner leads to the name above it: %j", (text) => {
  const [input, expected] = marked(text);
  expect(redact(input)).toBe(expected);
  const bytes = Buffer.from(input);
  for (let cut = 1; cut < bytes.length; cut++) {
    const parts = [
      ...stream.push(bytes.subarray(0, cut)),
      ...stream.push(bytes.subarray(cut)),
      ...stream.end(),
    ];
    expect(Buffer.concat(parts).toString(), `cut at ${cut}`).toBe(expected);
  }
});
