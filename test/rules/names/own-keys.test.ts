import { describe, expect, test } from "vitest";
import { createRedactor, RedactorConfigError } from "../../../src/index.ts";

const redactor = createRedactor({ keys: ["diagnosis", "zip", "größe"] });
const GONE = "[REDACTED]";

/** What is a word, a placeholder or harmless under a name of the catalogue. */
const values = [
  "pending",
  "expired",
  "none",
  "valid",
  "f",
  "12",
  "yes",
  "undefined",
  "10.0.0.1",
  "/var/log/x",
  "null",
  "x",
  "<none>",
  `\${DIAGNOSIS}`,
  "string",
  "MongoCredentials",
  "(sensitive value)",
  41,
  0,
  -1.5,
  true,
  false,
].filter((value) => value !== "(sensitive value)");

test("a word in angle brackets", () => {
  expect(redactor.redact("diagnosis=<none> n=1")).toBe("diagnosis=[REDACTED]> n=1");
  expect(redactor.redact("diagnosis: <flu> n=1")).toBe("diagnosis: [REDACTED]> n=1");
  expect(redactor.redact("<diagnosis><b>flu</b></diagnosis>")).not.toContain("flu");
});

describe("a name of one's own hides whatever stands there", () => {
  test.each(values)("%j", (value) => {
    expect(redactor.redact({ diagnosis: value, n: 1 })).toEqual({ diagnosis: GONE, n: 1 });
    expect(redactor.redact(JSON.stringify({ diagnosis: value, n: 1 }))).toBe(`{"diagnosis":"${GONE}","n":1}`);
    if (/^[\w.-]+$/.test(String(value)) && value !== "null" && value !== "undefined")
      expect(redactor.redact(`diagnosis=${value} n=1`)).toBe(`diagnosis=${GONE} n=1`);
  });

  test("but nothing, and what is replaced already", () => {
    for (const value of ["", null, GONE, "***"]) {
      const text = JSON.stringify({ diagnosis: value, n: 1 });
      expect(redactor.redact(text)).toBe(text);
      expect(redactor.redact({ diagnosis: value, n: 1 })).toEqual({ diagnosis: value, n: 1 });
    }
    for (const text of ["diagnosis= n=1", "diagnosis=null n=1", "diagnosis:"])
      expect(redactor.redact(text)).toBe(text);
  });

  test("and every leaf of an array", () => {
    expect(redactor.redact({ diagnosis: ["pending", 41] })).toEqual({ diagnosis: [GONE, GONE] });
  });

  test("under names that the catalogue judges, too", () => {
    expect(redactor.redact("zip=12345 Größe: klein größe=12")).toBe(
      `zip=${GONE} Größe: ${GONE} größe=${GONE}`,
    );
    const own = createRedactor({ keys: ["token"] });
    expect(own.redact({ token: 12 })).toEqual({ token: GONE });
    expect(own.redact("password=none")).toBe("password=none");
  });
});

test("a name that the catalogue has for a word, or for the whole of a name, is one's own", () => {
  // But for names of credentials and cookies, which are read as the catalogue reads them: of `Bearer x`, all would be "Bearer".
  for (const name of ["pin", "otp", "code", "auth", "key", "token", "password", "_pin", "=code"]) {
    const own = createRedactor({ keys: [name] });
    for (const value of [41, "pending", "none", true, "f"])
      expect(own.redact({ [name.replace(/^[_=]/, "")]: value, n: 1 }), name).toEqual({
        [name.replace(/^[_=]/, "")]: GONE,
        n: 1,
      });
  }
  // Taken out, too.
  const out = createRedactor({ keys: ["!pin"] });
  expect(out.redact({ pin: "481516" })).toEqual({ pin: "481516" });
});

