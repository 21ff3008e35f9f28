import { createHash, createHmac } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { compileAssembly } from "../../build/assembly.js";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const TO = 60_000;

interface Sha256 {
  readonly memory: WebAssembly.Memory;
  start(): void;
  update(from: number, size: number): void;
  finish(to: number): void;
  hmac(key: number, keySize: number, text: number, size: number, to: number): void;
}

let module: Sha256;
beforeAll(async () => {
  const args = [
    join("embed", "secret", "sha256.ts"),
    "--runtime",
    "stub",
    "--use",
    "abort=",
    "--initialMemory",
    "1",
  ];
  const wasm = new Uint8Array(await compileAssembly([...args, "--optimizeLevel", "1"], src));
  module = new WebAssembly.Instance(new WebAssembly.Module(wasm), {}).exports as unknown as Sha256;
});

const lay = (bytes: Uint8Array, at: number): void => new Uint8Array(module.memory.buffer).set(bytes, at);
const hexAt = (at: number): string => Buffer.from(module.memory.buffer, at, 32).toString("hex");

function digest(bytes: Uint8Array, piece = bytes.length): string {
  module.start();
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece);
    lay(part, 4096);
    module.update(4096, part.length);
  }
  module.finish(TO);
  return hexAt(TO);
}

/** https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values, SHA-256, and FIPS 180-2, B.3. */
test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  [
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
  ],
])("NIST's example %j", (text, expected) => {
  expect(digest(Buffer.from(text))).toBe(expected);
});

test("NIST's million letters", () => {
  const expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
  expect(digest(Buffer.alloc(1_000_000, "a"), 999)).toBe(expected);
});

test("every length around a block, in pieces of any size, as Node has it", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * 37 + length) & 255));
    const expected = createHash("sha256").update(bytes).digest("hex");
    for (const piece of [1, 7, 63, 64, 200])
      expect(digest(bytes, piece), `${length}/${piece}`).toBe(expected);
  }
});

/** https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values, HMAC_SHA256. */
test.each([
  [
    64,
    "Sample message for keylen=blocklen",
    "8bb9a1db9806f20df7f77b82138c7914d174d59e13dc4d0169c9057b133e1d62",
  ],
  [
    32,
    "Sample message for keylen<blocklen",
    "a28cf43130ee696a98f14a37678b56bcfcbdd9e5cf69717fecf5480f0ebdf790",
  ],
  [
    100,
    "Sample message for keylen=blocklen",
    "bdccb6c72ddeadb500ae768386cb38cc41c63dbb0878ddb9c7a38a431b78378d",
  ],
])("NIST's HMAC with a key of %i bytes", (size, text, expected) => {
  const key = Uint8Array.from({ length: size }, (_, i) => i);
  lay(key, 4096);
  lay(Buffer.from(text), 8192);
  module.hmac(4096, size, 8192, text.length, TO);
  expect(createHmac("sha256", key).update(text).digest("hex")).toBe(expected);
  expect(hexAt(TO)).toBe(expected);
});
