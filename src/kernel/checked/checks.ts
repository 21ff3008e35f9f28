// What the checked build does at each step, load and store besides: `build/count-steps.js` puts these calls into the
// kernel. What fails stops it, with a code in `fault`.
import { PAD, PROGRAM } from "../abi";
import { isWindow, openWindow } from "../reading/window";

export const FAULT_LOAD: u32 = 1; // a byte that is none of the tables, the program, the text or its pads
export const FAULT_STORE: u32 = 2; // outside of the tables and of the zeros after the text
export const FAULT_STEPS: u32 = 3; // more steps than `setStepLimit` allows
export const FAULT_SPANS: u32 = 4; // spans that overlap, are out of order or outside of what was scanned
export const FAULT_RESULT: u32 = 5; // `resume`, `frontier` or the floor outside of the text
export const FAULT_STATE: u32 = 6; // a state that its mode cannot have
export const FAULT_WINDOW: u32 = 7; // a stop that is remembered by less than was read for it

/** Zeros after the text. */
const BEHIND: usize = 192;

let steps: u64 = 0;
let stepLimit: u64 = u64.MAX_VALUE;
/** Why the kernel stopped, and at which address; 0: it did not. */
let fault: u32 = 0;
let faultAt: usize = 0;
/** The text that is scanned. */
let textBegin: usize = usize.MAX_VALUE;
let textEnd: usize = usize.MAX_VALUE;

/** Whether the program may be written to, as it may while its entries are linked. */
let isProgramOpen: bool = false;

/** The first byte of the text and the one after the last that were read since a window was opened. */
let firstRead: usize = usize.MAX_VALUE;
let lastRead: usize = 0;

export function stop(code: u32, address: usize): void {
  fault = code;
  faultAt = address;
  unreachable();
}

/** From here on, these are the text's bounds. */
export function boundText(begin: usize, end: usize): void {
  textBegin = begin;
  textEnd = end;
}

export function openProgram(isOpen: bool): void {
  isProgramOpen = isOpen;
}

/** Steps since the last call. */
export function takeSteps(): f64 {
  const taken = <f64>steps;
  steps = 0;
  return taken;
}

/** The kernel stops after so many steps, counted from the last `takeSteps`. */
export function setStepLimit(limit: f64): void {
  stepLimit = <u64>limit;
}

export function faultCode(): u32 {
  return fault;
}

export function faultAddress(): u32 {
  return <u32>faultAt;
}

// @inline
function canRead(from: usize, size: usize): bool {
  const to = from + size;
  if (textBegin == usize.MAX_VALUE) return true;
  // The tables and the program, which ends where the pad begins.
  if (to <= textBegin - PAD) return true;
  return from >= textBegin - PAD && to <= textEnd + BEHIND;
}

// @inline
function canWrite(from: usize, size: usize): bool {
  if (isProgramOpen) return from >= <usize>PROGRAM;
  return from + size <= <usize>PROGRAM || (from >= textEnd && from + size <= textEnd + BEHIND);
}

// @inline
function noteRead(from: usize, size: usize): void {
  if (from < textBegin - PAD) return;
  firstRead = min(firstRead, from);
  lastRead = max(lastRead, from + size);
}

// @global
export function checkedOpenWindow(p: usize): void {
  firstRead = usize.MAX_VALUE;
  lastRead = 0;
  openWindow(p);
}

// @global
export function checkedIsWindow(p: usize, front: usize, behind: usize): bool {
  if (!isWindow(p, front, behind)) return false;
  if (firstRead < p - front || lastRead > p + behind + 1) stop(FAULT_WINDOW, p);
  return true;
}

// @global @inline
export function countStep(): void {
  if (++steps > stepLimit) stop(FAULT_STEPS, 0);
}

// @global @inline
export function checkedLoad<T>(address: usize, offset: usize = 0): T {
  if (!canRead(address + offset, sizeof<T>())) stop(FAULT_LOAD, address + offset);
  noteRead(address + offset, sizeof<T>());
  return load<T>(address + offset);
}

// @global @inline
export function checkedStore<T>(address: usize, value: u64, offset: usize = 0): void {
  if (!canWrite(address + offset, sizeof<T>())) stop(FAULT_STORE, address + offset);
  store<T>(address + offset, <T>value);
}

// @global @inline
export function checkedVectorLoad(address: usize, offset: usize = 0): v128 {
  if (!canRead(address + offset, 16)) stop(FAULT_LOAD, address + offset);
  noteRead(address + offset, 16);
  return v128.load(address + offset);
}

// @global @inline
export function checkedLoadAhead(address: usize): v128 {
  if (!canRead(address, 16)) stop(FAULT_LOAD, address);
  return v128.load(address);
}

// @global @inline
export function checkedVectorStore(address: usize, value: v128, offset: usize = 0): void {
  if (!canWrite(address + offset, 16)) stop(FAULT_STORE, address + offset);
  v128.store(address + offset, value);
}

// @global
export function checkedFill(address: usize, byte: u8, size: usize): void {
  if (!canWrite(address, size)) stop(FAULT_STORE, address);
  steps += size >>> 6;
  memory.fill(address, byte, size);
}

// @global
export function checkedCopy(to: usize, from: usize, size: usize): void {
  if (!canRead(from, size)) stop(FAULT_LOAD, from);
  if (!canWrite(to, size)) stop(FAULT_STORE, to);
  steps += size >>> 6;
  memory.copy(to, from, size);
}
