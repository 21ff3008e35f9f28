import { beforeAll, expect, test } from "vitest";
import { buildModule } from "../../build/embed.js";
import { Host } from "./host.ts";
import { nodeOutput } from "./node-way.ts";
import { allVectors, hostOutput } from "./vectors.ts";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = new WebAssembly.Module((await buildModule({ isScalar: true })) as Uint8Array<ArrayBuffer>);
});

test("a module without SIMD writes the same", () => {
  const vectors = allVectors().filter(({ policy }) => policy === "default");
  expect(vectors.length).toBeGreaterThan(1000);
  const host = new Host({ module, time: vectors[0]!.time });
  for (const [i, vector] of vectors.entries())
    expect(Buffer.from(hostOutput(host, vector)).equals(Buffer.from(nodeOutput(vector))), `${i}`).toBe(true);
});
