// SHA-256 (FIPS 180-4) and HMAC (RFC 2104), the only cryptography of the module; `test/embed/sha256.test.ts` has NIST's
// vectors.

const BLOCK: usize = 64;
export const DIGEST_SIZE = 32;

const CONSTANTS: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
const START: usize = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
/** The eight words of the state, of the digest that is made. */
const STATE: usize = memory.data(32, 16);
/** The schedule of a block: 64 words. */
const SCHEDULE: usize = memory.data(256, 16);
/** Bytes of a block that is not full. */
const REST: usize = memory.data(64, 16);
/** A key of HMAC, as long as a block. */
const PADDED: usize = memory.data(64, 16);

class Hash {
  static length: u64 = 0;
}

export function start(): void {
  memory.copy(STATE, START, 32);
  Hash.length = 0;
}

export function update(from: usize, size: usize): void {
  let held = <usize>(Hash.length & (BLOCK - 1));
  Hash.length += size;
  while (size > 0) {
    const taken = min(size, BLOCK - held);
    memory.copy(REST + held, from, taken);
    from += taken;
    size -= taken;
    held += taken;
    if (held < BLOCK) return;
    mixBlock();
    held = 0;
  }
}

/** Writes the digest of all that was given since `start` to `to`. */
export function finish(to: usize): void {
  const bits = Hash.length << 3;
  const held = <usize>(Hash.length & (BLOCK - 1));
  store<u8>(REST + held, 0x80);
  memory.fill(REST + held + 1, 0, BLOCK - held - 1);
  if (held >= BLOCK - 8) {
    mixBlock();
    memory.fill(REST, 0, BLOCK);
  }
  store<u64>(REST + BLOCK - 8, bswap<u64>(bits));
  mixBlock();
  for (let i: usize = 0; i < <usize>DIGEST_SIZE; i += 4) store<u32>(to + i, bswap<u32>(load<u32>(STATE + i)));
}

/** Writes the HMAC of a text under a key to `to`. */
export function hmac(key: usize, keySize: usize, text: usize, size: usize, to: usize): void {
  memory.fill(PADDED, 0, BLOCK);
  if (keySize > BLOCK) {
    start();
    update(key, keySize);
    finish(PADDED);
  } else memory.copy(PADDED, key, keySize);
  start();
  updatePadded(0x36);
  update(text, size);
  finish(to);
  start();
  updatePadded(0x5c);
  update(to, DIGEST_SIZE);
  finish(to);
}

/** The key with each byte changed by the pad's. */
function updatePadded(pad: u8): void {
  for (let i: usize = 0; i < BLOCK; i++) store<u8>(PADDED + i, load<u8>(PADDED + i) ^ pad);
  update(PADDED, BLOCK);
  for (let i: usize = 0; i < BLOCK; i++) store<u8>(PADDED + i, load<u8>(PADDED + i) ^ pad);
}

function mixBlock(): void {
  for (let i: usize = 0; i < 64; i += 4) store<u32>(SCHEDULE + i, bswap<u32>(load<u32>(REST + i)));
  for (let i: usize = 64; i < 256; i += 4) {
    const w = SCHEDULE + i;
    const a = load<u32>(w - 60);
    const b = load<u32>(w - 8);
    const first = rotr<u32>(a, 7) ^ rotr<u32>(a, 18) ^ (a >>> 3);
    const second = rotr<u32>(b, 17) ^ rotr<u32>(b, 19) ^ (b >>> 10);
    store<u32>(w, load<u32>(w - 64) + first + load<u32>(w - 28) + second);
  }
  let a = load<u32>(STATE);
  let b = load<u32>(STATE, 4);
  let c = load<u32>(STATE, 8);
  let d = load<u32>(STATE, 12);
  let e = load<u32>(STATE, 16);
  let f = load<u32>(STATE, 20);
  let g = load<u32>(STATE, 24);
  let h = load<u32>(STATE, 28);
  for (let i: usize = 0; i < 256; i += 4) {
    const mixed = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const first = h + mixed + ((e & f) ^ (~e & g)) + load<u32>(CONSTANTS + i) + load<u32>(SCHEDULE + i);
    const second = (rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  store<u32>(STATE, load<u32>(STATE) + a);
  store<u32>(STATE, load<u32>(STATE, 4) + b, 4);
  store<u32>(STATE, load<u32>(STATE, 8) + c, 8);
  store<u32>(STATE, load<u32>(STATE, 12) + d, 12);
  store<u32>(STATE, load<u32>(STATE, 16) + e, 16);
  store<u32>(STATE, load<u32>(STATE, 20) + f, 20);
  store<u32>(STATE, load<u32>(STATE, 24) + g, 24);
  store<u32>(STATE, load<u32>(STATE, 28) + h, 28);
}
