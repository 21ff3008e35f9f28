// Goes through the code of a function with the types of its stack: a vector becomes two numbers of 64 bits.
import { effectOf, I32, I64, MORE, Reader, skipImmediates, V128, VECTOR } from "./code.js";
import { leb, signedLeb } from "./data.js";

export const GET = 0x20;
export const SET = 0x21;
export const TEE = 0x22;
const CALL = 0x10;

/** @typedef {{ params: number[], results: number[] }} Type */

/** Lowers the body of one function; it keeps the types on the stack, as `select` and `drop` do not tell theirs. */
export class Lowering {
  /**
   * @param {{ types: Type[], typeOf: Type[], lanes: Map<string, number>, pair: number }} module
   * @param {Type} type
   * @param {Uint8Array} body
   */
  constructor(module, type, body) {
    this.module = module;
    this.reader = new Reader(body);
    this.out = /** @type {number[]} */ ([]);
    /** @type {number[]} Types; -1: not known, as the code is never reached */
    this.stack = [];
    /** @type {{ results: number[], height: number, isDead: boolean }[]} */
    this.blocks = [{ results: type.results, height: 0, isDead: false }];
    /** @type {number[]} */
    this.locals = [...type.params];
    const params = type.params.length;
    const { reader } = this;
    for (let groups = reader.unsigned(); groups > 0; groups--) {
      const count = reader.unsigned();
      const of = reader.byte();
      for (let i = 0; i < count; i++) this.locals.push(of);
    }
    let next = 0;
    /** Where each local is now: a vector's halves are one after the other. */
    this.places = this.locals.map((of) => {
      const place = next;
      next += of === V128 ? 2 : 1;
      return place;
    });
    const flat = this.locals.slice(params).flatMap((of) => (of === V128 ? [I64, I64] : [of]));
    /** Locals for what an operation takes: the halves of two vectors, and a number. */
    this.a = next;
    this.b = next + 1;
    this.c = next + 2;
    this.d = next + 3;
    this.p = next + 4;
    this.declared = [...flat, I64, I64, I64, I64, I32];
  }

  run() {
    const { reader } = this;
    while (!reader.isOver) this.step();
    const groups = this.declared.flatMap((type) => [1, type]);
    return Buffer.from([...leb(this.declared.length), ...groups, ...this.out]);
  }

  /** @param {...number} bytes */
  put(...bytes) {
    for (const byte of bytes) this.out.push(byte);
  }

  /** @param {number} code @param {...number} places Of locals */
  local(code, ...places) {
    for (const place of places) this.put(code, ...leb(place));
  }

  /** @param {string} name */
  call(name) {
    const index = this.module.lanes.get(`lane_${name}`);
    if (index === undefined) throw new Error(`lower-simd: no function lane_${name}`);
    this.put(CALL, ...leb(index));
  }

  pop() {
    const block = this.blocks[this.blocks.length - 1];
    if (this.stack.length === block.height && block.isDead) return -1;
    return /** @type {number} */ (this.stack.pop());
  }

  /** @param {number} count */
  popTimes(count) {
    for (let i = 0; i < count; i++) this.pop();
  }

  /** What follows is never reached. */
  die() {
    const block = this.blocks[this.blocks.length - 1];
    this.stack.length = block.height;
    block.isDead = true;
  }

  step() {
    const { reader } = this;
    const start = reader.at;
    const code = reader.byte();
    if (code === VECTOR) {
      this.vector(reader.unsigned());
      return;
    }
    if (code >= 0x02 && code <= 0x05) this.enter(code);
    else if (code === 0x0b) this.leave();
    else if (code >= GET && code <= TEE) this.ofLocal(code);
    else if (code === 0x1a || code === 0x1b) this.ofEither(code);
    else {
      const operation = skipImmediates(reader, code);
      this.put(...reader.bytes.subarray(start, reader.at));
      this.track(code, operation, start);
    }
  }

  /** @param {number} code Of a block, a loop, an if or an else */
  enter(code) {
    const { reader, stack, blocks, module } = this;
    if (code === 0x05) {
      const block = blocks[blocks.length - 1];
      stack.length = block.height;
      block.isDead = false;
      this.put(code);
      return;
    }
    if (code === 0x04) this.pop();
    const type = reader.signed();
    const isVector = type === V128 - 0x80;
    const results = type >= 0 ? module.types[type].results : type === -0x40 ? [] : [type + 0x80];
    if (type >= 0 && module.types[type].params.length > 0)
      throw new Error("lower-simd: a block with parameters");
    blocks.push({ results, height: stack.length, isDead: false });
    this.put(code, ...signedLeb(isVector ? module.pair : type));
  }

  leave() {
    const block = /** @type {(typeof this.blocks)[0]} */ (this.blocks.pop());
    this.stack.length = block.height;
    this.stack.push(...block.results);
    this.put(0x0b);
  }

  /** @param {number} code */
  ofLocal(code) {
    const index = this.reader.unsigned();
    const [type, place] = [this.locals[index], this.places[index]];
    if (code === GET) this.stack.push(type);
    if (code === SET) this.pop();
    if (type !== V128) this.local(code, place);
    else if (code === GET) this.local(GET, place, place + 1);
    else {
      this.local(SET, place + 1);
      this.local(code, place);
      if (code === TEE) this.local(GET, place + 1);
    }
  }

  /** @param {number} code Of `drop` or `select` */
  ofEither(code) {
    if (code === 0x1b) this.popTimes(2);
    const type = this.pop();
    if (code === 0x1b) this.stack.push(type);
    if (type !== V128) {
      this.put(code);
      return;
    }
    if (code === 0x1a) {
      this.put(code, code);
      return;
    }
    this.local(SET, this.p, this.d, this.c, this.b);
    this.local(GET, this.c, this.p);
    this.put(code);
    this.local(GET, this.b, this.d, this.p);
    this.put(code);
  }

  /** What an instruction that stays does to the types on the stack. @param {number} code @param {number} operation @param {number} start */
  track(code, operation, start) {
    const { stack, module } = this;
    const at = new Reader(this.reader.bytes, start + 1);
    if (code === 0x00 || code === 0x0c || code === 0x0e || code === 0x0f) this.die();
    else if (code === 0x01) return;
    else if (code === 0x0d) this.pop();
    else if (code === CALL || code === 0x11) {
      const type = code === CALL ? module.typeOf[at.unsigned()] : module.types[at.unsigned()];
      this.popTimes(type.params.length + (code === CALL ? 0 : 1));
      stack.push(...type.results);
    } else if (code === 0x23) stack.push(I32);
    else if (code === 0x24) this.pop();
    else if (code === MORE && operation < 8) {
      this.pop();
      stack.push(operation < 4 ? I32 : I64);
    } else if (code === MORE) this.popTimes(3);
    else {
      const { pops, type } = effectOf(code);
      this.popTimes(pops);
      if (type !== 0) stack.push(type);
    }
  }

  /** Lowers what is done with vectors. @param {number} operation */
  vector(operation) {
    throw new Error(`lower-simd: vector operation ${operation} is not known`);
  }
}
