import { describe, expect, test } from "vitest";
import { redactValue } from "../../src/object/walk.ts";
import { CENSORED, FakeRedactor } from "./fake.ts";

const secret = "s3cr3tabc";
const redact = (value: unknown): unknown => redactValue(value, new FakeRedactor());

describe("classes", () => {
  test("Error: class, message, stack, cause, errors and own properties", () => {
    const cause = new TypeError(`cause ${secret}`);
    const error = Object.assign(new RangeError(`bad ${secret}`, { cause }), {
      code: 5,
      config: { password: "x" },
    });
    const copy = redact(error) as typeof error;
    expect(copy).not.toBe(error);
    expect(copy).toBeInstanceOf(RangeError);
    expect(copy.name).toBe("RangeError");
    expect(copy.message).toBe(`bad ${CENSORED}`);
    expect(copy.stack).toBe(error.stack!.replaceAll(secret, CENSORED));
    expect((copy.cause as Error).message).toBe(`cause ${CENSORED}`);
    expect(copy.config).toEqual({ password: CENSORED });
    expect(Object.keys(copy)).toEqual(["code", "config"]);
    expect(error.message).toBe(`bad ${secret}`);

    const aggregate = new AggregateError([new Error(secret)], "many");
    const many = redact(aggregate) as AggregateError;
    expect(many).toBeInstanceOf(AggregateError);
    expect(many.errors[0].message).toBe(CENSORED);
    expect(many.message).toBe("many");
  });

  test("DOMException keeps its name", () => {
    const copy = redact(new DOMException(secret, "AbortError")) as Error;
    expect(copy.name).toBe("AbortError");
    expect(copy.message).toBe(CENSORED);
  });

  test("instances keep their prototype", () => {
    class User {
      password = "x";
      get upper(): string {
        return this.password.toUpperCase();
      }
    }
    const copy = redact(new User()) as User;
    expect(copy).toBeInstanceOf(User);
    expect(copy.upper).toBe(CENSORED.toUpperCase());
  });

  test("a copy whose toJSON wants private fields does not throw", () => {
    class Session {
      #id = "x";
      password = "x";
      toJSON(): unknown {
        return { id: this.#id };
      }
    }
    expect(JSON.stringify(redact({ s: new Session() }))).toBe(`{"s":{"password":"${CENSORED}"}}`);
  });

  test("Map and Set subclasses", () => {
    class Bag extends Set<unknown> {
      label = secret;
    }
    const copy = redact(new Bag([secret, 1])) as Bag;
    expect(copy).toBeInstanceOf(Bag);
    expect([...copy]).toEqual([CENSORED, 1]);
    expect(copy.label).toBe(CENSORED);
    expect(redact(new Map<unknown, unknown>([[{ k: 1 }, secret]]))).toEqual(new Map([[{ k: 1 }, CENSORED]]));
  });

  test("Headers, URLSearchParams and URL become new ones", () => {
    const headers = redact(
      new Headers([
        ["authorization", "Bearer x"],
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
      ]),
    ) as Headers;
    expect(headers).toBeInstanceOf(Headers);
    expect(headers.get("authorization")).toBe(CENSORED);
    expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    const params = redact(new URLSearchParams("a=1&password=x")) as URLSearchParams;
    expect(params).toBeInstanceOf(URLSearchParams);
    expect(params.get("password")).toBe(CENSORED);
    const url = redact({ u: new URL(`https://h/?q=${secret}`) }) as { u: URL };
    expect(url.u).toBeInstanceOf(URL);
    expect(decodeURIComponent(url.u.search)).toBe(`?q=${CENSORED}`);
    expect(redact({ u: new URL(`https://${secret}/`) })).toEqual({ u: `https://${CENSORED}/` });
  });

  test("bytes", () => {
    const copy = redact({ body: Buffer.from(secret), same: Buffer.from("x") }) as { body: Buffer };
    expect(Buffer.isBuffer(copy.body)).toBe(true);
    expect(copy.body.toString()).toBe(CENSORED);
  });

  test("boxed strings", () => {
    const copy = redact([Object(secret)]) as [string];
    expect(`${copy[0]}`).toBe(CENSORED);
  });

  test("arrays: holes, named properties", () => {
    const match = /s3(cr3t)/.exec(`${secret}`)!;
    const copy = redact(match) as RegExpExecArray;
    expect(copy.input).toBe(CENSORED);
    const holes = new Array<unknown>(3);
    holes[0] = secret;
    const holed = redact(holes) as unknown[];
    expect(holed.length).toBe(3);
    expect(1 in holed).toBe(false);
  });
});