describe("a name with a censor of its own", () => {
  const value = { ssn: "078-05-1120", iban: "none", pin: 41, visit: "12", password: "hunter2" };

  test("beside others, in objects, text and bytes", () => {
    const own = createRedactor({
      keys: [
        "visit",
        { name: "ssn", censor: "mask" },
        { name: "iban", censor: (secret: string) => `${secret.length} characters` },
        { name: "pin", censor: { text: "(gone)" } },
      ],
      censor: "label",
    });
    const expected = {
      ssn: "***********",
      iban: "4 characters",
      pin: "(gone)",
      visit: "[REDACTED:user/key]",
      password: "[REDACTED:key/password]",
    };
    const text = JSON.stringify(value);
    expect(own.redact(value)).toEqual(expected);
    expect(JSON.parse(own.redact(text))).toEqual(expected);
    expect(String(own.redact(Buffer.from(text)))).toBe(JSON.stringify(expected));
    expect(own.redact(JSON.stringify({ pin: "(gone)" }))).toBe('{"pin":"(gone)"}');
    expect(own.scan("ssn=078-05-1120")).toEqual([{ rule: "user/key", start: 4, end: 15 }]);
    expect(own.stats().byRule).toMatchObject({ "user/key": 12, "key/password": 3 });
  });

  test("without one it is a name as any other; the same options have the same program, whatever the function", () => {
    expect(createRedactor({ keys: [{ name: "visit" }] }).redact({ visit: "12" })).toEqual({ visit: GONE });
    for (const letter of "ab")
      expect(
        createRedactor({ keys: [{ name: "visit", censor: () => letter }] }).redact({ visit: "12", ssn: 1 }),
      ).toEqual({ visit: letter, ssn: 1 });
  });

  test.each([
    [{ name: "user.ssn" }, "paths"],
    [{ name: "!ssn", censor: "mask" }, "cannot have a censor"],
    [{ name: 7 }, "it contains 7"],
    [{ censor: "mask" }, "needs a name"],
    [{ name: "ssn", censer: "mask" }, "censer"],
    [{ name: "ssn", censor: "stars" }, "stars"],
    [["ssn"], "array of names"],
  ])("%j is refused", (key, said) => {
    expect(() => createRedactor({ keys: [key as never] })).toThrow(RedactorConfigError);
    expect(() => createRedactor({ keys: [key as never] })).toThrow(said);
  });
});

test("a name with blanks is one as the name of a pair, where it is all of its string", () => {
  const { redact } = createRedactor({ keys: ["home address"] });
  for (const pair of [
    { name: "home address", value: "5 Elm Street" },
    { key: "Home Address", value: "5 Elm Street" },
    { value: "5 Elm Street", name: "home address" },
  ]) {
    expect(redact(pair)).toEqual({ ...pair, value: GONE });
    expect(redact(JSON.stringify(pair))).toBe(JSON.stringify({ ...pair, value: GONE }));
  }
  for (const pair of [
    { name: "home addresses", value: "5 Elm Street" },
    { name: "no home address", value: "5 Elm Street" },
    { value: "5 Elm Street", name: "no home address" },
    { value: "5 Elm Street", name: "home address kept" },
  ]) {
    expect(redact(pair)).toBe(pair);
    expect(redact(JSON.stringify(pair))).toBe(JSON.stringify(pair));
  }
});

test("names in other scripts, and with blanks, are names", () => {
  const own = createRedactor({ keys: ["пароль", "密码", "date of birth", "größe"] });
  for (const name of ["пароль", "Пароль", "密码", "date of birth", "date_of_birth", "dateOfBirth", "Größe"]) {
    expect(own.redact({ [name]: "x1" })).toEqual({ [name]: GONE });
    expect(own.redact(JSON.stringify({ [name]: "x1" }))).toBe(JSON.stringify({ [name]: GONE }));
  }
});

describe("a name that cannot work is refused, with what would", () => {
  test.each([
    ["user.ssn", "paths"],
    ["users[0]", "paths"],
    ["*mail", "patterns"],
    ["", "letters"],
    ["!", "letters"],
    ["!no such name", "!no such name"],
  ])("%j", (name, said) => {
    expect(() => createRedactor({ keys: [name] })).toThrow(RedactorConfigError);
    expect(() => createRedactor({ keys: [name] })).toThrow(said);
  });
});

