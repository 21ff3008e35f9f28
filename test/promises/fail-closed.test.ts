import { afterEach, describe, expect, test, vi } from "vitest";
import { createRedactor, WITHHELD } from "../../src/redactor/redactor.ts";
import { createByteRedactor } from "../../src/redactor/stream-redactor.ts";
import { randomSecret } from "../samples/random-secret.ts";

/** Whether the kernel traps, as a fault in it would make it do. */
const fault = vi.hoisted(() => ({ isOn: false }));

vi.mock("../../src/scanner/kernel.ts", async (original) => {
  const real = await original<typeof import("../../src/scanner/kernel.ts")>();
  return {
    ...real,
    instantiateKernel(memory: WebAssembly.Memory) {
      const kernel = real.instantiateKernel(memory);
      return {
        setup: () => kernel.setup(),
        link: () => kernel.link(),
        scan(...args: Parameters<typeof kernel.scan>) {
          if (fault.isOn) throw new Error("unreachable");
          return kernel.scan(...args);
        },
      };
    },
  };
});

afterEach(() => {
  fault.isOn = false;
});

const secret = randomSecret(20);
const clean = "an ordinary line";
const join = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

/** Runs while the kernel traps. */
function during<Result>(run: () => Result): Result {
  fault.isOn = true;
  try {
    return run();
  } finally {
    fault.isOn = false;
  }
}

describe("when the kernel fails", () => {
  test("strings are withheld, line by line, and counted", () => {
    const redactor = createRedactor();
    expect(during(() => redactor.redact(`a\npassword=${secret}\r\nb`))).toBe(
      `${WITHHELD}\n${WITHHELD}\r\n${WITHHELD}`,
    );
    expect(redactor.stats().withheld).toBe(3);
    expect(redactor.redact(`password=${secret}`)).toBe("password=[REDACTED]");
    expect(redactor.stats().withheld).toBe(3);
  });

  test("so are long strings, bytes, values and stringify", () => {
    const redactor = createRedactor();
    during(() => {
      expect(redactor.redact(`${"x".repeat(50_000)} password=${secret}`)).toBe(WITHHELD);
      expect(join([redactor.redact(Buffer.from(`password=${secret}\nb\n`))])).toBe(
        `${WITHHELD}\n${WITHHELD}\n`,
      );
      expect(JSON.stringify(redactor.redact({ a: clean, password: secret }))).not.toContain(secret);
      expect(JSON.stringify(redactor.redact({ a: clean, password: secret }))).toContain(WITHHELD);
      expect(redactor.stringify({ password: secret })).toContain(WITHHELD);
    });
    expect(redactor.stats().withheld).toBe(6);
    expect(redactor.redact({ password: secret })).toEqual({ password: "[REDACTED]" });
    expect(redactor.stringify({ password: secret })).toBe('{"password":"[REDACTED]"}');
  });

  test("a stream withholds the lines concerned, and goes on with the next", () => {
    const stream = createByteRedactor();
    expect(join(stream.push(Buffer.from("first\n")))).toBe("first\n");
    expect(join(during(() => stream.push(Buffer.from(`password=${secret}\nhalf ${secret}`))))).toBe(
      `${WITHHELD}\n${WITHHELD}`,
    );
    expect(join(stream.push(Buffer.from(` more of it ${secret}`)))).toBe("");
    expect(join(stream.push(Buffer.from(`${secret}\nnext password=${secret}\n`)))).toBe(
      "\nnext password=[REDACTED]\n",
    );
    expect(join(stream.end())).toBe("");
    expect(stream.stats().withheld).toBe(2);
  });

  test("what was held back is withheld too", () => {
    const stream = createByteRedactor();
    const first = join(stream.push(Buffer.from(`token=${secret.slice(0, 3)}`)));
    const second = join(during(() => stream.push(Buffer.from(secret.slice(3)))));
    const third = join(stream.push(Buffer.from(`${secret}\nok\n`)));
    expect(first + second + third + join(stream.end())).not.toContain(secret.slice(0, 8));
  });

  test("at the end", () => {
    const stream = createByteRedactor();
    const first = join(stream.push(Buffer.from(`x ${["ghp", "_"].join("")}${secret.slice(0, 4)}`)));
    expect(first + join(during(() => stream.end()))).not.toContain(secret.slice(0, 4));
    expect(stream.stats().withheld).toBeGreaterThan(0);
  });
});

