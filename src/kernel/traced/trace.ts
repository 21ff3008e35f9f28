// Tells the host of a call: `build/trace-calls.js` puts these calls into the kernel. `title` is the function's name
// and, with blanks in between, its parameters; the host reads it from the kernel's memory.

// @external("env", "enter")
declare function enter(title: usize, a: u32, b: u32, c: u32, d: u32): void;
// @external("env", "leave")
declare function leave(title: usize, result: u32): void;

// @global
export function traceEnter(title: string, a: u32, b: u32, c: u32, d: u32): void {
  enter(changetype<usize>(title), a, b, c, d);
}

// @global
export function traceLeave(title: string): void {
  leave(changetype<usize>(title), 0);
}

// @global
export function traceResult<T>(title: string, value: T): T {
  leave(changetype<usize>(title), <u32>value);
  return value;
}
