// The same cases on every runtime: plain JavaScript, nothing imported, no test framework. What a case throws
// is its failure. Credentials are put together here, so none stands in a file.

const TOKEN = ["ghp", "_", "x9Yz".repeat(3), "1aB2".repeat(6)].join("");
const LINES = [
  `GET /?access_token=hunter2&page=2 200 é`,
  `Authorization: Bearer ${TOKEN}`,
  `{"body":"{\\"password\\":\\"hunter2\\",\\"size\\":3}","msg":"got ${TOKEN}"}`,
  `{ apiKey: 'hunter2', headers: [ 'Cookie', 'sid=hunter2; theme=dark' ] }`,
  `postgres://ann:hunter2@db.example/shop`,
  `clean: max_tokens=512 password=null 🎉`,
  ["-----BEGIN", " PRIVATE KEY-----\n", "c2FtcGxlLXdvcmRz\n".repeat(3), "-----END PRIVATE KEY-----"].join(""),
];
const TEXT = `${LINES.join("\n")}\n`;
const CLEAN = `GET /?access_token=[REDACTED]&page=2 200 é
Authorization: Bearer [REDACTED]
{"body":"{\\"password\\":\\"[REDACTED]\\",\\"size\\":3}","msg":"got [REDACTED]"}
{ apiKey: '[REDACTED]', headers: [ 'Cookie', 'sid=[REDACTED]; theme=[REDACTED]' ] }
postgres://ann:[REDACTED]@db.example/shop
clean: max_tokens=512 password=null 🎉
-----BEGIN PRIVATE KEY-----
[REDACTED]
[REDACTED]
[REDACTED]
-----END PRIVATE KEY-----
`;

const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => new TextDecoder().decode(bytes);

function same(actual, expected, what = "") {
  const [a, b] = [actual, expected].map((value) =>
    typeof value === "string" ? value : JSON.stringify(value),
  );
  if (a !== b) throw new Error(`${what}\n  expected ${b}\n  but got  ${a}`);
}

async function through(stream, chunks) {
  const writer = stream.writable.getWriter();
  const written = (async () => {
    for (const chunk of chunks) await writer.write(chunk);
    await writer.close();
  })();
  const reader = stream.readable.getReader();
  const bytes = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) bytes.push(...next.value);
  await written;
  return decode(Uint8Array.from(bytes));
}

