import { describe, expect, test } from "vitest";
import { kernelBase64 } from "../../src/kernel/build/kernel.ts";

// The build script is JavaScript without types.
const script: string = new URL("../../build/kernel.js", import.meta.url).href;

async function compile(): Promise<string> {
  const { compileKernel } = (await import(script)) as { compileKernel(): Promise<Uint8Array> };
  return Buffer.from(await compileKernel()).toString("base64");
}

describe("the kernel", () => {
  test("is the same bytes every time: those that the last build embedded, in a process of its own", async () => {
    const bytes = await compile();
    expect(kernelBase64 === bytes, "src/kernel changed since the last `npm run build`").toBe(true);
  });
});
