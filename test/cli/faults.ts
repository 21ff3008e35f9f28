// Faults put into the real program, and a log to run it over.
import { randomSecret } from "../samples/random-secret.ts";
import { preload, type Result, scrubjay } from "./program.ts";

export const WITHHELD: string = "[scrubjay: line withheld]";
export const SECRET: string = randomSecret(24);
const pem = (what: string): string => `-----${what} RSA PRIVATE KEY-----`;
export const body: readonly string[] = Array.from({ length: 9 }, () => randomSecret(64));

/** Some hundred lines in several blocks, a key among them; `poison` is what a fault may wait for. */
export const lines: readonly string[] = [
  "first",
  ...Array.from({ length: 2_000 }, (_, i) =>
    i % 9 ? `line ${i} of ordinary text, ${"x".repeat(60)}` : `${i} password=${SECRET}`,
  ),
  pem("BEGIN"),
  ...body.slice(0, 4),
  `poison ${SECRET}`,
  ...body.slice(4),
  pem("END"),
  `a poison token=${SECRET}`,
  "last",
];
export const LOG: string = `${lines.join("\n")}\n`;

/** Code that runs before the program, in its process: the fault. `calls` counts the kernel's scans. */
export const inKernel = (fault: string): string => `
  const Real = WebAssembly.Instance;
  let calls = 0;
  WebAssembly.Instance = function (module, imports) {
    const { exports } = new Real(module, imports);
    if (!exports.scan) return { exports };
    const memory = Buffer.from(imports.env.memory.buffer);
    const scan = (begin, floor, from, limit, final) => {
      calls++;
      ${fault}
      return exports.scan(begin, floor, from, limit, final);
    };
    return { exports: { ...exports, scan } };
  };`;

export const inWriting = (fault: string): string => `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const { writeSync } = fs;
  let calls = 0;
  fs.writeSync = (fd, ...rest) => {
    if (fd === 2) return writeSync(fd, ...rest);
    calls++;
    ${fault}
    return writeSync(fd, ...rest);
  };
  syncBuiltinESMExports();`;

/** A function of the language that throws, what it was given in the error, at its `nth` call or at every `nth`. */
export const inBuiltIn = (of: string, name: string, nth: number, isAlways: boolean): string => `
  const real = ${of}.${name};
  let calls = 0;
  let isOn = false;
  setTimeout(() => { isOn = true; });
  ${of}.${name} = function (...args) {
    if (isOn && (++calls === ${nth} || (${isAlways} && calls % ${nth} === 0))) throw new Error(String(args[0]));
    return real.apply(this, args);
  };`;

/** Before the program, as Bun and Deno have it: their sockets take no descriptors. */
export const inBun: string =
  'Object.defineProperty(process, "versions", { value: { ...process.versions, bun: "1.4.5" } });';

/** Runs the program over `LOG` with the fault in it. */
export const runWith = (fault: string, args: readonly string[] = []): Result =>
  scrubjay(args, LOG, preload(fault));