/** @param scrubjay What `scrubjay` exports; as `web`, what `scrubjay/web` does; Node's stream where there is one. */
const casesOf = ({ redact, createRedactor, RedactorConfigError, web, createNodeStream }) => ({
  "a string": () => {
    same(redact(TEXT), CLEAN);
    same(redact(CLEAN), CLEAN, "twice");
    same(LINES.slice(0, 6).map(redact).join("\n"), CLEAN.split("\n").slice(0, 6).join("\n"), "line by line");
  },
  "strings that are no Unicode": () => {
    same(redact(`\ud800 password=hunter2 \udc00`), "\ud800 password=[REDACTED] \udc00");
    same(redact("é".repeat(70_000) + TOKEN).slice(-12), "éé[REDACTED]");
  },
  bytes: () => {
    same(decode(redact(encode(TEXT))), CLEAN);
    const clean = encode("nothing here");
    same(redact(clean) === clean, true, "the same reference");
    same([...redact(Uint8Array.of(0, 255, 254, 10, 128))], [0, 255, 254, 10, 128], "no UTF-8");
  },
  values: () => {
    const request = { user: "ann", headers: { authorization: "Basic hunter2" }, tries: [1, 2], size: 3 };
    const copy = redact(request);
    same(copy, { ...request, headers: { authorization: "Basic [REDACTED]" } });
    same([copy.tries === request.tries, request.headers.authorization], [true, "Basic hunter2"]);
    for (const value of [null, undefined, 7, 7n, true, Symbol.iterator]) same(redact(value) === value, true);
    const clean = { a: [1, { b: "c" }] };
    same(redact(clean) === clean, true, "the same reference");
  },
  "errors, maps, sets, cycles": () => {
    const error = redact(new TypeError(`got ${TOKEN}`, { cause: new Error("password=hunter2") }));
    same(
      [error instanceof TypeError, error.message, error.cause.message],
      [true, "got [REDACTED]", "password=[REDACTED]"],
    );
    same(/ghp_|hunter2/.test(error.stack), false, "the stack");
    const map = redact(
      new Map([
        ["password", "hunter2"],
        ["a", "b"],
      ]),
    );
    same(
      [...map],
      [
        ["password", "[REDACTED]"],
        ["a", "b"],
      ],
    );
    same([...redact(new Set([TOKEN]))], ["[REDACTED]"]);
    const circle = { password: "hunter2" };
    circle.self = circle;
    const copy = redact(circle);
    same([copy.password, copy.self === copy], ["[REDACTED]", true]);
  },
  "what the web has": () => {
    const headers = redact(new Headers({ authorization: "Bearer hunter2", accept: "text/html" }));
    same([headers.get("authorization"), headers.get("accept")], ["Bearer [REDACTED]", "text/html"]);
    const url = redact(new URL("https://ann:hunter2@host.example/?token=hunter2&page=2"));
    same(/hunter2/.test(url.href), false, url.href);
  },
  "values that cannot be read": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const hostile = {
      get password() {
        throw new Error(TOKEN);
      },
    };
    const redactor = createRedactor();
    for (const value of [proxy, hostile, { proxy, hostile, after: 1 }])
      same(redactor.stringify(redactor.redact(value)).includes(TOKEN), false);
  },
  "scan, stringify and stats": () => {
    const redactor = createRedactor();
    same(redactor.scan("password=hunter2"), [{ rule: "key/password", start: 9, end: 16 }]);
    same(redactor.scan(encode("é password=hunter2")), [{ rule: "key/password", start: 12, end: 19 }]);
    same(redactor.stringify({ password: "hunter2", size: 10n }), '{"password":"[REDACTED]","size":10}');
    redactor.redact("token=hunter2");
    same(redactor.stats().byRule, { "key/password": 1, "key/token": 1 });
  },
  censors: () => {
    const text = "password=hunter2";
    const stated = [
      ["redacted", "password=[REDACTED]"],
      ["label", "password=[REDACTED:key/password]"],
      ["mask", "password=*******"],
      [{ text: "(gone)" }, "password=(gone)"],
      [(secret, { rule }) => `<${secret.length} ${rule}>`, "password=<7 key/password>"],
    ];
    for (const [censor, expected] of stated) same(createRedactor({ censor }).redact(text), expected);
  },
  options: () => {
    const ticket = { id: "acme/ticket", pattern: "\\bticket-([0-9a-f]{8})\\b" };
    same(createRedactor({ rules: [ticket] }).redact("got ticket-00c0ffee"), "got ticket-[REDACTED]");
    same(createRedactor({ rules: ["header/*"] }).redact("password=hunter2"), "password=hunter2");
    same(
      createRedactor({ keys: ["ssn", "!reset token"] }).redact({ userSsn: "078-05-1120", resetToken: "r" }),
      {
        userSsn: "[REDACTED]",
        resetToken: "r",
      },
    );
    same(createRedactor({ allow: ["hunter2"] }).redact("password=hunter2"), "password=hunter2");
    const seen = [];
    createRedactor({ onMatch: ({ rule }) => seen.push(rule) }).redact(TOKEN);
    same(seen.length, 1);
  },
  "what cannot work is refused": () => {
    const wrong = [
      { bogus: 1 },
      { rules: ["no/such"] },
      { censor: "blank" },
      { rules: [{ id: "a/b", pattern: "a(?=b)" }] },
    ];
    for (const options of wrong) {
      try {
        createRedactor(options);
      } catch (error) {
        same([error instanceof RedactorConfigError, typeof error.code], [true, "string"]);
        continue;
      }
      throw new Error(`taken: ${JSON.stringify(options)}`);
    }
  },
  "a stream, cut anywhere": async () => {
    const bytes = encode(TEXT);
    for (let at = 0; at <= bytes.length; at++) {
      const cut = [bytes.subarray(0, at), bytes.subarray(at)];
      same(await through(web.createRedactStream(), cut), CLEAN, `cut at ${at}`);
    }
    same(
      await through(
        web.createRedactStream(),
        Array.from(bytes, (byte) => Uint8Array.of(byte)),
      ),
      CLEAN,
      "byte by byte",
    );
  },
  "a stream of Node's": async () => {
    if (createNodeStream === undefined) return;
    const stream = createNodeStream();
    for (const byte of encode(TEXT)) stream.write(Uint8Array.of(byte));
    stream.end();
    const pieces = [];
    for await (const piece of stream) pieces.push(...piece);
    same(decode(Uint8Array.from(pieces)), CLEAN);
  },
  "a long stream": async () => {
    const stream = web.createRedactStream({ censor: "label" });
    const out = await through(stream, Array(40).fill(encode(TEXT.repeat(20))));
    same([out.includes("hunter2"), out.includes(TOKEN)], [false, false]);
    same(stream.stats().byRule["key/password"], 800);
  },
});

/** Runs all cases. @returns {Promise<{ passed: number, failures: string[] }>} */
export async function runSuite(scrubjay) {
  const failures = [];
  const cases = Object.entries(casesOf(scrubjay));
  for (const [name, run] of cases) {
    try {
      await run();
    } catch (error) {
      failures.push(`${name}: ${error?.message ?? error}`);
    }
  }
  return { passed: cases.length - failures.length, failures };
}
