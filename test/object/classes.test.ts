import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { CENSORED, redact } from "./walker.ts";

const secret = "s3cr3tabc";

describe("classes", () => {
  test("Error: class, message, stack, cause, errors and own properties", () => {
    const cause = new TypeError(`cause ${secret}`);
    const error = Object.assign(new RangeError(`bad ${secret}`, { cause }), {
      code: 5,
      config: { password: "hunter22x" },
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
      password = "hunter22x";
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
      password = "hunter22x";
      toJSON(): unknown {
        return { id: this.#id };
      }
    }
    expect(JSON.stringify(redact({ s: new Session() }))).toBe(`{"s":{"id":"x"}}`);
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
        ["authorization", "hunter22x"],
        ["set-cookie", "a=hunter22x"],
        ["set-cookie", "b=hunter22y"],
      ]),
    ) as Headers;
    expect(headers).toBeInstanceOf(Headers);
    expect(headers.get("authorization")).toBe(CENSORED);
    expect(headers.getSetCookie()).toEqual([`a=${CENSORED}`, `b=${CENSORED}`]);
    const params = redact(new URLSearchParams("a=1&password=hunter22x")) as URLSearchParams;
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

describe("what an object says when it is asked", () => {
  class Session {
    readonly #token = secret;
    readonly id = 1;
    toJSON(): unknown {
      return { token: this.#token, id: this.id };
    }
  }

  test("toJSON's own words are redacted, the application's object stays", () => {
    const session = new Session();
    const copy = redact({ session }) as { session: Session };
    expect(copy.session).toBeInstanceOf(Session);
    expect(JSON.stringify(copy)).toBe(`{"session":{"token":"${CENSORED}","id":1}}`);
    expect(JSON.stringify(session)).toContain(secret);
    expect(Object.keys(copy.session)).toEqual(["id"]);
  });

  test.each<[string, object, string]>([
    ["a text", { toJSON: () => secret }, `"${CENSORED}"`],
    ["a text under a name", { password: { toJSON: () => "hunter22x" } }, `{"password":"${CENSORED}"}`],
    ["a name", { toJSON: () => ({ password: "hunter22x" }) }, `{"password":"${CENSORED}"}`],
    ["of an array", Object.assign([1], { toJSON: () => [secret] }), `["${CENSORED}"]`],
    ["of a map", Object.assign(new Map(), { toJSON: () => [secret] }), `["${CENSORED}"]`],
    ["of an error", Object.assign(new Error("m"), { toJSON: () => ({ m: secret }) }), `{"m":"${CENSORED}"}`],
    [
      "inside what another says",
      { toJSON: () => ({ in: new Session() }) },
      `{"in":{"token":"${CENSORED}","id":1}}`,
    ],
  ])("%s", (_, value, json) => {
    expect(JSON.stringify(redact(value))).toBe(json);
  });

  test("clean, throwing, saying itself or without end: the object, or a copy, and no error", () => {
    const clean = { toJSON: () => ({ a: 1 }) };
    expect(redact(clean)).toBe(clean);
    const itself = { a: 1, toJSON: (): unknown => itself };
    expect(redact(itself)).toBe(itself);
    const throwing = {
      password: "hunter22x",
      toJSON: () => {
        throw new Error(secret);
      },
    };
    expect((redact(throwing) as typeof throwing).password).toBe(CENSORED);
    expect(JSON.stringify(redact({ throwing }))).toBe('{"throwing":"[Throws]"}');
    const trapped = new Proxy(
      {},
      {
        get: () => {
          throw new Error(secret);
        },
      },
    );
    expect(JSON.stringify(redact({ trapped }))).toBe('{"trapped":"[Throws]"}');
    const other = { other: new Session(), password: "hunter22x" };
    expect(JSON.stringify(redact(other))).toContain(`"id":1`);
  });

  test("FormData, Request and Response, which show their fields by util.inspect alone", () => {
    const form = new FormData();
    form.append("password", "hunter22x");
    form.append("note", "plain");
    form.append("file", new Blob(["body"]), "name.txt");
    const copy = redact({ form }) as { form: FormData };
    expect(copy.form).toBeInstanceOf(FormData);
    expect(copy.form.get("password")).toBe(CENSORED);
    expect(copy.form.get("note")).toBe("plain");
    expect((copy.form.get("file") as File).size).toBe(4);
    expect(form.get("password")).toBe("hunter22x");

    const headers = { authorization: "Bearer hunter22x", accept: "text/plain" };
    const request = new Request(`https://h.example/?q=${secret}`, { headers });
    const response = new Response("body", { headers: { "x-note": secret, server: "s" } });
    for (const message of [request, response]) {
      const shown = inspect(redact({ message }), { depth: 9 });
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain("Bearer hunter22x");
      expect(shown).toContain(CENSORED);
      expect(JSON.stringify(redact({ message }))).toBe(JSON.stringify({ message }));
    }
    expect(request.headers.get("authorization")).toBe("Bearer hunter22x");
    const clean = new Request("https://h.example/");
    expect(redact(clean)).toBe(clean);
  });
});
