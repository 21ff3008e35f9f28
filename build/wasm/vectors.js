// What is done with vectors, done with the two numbers that each has become.
import { I32, V128 } from "./code.js";
import { leb, signedLeb } from "./data.js";
import { GET, Lowering, SET, TEE } from "./lowering.js";

const [I64_LOAD, I64_STORE, I32_CONST, I64_CONST] = [0x29, 0x37, 0x41, 0x42];
const [I64_AND, I64_OR, I64_XOR, I64_SHL, I64_SHR, I64_NE, I64_EXTEND] = [
  0x83, 0x84, 0x85, 0x86, 0x88, 0x52, 0xad,
];
const [I32_AND, I32_OR, I32_SHL] = [0x71, 0x72, 0x74];

/** Operations of two vectors that functions do with each half, by their numbers. @type {Record<number, string>} */
const BINARY = {
  35: "eq8",
  36: "ne8",
  38: "lt8",
  40: "gt8",
  45: "eq16",
  55: "eq32",
  112: "add8",
  113: "sub8",
};

/** Those that give a bit for each lane, and how many a half has. @type {Record<number, [string, number]>} */
const BITS = { 100: ["bits8", 8], 132: ["bits16", 4], 164: ["bits32", 2], 196: ["bits64", 1] };

/** Those that fill a vector. @type {Record<number, string>} */
const SPLAT = { 16: "splat16", 17: "splat32" };

export class VectorLowering extends Lowering {
  /** Both halves of two vectors by one function, or by instructions. @param {() => void} one */
  binary(one) {
    this.popTimes(2);
    this.local(SET, this.d, this.c, this.b);
    this.local(GET, this.c);
    one();
    this.local(GET, this.b, this.d);
    one();
    this.stack.push(V128);
  }

  /** Both halves of a vector; `one` gets a number of 32 bits, too, if there is one. @param {boolean} hasNumber @param {() => void} one */
  unary(hasNumber, one) {
    this.popTimes(hasNumber ? 2 : 1);
    if (hasNumber) this.local(SET, this.p);
    this.local(SET, this.b);
    if (hasNumber) this.local(GET, this.p);
    one();
    this.local(GET, this.b);
    if (hasNumber) this.local(GET, this.p);
    one();
    this.stack.push(V128);
  }

  /** A bit for each lane, of so many in a half. @param {string} name @param {number} lanes */
  bits(name, lanes) {
    this.pop();
    this.local(SET, this.b);
    this.call(name);
    this.local(GET, this.b);
    this.call(name);
    this.put(I32_CONST, lanes, I32_SHL, I32_OR);
    this.stack.push(I32);
  }

  /** @param {number} code @param {number} align @param {number} offset */
  memory(code, align, offset) {
    this.put(code, ...leb(Math.min(align, 3)), ...leb(offset));
  }

  /** @override @param {number} operation */
  vector(operation) {
    const { reader } = this;
    /** @type {Record<number, number[]>} */
    const inline = { 78: [I64_AND], 79: [I64_CONST, 0x7f, I64_XOR, I64_AND], 80: [I64_OR], 81: [I64_XOR] };
    if (BINARY[operation] !== undefined) this.binary(() => this.call(BINARY[operation]));
    else if (inline[operation] !== undefined) this.binary(() => this.put(...inline[operation]));
    else if (operation === 77) this.unary(false, () => this.put(I64_CONST, 0x7f, I64_XOR));
    else if (operation === 139 || operation === 141)
      this.unary(true, () => this.call(operation === 139 ? "shl16" : "shr16"));
    else if (operation === 203 || operation === 205)
      this.unary(true, () => this.put(I64_EXTEND, operation === 203 ? I64_SHL : I64_SHR));
    else if (BITS[operation] !== undefined) this.bits(...BITS[operation]);
    else if (operation === 12) this.constant(reader.take(16));
    else if (operation === 0 || operation === 11 || (operation >= 87 && operation <= 93))
      this.ofMemory(operation);
    else this.other(operation);
  }

  /** @param {Uint8Array} bytes */
  constant(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
    this.put(I64_CONST, ...signedLeb(view.getBigInt64(0, true)));
    this.put(I64_CONST, ...signedLeb(view.getBigInt64(8, true)));
    this.stack.push(V128);
  }

  /** @param {number} operation */
  ofMemory(operation) {
    const { reader } = this;
    const [align, offset] = [reader.unsigned(), reader.unsigned()];
    if (operation === 0) {
      this.pop();
      this.local(TEE, this.p);
      this.memory(I64_LOAD, align, offset);
      this.local(GET, this.p);
      this.memory(I64_LOAD, align, offset + 8);
      this.stack.push(V128);
    } else if (operation === 11) {
      this.popTimes(2);
      this.local(SET, this.b, this.a);
      this.local(TEE, this.p);
      this.local(GET, this.a);
      this.memory(I64_STORE, align, offset);
      this.local(GET, this.p, this.b);
      this.memory(I64_STORE, align, offset + 8);
    } else if (operation === 93) {
      this.pop();
      this.memory(I64_LOAD, align, offset);
      this.put(I64_CONST, 0);
      this.stack.push(V128);
    } else if (operation === 87 || operation === 91) {
      const lane = reader.byte();
      this.popTimes(2);
      this.local(SET, this.b, this.a);
      if (operation === 91) {
        this.local(GET, lane === 0 ? this.a : this.b);
        this.memory(I64_STORE, align, offset);
        return;
      }
      this.memory(I64_LOAD, align, offset);
      this.local(SET, lane === 0 ? this.a : this.b);
      this.local(GET, this.a, this.b);
      this.stack.push(V128);
    } else throw new Error(`lower-simd: vector operation ${operation} is not known`);
  }

  /** @param {number} operation */
  other(operation) {
    if (operation === 14) {
      this.popTimes(2);
      this.local(SET, this.d, this.c, this.b, this.a);
      this.local(GET, this.a, this.b, this.c);
      this.call("pick8");
      this.local(GET, this.a, this.b, this.d);
      this.call("pick8");
      this.stack.push(V128);
    } else if (SPLAT[operation] !== undefined) {
      this.pop();
      this.call(SPLAT[operation]);
      this.local(TEE, this.a);
      this.local(GET, this.a);
      this.stack.push(V128);
    } else if (operation === 23) {
      const lane = this.reader.byte();
      const half = lane < 8 ? this.a : this.b;
      this.popTimes(2);
      this.local(SET, this.p, this.b, this.a);
      this.local(GET, half, this.p);
      this.put(I32_CONST, lane & 7);
      this.call("put8");
      this.local(SET, half);
      this.local(GET, this.a, this.b);
      this.stack.push(V128);
    } else if (operation === 83) {
      this.pop();
      this.put(I64_OR, I64_CONST, 0, I64_NE);
      this.stack.push(I32);
    } else if (operation === 99) {
      this.pop();
      this.local(SET, this.b);
      this.call("all8");
      this.local(GET, this.b);
      this.call("all8");
      this.put(I32_AND);
      this.stack.push(I32);
    } else throw new Error(`lower-simd: vector operation ${operation} is not known`);
  }
}