describe("a name of the catalogue that is one's own as well", () => {
  test.each(["cookie", "set-cookie", "authorization", "proxy-authorization"])(
    "%s hides all of it",
    (name) => {
      const own = createRedactor({ keys: [name] });
      for (const value of [
        41,
        true,
        "f",
        "none",
        "Zq8Lw2XkR4vN7tPz",
        "two words",
        "sid=1; path=/",
        "Bearer x",
      ]) {
        expect(own.redact({ [name]: value, n: 1 })).toEqual({ [name]: GONE, n: 1 });
        expect(own.redact({ [name]: [value], n: 1 })).toEqual({ [name]: [GONE], n: 1 });
        expect(own.redact(`level=info ${name}="${value}" n=1`)).toBe(`level=info ${name}="${GONE}" n=1`);
        expect(own.redact(`<a><${name}>${value}</${name}></a>`)).toBe(`<a><${name}>${GONE}</${name}></a>`);
      }
      for (const value of ["41", "none", "f", "/var/log/x"])
        expect(own.redact(`a: 1\n${name}: ${value}\nb: 2\n`)).toBe(`a: 1\n${name}: ${GONE}\nb: 2\n`);
    },
  );

  test("what no quotes enclose is read as the catalogue reads it", () => {
    const own = createRedactor({ keys: ["cookie", "authorization", "api key"] });
    expect(own.redact("Authorization: Bearer abc.def\n")).toBe(`Authorization: Bearer ${GONE}\n`);
    expect(own.redact("Cookie: sid=abc; theme=x1\n")).toBe(`Cookie: sid=${GONE}; theme=${GONE}\n`);
    // As without a name of one's own.
    for (const [name, value] of [
      ["API_KEY_PROD", "Zq8Lw2XkR4vN7tPz"],
      ["API_KEY_2", "Zq8Lw2XkR4vN7tPz"],
      ["STRIPE_API_KEY", "none"],
    ])
      expect(own.redact(`${name}=${value}`)).toBe(`${name}=${GONE}`);
  });
});

describe("a pair whose name is one's own", () => {
  const own = createRedactor({ keys: ["code", "x-note"] });

  test.each(["pending", "none", 41, true, "/var/log/x", "-"])("hides %j", (value) => {
    expect(own.redact({ name: "code", value, n: 1 })).toEqual({ name: "code", value: GONE, n: 1 });
    const listed = { rawHeaders: ["Host", "a.example", "X-Note", String(value), "Accept", "*/*"] };
    expect(own.redact(listed).rawHeaders).toEqual(["Host", "a.example", "X-Note", GONE, "Accept", "*/*"]);
    expect(own.redact({ name: "color", value, n: 1 })).toEqual({ name: "color", value, n: 1 });
  });

  test("but a list of names has no values", () => {
    const names = { exposedHeaders: ["x-note", "content-type", "accept"] };
    expect(own.redact(names)).toEqual(names);
    expect(own.redact('["status","code","type"]')).toBe('["status","code","type"]');
  });
});

test("objects and their JSON come out the same under names of one's own, once and again", () => {
  const keys = ["cookie", "set-cookie", "authorization", "api key", "code", "x-note"];
  const own = createRedactor({ keys });
  const texts = ["", "41", "none", "two words", "sid=1; path=/", "Bearer x", "a=b", '{"a":1}', "[1]", "\n"];
  const more = ["x\ny", "it's", '"q"', ";", "=", "a;", 41, true, null, 0, ["a", "b"], { a: 1 }, [{ b: "x" }]];
  const lists = [{ path: "/" }, ["sid=1; path=/"], []];
  for (const name of [...keys, "Cookie", "apiKey", "API_KEY_PROD", "other"])
    for (const value of [...texts, ...more, ...lists]) {
      const object = { [name]: value, n: 1 };
      const once = own.redact(object);
      expect(JSON.parse(own.redact(JSON.stringify(object)))).toEqual(once);
      expect(own.redact(once)).toEqual(once);
    }
});
