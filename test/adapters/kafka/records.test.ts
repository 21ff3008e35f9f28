import { isUtf8 } from "node:buffer";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { KafkaError } from "../../../src/adapters/kafka/errors.ts";
import { COMPRESSED, isCompressed } from "../../../src/adapters/kafka/records/compressed.ts";
import { keysMayMeet } from "../../../src/adapters/kafka/records/keys.ts";
import { type RecordOptions, RecordRedactor } from "../../../src/adapters/kafka/records/records.ts";
import { Refused } from "../../../src/adapters/kafka/records/refused.ts";
import { createRedactor, type RedactorOptions } from "../../../src/redactor/redactor.ts";

const record = (partition: number, offset: number, value = "x") => ({
  topic: "raw",
  partition,
  offset,
  value: Buffer.from(value),
});

describe("a record", () => {
  const redactor = createRedactor();
  const given = {
    ...record(0, 1, '{"password":"hunter2"}'),
    key: Buffer.from("password=hunter2"),
    timestamp: 12,
    headers: [
      { authorization: Buffer.from("Bearer hunter2hunter2") },
      { trace: Buffer.from([0xff, 0x00, 0xc3]) },
      { trace: Buffer.from("again") },
    ],
  };

  test("only its value is redacted; key, headers and time are as they were", () => {
    const { value, key, headers, timestamp, isWithheld } = new RecordRedactor(redactor, {}).redact(given);
    expect(String(value)).toBe('{"password":"[REDACTED]"}');
    expect([key, headers, timestamp, isWithheld]).toEqual([given.key, given.headers, 12, false]);
  });

  test("key and headers by option, a header by its name, bytes that are not UTF-8 as they were", () => {
    const clean = new RecordRedactor(redactor, { redactKeys: true, redactHeaders: true }).redact(given);
    expect(String(clean.key)).toBe("password=[REDACTED]");
    expect(
      clean.headers!.map((header) =>
        Object.entries(header).map(([name, value]) => [name, Buffer.from(value)]),
      ),
    ).toEqual([
      [["authorization", Buffer.from("Bearer [REDACTED]")]],
      [["trace", Buffer.from([0xff, 0x00, 0xc3])]],
      [["trace", Buffer.from("again")]],
    ]);
  });

  test("a tombstone stays one, and an empty value is none", () => {
    const redact = new RecordRedactor(redactor, {});
    expect(redact.redact({ ...given, value: null }).value).toBeNull();
    expect(redact.redact({ ...given, value: Buffer.alloc(0) }).value).toEqual(Buffer.alloc(0));
    expect(redact.redact({ ...given, timestamp: -1 }).timestamp).toBeNull();
  });

  test("what cannot be redacted is withheld, and known as that; the same text in a record is not", () => {
    const failing = createRedactor({
      censor: () => {
        throw new Error("no");
      },
    });
    const records = new RecordRedactor(failing, {});
    const clean = records.redact(given);
    expect([String(clean.value), clean.isWithheld]).toEqual(["[scrubjay: line withheld]", true]);
    const quoted = new RecordRedactor(redactor, {}).redact(
      record(0, 2, "password=hunter2 [scrubjay: line withheld]"),
    );
    expect([String(quoted.value), quoted.isWithheld]).toEqual([
      "password=[REDACTED] [scrubjay: line withheld]",
      false,
    ]);
  });

  test("where the redactor itself fails, nothing of it is left", () => {
    const broken = { ...redactor, redact: () => expect.fail("broken") as never };
    const clean = new RecordRedactor(broken, { redactKeys: true }).redact(given);
    expect(String(clean.value)).toBe("[scrubjay: line withheld]");
    // Its own: a compacted topic would keep one of all that are withheld.
    expect(String(clean.key)).toBe("[scrubjay: line withheld] raw/0/1");
    expect(JSON.stringify(clean)).not.toContain("hunter2");
    expect(clean.isWithheld).toBe(true);
  });
});

describe("a key that is redacted", () => {
  const failing = createRedactor({
    censor: () => {
      throw new Error("no");
    },
  });

  test("and cannot be is one that no other record has", () => {
    const records = new RecordRedactor(failing, { redactKeys: true });
    const keys = [1, 2].map((offset) => {
      const clean = records.redact({ ...record(0, offset), key: "password=hunter2" });
      expect([String(clean.value), clean.isWithheld]).toEqual(["x", true]);
      return clean.key;
    });
    expect(keys).toEqual(["[scrubjay: line withheld] raw/0/1", "[scrubjay: line withheld] raw/0/2"]);
  });

  test("is redacted in what stands for a withheld record, too; one that is not stays", () => {
    const given = { ...record(0, 1), key: "password=hunter2", timestamp: 7 };
    const redacted = new RecordRedactor(createRedactor(), { redactKeys: true }).withhold(given, "too-large");
    expect([String(redacted.key), redacted.timestamp]).toEqual(["password=[REDACTED]", 7]);
    const records = new RecordRedactor(createRedactor(), {});
    expect(records.withhold(given, "too-large").key).toBe("password=hunter2");
    expect(records.withhold(given, "too-large", true)).toMatchObject({ key: "raw/0/1", timestamp: null });
    expect(
      new RecordRedactor(failing, { redactKeys: true }).withhold({ ...given, key: null }, "refused").key,
    ).toBe(null);
  });
});

