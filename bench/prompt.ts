// npx tsx bench/prompt.ts [lines (5000)]: time from a line in to the same line out of the filter, under a
// trickle of one line a millisecond, next to `cat`. What it takes to write to a process, wake it and read
// from it is part of both.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../dist/scrubjay.cjs", import.meta.url));

/** Milliseconds that lines take through a program that writes one line for each. */
export async function measurePromptness(
  [name = "", ...args]: readonly string[],
  lines: number,
): Promise<{ median: number; p99: number; most: number }> {
  const child = spawn(name, args, { stdio: ["pipe", "pipe", "inherit"] });
  const closed = new Promise((resolve) => child.once("close", resolve));
  const times: number[] = [];
  let line = () => {};
  child.stdout.on("data", (data) => {
    if (data.includes(10)) line();
  });
  for (let i = -20; i < lines; i++) {
    const out = new Promise((resolve) => {
      line = () => resolve(undefined);
    });
    const started = performance.now();
    child.stdin.write(`{"level":30,"n":${i},"msg":"request completed","password":"x${i}y"}\n`);
    await out;
    // The first ones are slow: the kernel is compiled.
    if (i >= 0) times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  child.stdin.end();
  await closed;
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = Number(process.argv[2] ?? 5000);
  for (const command of [["cat"], [process.execPath, program]]) {
    const { median, p99, most } = await measurePromptness(command, lines);
    const [a, b, c] = [median, p99, most].map((ms) => ms.toFixed(3));
    console.log(`${command.at(-1)}: median ${a} ms, 99th percentile ${b} ms, most ${c} ms`);
  }
}
