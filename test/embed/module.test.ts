import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as abi from "../../src/embed/abi.ts";
import { embeddingModule, Host, HostError } from "./host.ts";
import { compilePolicy } from "./vectors.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (of: Uint8Array): string => Buffer.from(of).toString();
const header = readFileSync(new URL("../../src/embed/scrubjay.h", import.meta.url), "utf8");

function codeOf(call: () => unknown): number {
  try {
    call();
    return 0;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    expect(error.message).toMatch(/^[a-zA-Z0-9 ,.:;_=]{20,}$/);
    return error.code;
  }
}

describe("the module", () => {
  test("imports nothing, and exports what the header says", () => {
    // Without an object to import from it cannot be instantiated if there is anything.
    const names = Object.keys(new WebAssembly.Instance(embeddingModule(), {}).exports);
    const declared = [...header.matchAll(/^\w+ (sj_\w+)\(/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...declared, "malloc", "free", "memory"].sort());
  });

  test("has the codes and numbers of the header", () => {
    const defined = [...header.matchAll(/^#define SJ_(\w+) (-?\d+)/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(defined.length).toBeGreaterThan(10);
    const constants = new Map<string | undefined, unknown>(Object.entries(abi));
    for (const [name, value] of defined) expect(constants.get(name), name).toBe(Number(value));
    expect(new Host().calls.sj_abi!()).toBe((abi.ABI_MAJOR << 16) | abi.ABI_MINOR);
  });

  test("tells a policy by its id, which the command tells, too", () => {
    const policy = compilePolicy({ keys: ["ssn"], censor: "label" });
    const [first, second] = [new Host({ policy }), new Host({ policy })];
    expect(first.policy).toBe(second.policy);
    expect(first.policy).toMatch(/^[0-9a-f]{32}$/);
    expect(first.policy).not.toBe(new Host().policy);
    expect(Buffer.from(compilePolicy({ censor: "label", keys: ["ssn"] }))).toEqual(Buffer.from(policy));
    expect(new Host({ policy: compilePolicy({}) }).policy).toBe(new Host().policy);
  });

  test("lists matches with offsets in the whole input, also of one that came in pieces", () => {
    const host = new Host();
    expect(text(host.feed(bytes("a=1 password=hun"), false))).toBe("a=1 ".concat("password="));
    expect(host.matches()).toEqual([]);
    host.feed(bytes("ter2 and\n"), false);
    expect(host.matches()).toEqual([{ rule: "key/password", start: 13, end: 20, checked: 0 }]);
    host.feed(bytes(""), true);
    host.redact(bytes("x token=abcdef12"));
    expect(host.matches()).toEqual([{ rule: "key/token", start: 8, end: 16, checked: 0 }]);
  });

  test("keeps streams apart that take turns", () => {
    const first = new Host();
    const second = new Host({ shares: first });
    const out = [first, second, first, second].map((host, i) =>
      text(host.feed(bytes(i < 2 ? "password=" : "hunter2 x\n"), false)),
    );
    const rest = [first, second].map((host) => text(host.feed(bytes(""), true)));
    expect(out[0]! + out[2] + rest[0]).toBe("password=[REDACTED] x\n");
    expect(out[1]! + out[3] + rest[1]).toBe("password=[REDACTED] x\n");
  });

  test("goes on in another instance where a snapshot was written", () => {
    const policy = compilePolicy({ censor: "hash" });
    const options = { policy, key: "for-tests-only-1" };
    const line = bytes('{"password":"hunter2hunter2","a":1}\n-----BEGIN PRIVATE KEY-----\nabcdef\n');
    const whole = text(new Host(options).feed(line, true));
    // Each instance takes some milliseconds.
    const shared = new Host(options);
    for (let cut = 0; cut <= line.length; cut++) {
      const first = new Host({ ...options, shares: shared });
      const begin = text(first.feed(line.subarray(0, cut), false));
      first.check(first.calls.sj_snapshot!(first.handle));
      const snapshot = first.output;
      const second = new Host({ ...options, ...(cut % 8 !== 0 && { shares: shared }) });
      second.withBytes(snapshot, (at, size) =>
        second.check(second.calls.sj_restore!(second.handle, at, size)),
      );
      expect(begin + text(second.feed(line.subarray(cut), true)), `cut at ${cut}`).toBe(whole);
    }
  });
});

describe("bad input is an error with a message that has nothing of it", () => {
  const host = new Host();
  const open = (policy: Uint8Array) => codeOf(() => new Host({ policy }));

  test("handles, lengths and the order of calls", () => {
    const { calls, handle } = host;
    const call = (name: string, ...args: (number | bigint)[]) =>
      codeOf(() => host.check(calls[name]!(...args)));
    for (const odd of [0, -1, 2, 1025, 2 ** 31 - 1]) expect(call("sj_input", odd)).toBe(abi.BAD_HANDLE);
    for (const name of ["sj_feed", "sj_redact"]) expect(call(name, handle, 1, 0)).toBe(abi.BAD_ORDER);
    host.lay(bytes("x"));
    for (const odd of [-1, abi.INPUT_MOST + 1]) expect(call("sj_feed", handle, odd, 0)).toBe(abi.BAD_LENGTH);
    expect(call("sj_field", handle, abi.INPUT_MOST, 1)).toBe(abi.BAD_LENGTH);
    expect(call("sj_field", handle, 2 ** 31 - 1, 2 ** 31 - 1)).toBe(abi.BAD_LENGTH);
    const other = new Host({ shares: host });
    other.lay(bytes("y"));
    expect(call("sj_feed", handle, 1, 0)).toBe(abi.BAD_ORDER);
    other.feed(bytes("y"), false);
    expect(call("sj_out", handle)).toBe(abi.BAD_ORDER);
    expect(codeOf(() => other.redact(bytes("z")))).toBe(abi.BAD_ORDER);
    expect(call("sj_close", other.handle)).toBe(0);
    expect(call("sj_close", other.handle)).toBe(abi.BAD_HANDLE);
    expect(call("sj_out", other.handle)).toBe(abi.BAD_HANDLE);
    expect([-1, 2 ** 30].map((size) => calls.sj_alloc!(size))).toEqual([0, 0]);
  });

  test("a value whose JSON has no room is no error that shows it, and the next one is redacted", () => {
    expect(codeOf(() => host.field(bytes("password"), Buffer.alloc(60_000, 1)))).toBe(abi.BAD_LENGTH);
    expect(text(host.field(bytes("password"), bytes("hunter2")))).toBe("[REDACTED]");
  });

  test("policies that are broken, of another version, or not this instance's", () => {
    const policy = compilePolicy({ keys: ["ssn"] });
    const changed = (at: number, value: number): Uint8Array =>
      policy.map((byte, i) => (i === at ? byte ^ value : byte));
    expect(open(changed(0, 1))).toBe(abi.BAD_POLICY);
    expect(open(changed(policy.length - 1, 1))).toBe(abi.BAD_POLICY);
    expect(open(policy.subarray(0, policy.length - 1))).toBe(abi.BAD_POLICY);
    expect(open(policy.subarray(0, 10))).toBe(abi.BAD_POLICY);
    expect(open(changed(abi.POLICY_FORMAT, 2))).toBe(abi.OTHER_VERSION);
    expect(open(changed(abi.POLICY_BASE, 2))).toBe(abi.OTHER_VERSION);
    expect(codeOf(() => new Host({ policy, shares: host }))).toBe(abi.OTHER_POLICY);
  });

  test("a pseudonym without a key, and keys that are none", () => {
    const policy = compilePolicy({ censor: "hash" });
    expect(codeOf(() => new Host({ policy }).redact(bytes("password=hunter2")))).toBe(abi.NO_KEY);
    const long = "0123456789abcdef";
    for (const key of [
      "",
      " ",
      "short",
      `${long} ${long}`,
      `a:${long} b:short`,
      `${"i".repeat(17)}:${long} b:${long}`,
    ])
      expect(
        codeOf(() => new Host({ policy, key })),
        key,
      ).toBe(abi.BAD_KEY);
  });

  test("snapshots of something else", () => {
    const restore = (snapshot: Uint8Array) =>
      codeOf(() =>
        host.withBytes(snapshot, (at, size) => host.check(host.calls.sj_restore!(host.handle, at, size))),
      );
    host.check(host.calls.sj_snapshot!(host.handle));
    const snapshot = host.output;
    expect(restore(snapshot)).toBe(0);
    for (const odd of [snapshot.subarray(1), snapshot.subarray(0, 20), Buffer.concat([snapshot, bytes("x")])])
      expect(restore(odd)).toBe(abi.BAD_SNAPSHOT);
  });

  test("more streams than there is room for", () => {
    const crowded = new Host();
    for (let i = 1; i < abi.STREAMS_MOST; i++) new Host({ shares: crowded });
    expect(codeOf(() => new Host({ shares: crowded }))).toBe(abi.TOO_MANY);
    crowded.check(crowded.calls.sj_close!(5));
    expect(new Host({ shares: crowded }).handle).toBe(5);
  });

  test("an instance that was stopped in the middle of a call does nothing more", () => {
    const stopped = new Host();
    stopped.lay(bytes("password=hunter2"));
    // A program that leads nowhere: the kernel stops.
    new Uint8Array(stopped.memory.buffer).fill(0xff, 0x68000, 0x68000 + 160);
    expect(() => stopped.calls.sj_redact!(stopped.handle, 16)).toThrow(/unreachable|out of bounds/);
    for (const name of ["sj_input", "sj_out", "sj_redact", "sj_snapshot", "sj_close"])
      expect(stopped.calls[name]!(stopped.handle, 1), name).toBe(abi.STOPPED);
    expect(stopped.calls.sj_open!(0, 0)).toBe(abi.STOPPED);
  });
});