describe("bytes that are not UTF-8", () => {
  const secret = "password=hunter2";
  const latin1 = Buffer.from(`Straße ${secret}`, "latin1");
  const forms: readonly [string, Buffer][] = [
    ["gzip", gzipSync(secret)],
    ...[1, 5, 6, 9].map((level): [string, Buffer] => [`zlib ${level}`, deflateSync(secret, { level })]),
  ];
  const redact = (value: Buffer, options: RecordOptions = {}) =>
    new RecordRedactor(createRedactor(), options).redact({ ...record(0, 1), value });

  test.each(forms)("what is compressed is withheld: %s", (_, value) => {
    expect(isUtf8(value)).toBe(false);
    const clean = redact(value);
    expect([String(clean.value), clean.isWithheld]).toEqual(["[scrubjay: line withheld]", true]);
    expect(redact(value, { binary: "pass" }).value).toEqual(value);
  });

  test("each form is known by its first bytes, and by all of them", () => {
    for (const { name, begins } of COMPRESSED) {
      expect([name, isCompressed(Uint8Array.from([...begins, 0x80]))]).toEqual([name, true]);
      const near = begins.map((byte, i) => (i === begins.length - 1 ? byte ^ 0x20 : byte));
      expect([name, isCompressed(Uint8Array.from([...near, 0x80]))]).toEqual([name, false]);
    }
  });

  test("other bytes are redacted as they are, and counted", () => {
    const records = new RecordRedactor(createRedactor(), {});
    const { value, isWithheld } = records.redact({ ...record(0, 1), value: latin1 });
    expect([value!.toString("latin1"), isWithheld]).toEqual(["Straße password=[REDACTED]", false]);
    expect(records.binaries).toBe(1);
    expect(String(redact(latin1, { binary: "withhold" }).value)).toBe("[scrubjay: line withheld]");
    // Text that begins as a zip file does is text.
    expect(String(redact(Buffer.from(`x\u0001 ${secret}`)).value)).toBe("x\u0001 password=[REDACTED]");
    expect(String(redact(Buffer.from(`PK\u0003\u0004 ${secret}`)).value)).toContain("[REDACTED]");
  });

  test("a header that is compressed is withheld where headers are redacted", () => {
    const headers = [{ body: gzipSync(secret) }];
    const clean = (options: RecordOptions) =>
      new RecordRedactor(createRedactor(), options).redact({ ...record(0, 1), headers });
    expect(String(clean({ redactHeaders: true }).headers![0]!.body)).toBe("[scrubjay: line withheld]");
    expect(clean({ redactHeaders: true }).isWithheld).toBe(true);
    expect(clean({}).headers).toBe(headers);
  });
});

describe("keys may meet by redaction", () => {
  test.each<[RedactorOptions, boolean]>([
    [{}, true],
    [{ censor: "label" }, true],
    [{ censor: "hash" }, false],
    [{ censor: { "*": "hash", "jwt/*": "hash" } }, false],
    [{ censor: { "*": "hash", "jwt/*": "label" } }, true],
    [{ censor: { "jwt/*": "hash" } }, true],
    [{ censor: "hash", keys: ["ssn", { name: "iban" }] }, false],
    [{ censor: "hash", keys: [{ name: "iban", censor: "mask" }] }, true],
    [{ censor: () => "x" }, true],
  ])("%j: %s", (options, may) => {
    expect(keysMayMeet(options)).toBe(may);
  });
});

describe("refused records", () => {
  const refused = new KafkaError("session", "no", 10);

  test("are found by smaller batches, and forgotten once they are written", () => {
    const found = new Refused();
    const all = Array.from({ length: 10_000 }, (_, offset) => record(0, offset));
    let batch = all;
    let tries = 0;
    while (batch.length > 1) {
      found.failed(batch, refused);
      batch = all.slice(0, found.maxRecords(10_000));
      tries++;
    }
    expect(tries).toBe(4);
    expect(found.of(all[0]!)).toBeUndefined();
    found.failed(batch, refused);
    expect(found.of(all[0]!)).toMatchObject({ reason: "too-large", times: 1 });
    found.passed(batch);
    expect([found.of(all[0]!), found.maxRecords(10_000)]).toEqual([undefined, 10_000]);
  });

  test("where smaller batches pass, the usual one is too large for the topic", () => {
    const found = new Refused();
    const all = Array.from({ length: 1_000 }, (_, offset) => record(0, offset));
    found.failed(all, refused);
    expect(found.maxRecords(1_000)).toBe(62);
    for (let i = 0; i < 1_000; i += 62) found.passed(all.slice(i, i + 62));
    expect(found.maxRecords(1_000)).toBe(500);
  });

  test("other failures are none of a record", () => {
    const found = new Refused();
    found.failed([record(0, 1)], new KafkaError("session", "no", 22));
    expect([found.of(record(0, 1)), found.maxRecords(100)]).toEqual([undefined, 100]);
  });
});
