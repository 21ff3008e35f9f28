import { describe, expect, test } from "vitest";
import { CENSORED, redact } from "./walker.ts";

const secret = "s3cr3tabc";

describe("hostile values", () => {
  test("getters run once, and may throw", () => {
    let runs = 0;
    const source = {
      get once(): string {
        runs++;
        return `${secret}`;
      },
      get bad(): string {
        throw new Error(secret);
      },
    };
    expect(redact(source)).toEqual({ once: CENSORED, bad: "[Throws]" });
    expect(runs).toBe(1);
  });

  test("revoked proxies and traps that throw", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const angry = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error();
        },
      },
    );
    const tagged = {
      get [Symbol.toStringTag](): string {
        throw new Error();
      },
    };
    Object.setPrototypeOf(tagged, { x: 1 });
    expect(redact({ proxy, angry, list: [proxy], tagged })).toEqual({
      proxy: "[Unreadable]",
      angry: "[Unreadable]",
      list: ["[Unreadable]"],
      tagged: "[Unreadable]",
    });
    expect(redact(proxy)).toBe("[Unreadable]");
  });

  test("a proxy that shows another value each time is read once", () => {
    let reads = 0;
    const shifty = new Proxy(
      { a: "", b: secret },
      { get: (_t, key) => (key === "a" ? (reads++ ? secret : "x") : secret) },
    );
    expect(redact(shifty)).toEqual({ a: "x", b: CENSORED });
  });

  test("objects made to look like what they are not", () => {
    const fake = Object.create(Map.prototype, { a: { value: secret, enumerable: true } });
    expect((redact(fake) as { a: string }).a).toBe(CENSORED);
    class Tagged {
      s = secret;
      get [Symbol.toStringTag](): string {
        return "Map";
      }
    }
    expect((redact(new Tagged()) as Tagged).s).toBe(CENSORED);
  });

  test("depth 10,000", () => {
    let value: unknown = secret;
    for (let i = 0; i < 10_000; i++) value = i % 2 ? [value] : { v: value };
    let copy = redact(value);
    for (let i = 0; i < 10_000; i++) copy = Object.values(copy as object)[0];
    expect(copy).toBe(CENSORED);
  });

  test("a million numbers, and a length without elements", () => {
    const wide = Array.from({ length: 1_000_000 }, (_, i) => i);
    expect(redact({ wide })).toEqual({ wide });
    const sparse: unknown[] = [];
    sparse.length = 4_000_000_000;
    sparse[7] = secret;
    expect(redact({ sparse })).toEqual({ sparse: "[Unreadable]" });
  });

  test("an object without end", () => {
    const endless = (): object => Object.defineProperty({}, "next", { enumerable: true, get: endless });
    let at = redact(endless()) as { next?: unknown };
    for (let i = 0; i < 1000; i++) at = at.next as { next?: unknown };
    expect(at).toBeTypeOf("object");
  });
});