describe("when a censor throws", () => {
  const censor = (): never => {
    throw new Error("no");
  };

  test("nothing is thrown, and what it was asked about is withheld", () => {
    const redactor = createRedactor({ censor });
    expect(redactor.redact(`a\npassword=${secret}`)).toBe(`a\n${WITHHELD}`);
    expect(JSON.stringify(redactor.redact({ password: secret }))).not.toContain(secret);
    expect(redactor.stringify({ password: secret })).not.toContain(secret);
    expect(redactor.redact(clean)).toBe(clean);
    expect(redactor.stats().withheld).toBe(3);
  });

  test("nor by a stream", () => {
    const stream = createByteRedactor({ censor });
    expect(join(stream.push(Buffer.from(`${clean}\n`)))).toBe(`${clean}\n`);
    expect(join(stream.push(Buffer.from(`password=${secret}\n`)))).toBe(`${WITHHELD}\n`);
    expect(join(stream.push(Buffer.from(`${clean}\n`)))).toBe(`${clean}\n`);
    expect(join(stream.end())).toBe("");
    expect(stream.stats().withheld).toBe(1);
  });

  describe("only the lines are withheld that it failed on", () => {
    const options = {
      paths: ["user.mail"],
      censor: (text: string) => {
        if (text.includes("bad")) throw new Error("no");
        return "[gone]";
      },
    };
    const lines = `é password=${secret}\r\nb token=bad${secret} and token=${secret}\n\nc token=${secret}\nd`;
    const expected = `é password=[gone]\r\n${WITHHELD}\n\nc token=[gone]\nd`;

    test("of a string, of bytes, and of UTF-16", () => {
      const redactor = createRedactor(options);
      expect(redactor.redact(lines)).toBe(expected);
      expect(redactor.stats().withheld).toBe(1);
      expect(String(redactor.redact(Buffer.from(lines)))).toBe(expected);
      const utf16 = Buffer.from(`\ufeff${lines}`, "utf16le");
      expect(redactor.redact(utf16).toString("utf16le")).toBe(`\ufeff${expected}`);
      expect(redactor.stats().withheld).toBe(3);
    });

    test("two failures of a line are one, the first line and the last are lines", () => {
      const redactor = createRedactor(options);
      expect(redactor.redact("token=bad-1x token=bad-2x\nok\ntoken=bad-3x")).toBe(
        `${WITHHELD}\nok\n${WITHHELD}`,
      );
      expect(redactor.stats().withheld).toBe(2);
    });

    test("of a key block, all that was its own", () => {
      const block = [
        "-----BEGIN",
        " PRIVATE KEY-----\nbad",
        "A".repeat(60),
        "\n-----END",
        " PRIVATE KEY-----",
      ].join("");
      const redacted = createRedactor(options).redact(`first\n${block}\nlast token=${secret}`);
      expect(redacted).not.toContain("AAAA");
      expect(redacted).toMatch(/^first\n.*\nlast token=\[gone\]$/s);
    });

    test("and what a path names", () => {
      const redactor = createRedactor(options);
      const text = '{"user":{"mail":"bad@host.example"}}';
      expect(redactor.redact(text)).toBe(WITHHELD);
      expect(redactor.redact(`{"a":1,\n"user":{"mail":"bad@host.example"},\n"token":"${secret}"}`)).toBe(
        `{"a":1,\n${WITHHELD}\n"token":"[gone]"}`,
      );
      expect(redactor.stats().withheld).toBe(2);
    });
  });

  test("a censor that returns no string counts as one that throws", () => {
    const redactor = createRedactor({ censor: (() => 7) as never });
    expect(redactor.redact(`password=${secret}`)).toBe(WITHHELD);
  });
});

describe("around a failure", () => {
  const pem = (what: string): string => `-----${what} RSA PRIVATE KEY-----\n`;
  const body = Array.from({ length: 4 }, () => `${randomSecret(64)}\n`);
  const redacted = "[REDACTED]\n";

  test("a key block that is open stays open", () => {
    const stream = createByteRedactor();
    const before = join(stream.push(Buffer.from(`${pem("BEGIN")}${body[0]}`)));
    const during_ = join(during(() => stream.push(Buffer.from(`${body[1]}${clean}\n`))));
    const after = join(stream.push(Buffer.from(`${body[2]}${pem("END")}${clean}\n`)));
    expect(before + during_ + after).toBe(
      `${pem("BEGIN")}${redacted}${WITHHELD}\n${WITHHELD}\n${redacted}${pem("END")}${clean}\n`,
    );
  });

  test("so does one whose begin was withheld, wherever it was cut", () => {
    const begin = `x ${pem("BEGIN")}`;
    for (let cut = 3; cut < begin.length; cut++) {
      const stream = createByteRedactor();
      const first = join(during(() => stream.push(Buffer.from(begin.slice(0, cut)))));
      const rest = join(
        stream.push(Buffer.from(`${begin.slice(cut)}${body.join("")}${pem("END")}${clean}\n`)),
      );
      expect(first + rest, `cut at ${cut}`).toBe(`${WITHHELD}\n${redacted.repeat(4)}${pem("END")}${clean}\n`);
    }
  });

  test("an end that was withheld ends it", () => {
    const stream = createByteRedactor();
    during(() => stream.push(Buffer.from(`${pem("BEGIN")}${body[0]}${pem("END")}`)));
    expect(join(stream.push(Buffer.from(`${clean}\n`)))).toBe(`${clean}\n`);
  });
});

test("a string that ends in a line end has no line behind it", () => {
  const redactor = createRedactor();
  during(() => redactor.redact("a\nb\n"));
  expect(redactor.stats().withheld).toBe(2);
});

test("what stringify withholds is JSON", () => {
  const redactor = createRedactor();
  expect(JSON.parse(during(() => redactor.stringify({ password: secret })))).toBe(WITHHELD);
});

test("a stream that failed at its end can be used again", () => {
  const stream = createByteRedactor();
  stream.push(Buffer.from("x"));
  during(() => stream.end());
  expect(join(stream.push(Buffer.from("again\n")))).toBe("again\n");
});
