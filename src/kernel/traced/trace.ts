// Tells the host of a call: `build/trace-calls.js` puts these calls into the kernel. `title` is the number of the
// function in the module's section "titles", which has its name and, with blanks in between, its parameters.

// @external("env", "enter")
declare function enter(title: i32, a: u32, b: u32, c: u32, d: u32): void;
// @external("env", "leave")
declare function leave(title: i32, result: u32): void;

// @global
export function traceEnter(title: i32, a: u32, b: u32, c: u32, d: u32): void {
  enter(title, a, b, c, d);
}

// @global
export function traceLeave(title: i32): void {
  leave(title, 0);
}

// @global
export function traceResult<T>(title: i32, value: T): T {
  leave(title, <u32>value);
  return value;
}
