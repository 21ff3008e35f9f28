import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { createRedactStream } from "../../src/adapters/web.ts";
import { Tally } from "../../src/redactor/tally.ts";
import { leaksIn, leakyTexts, withoutSecrets } from "./leak.ts";
import { TOKEN } from "./run-script.ts";

async function through(chunks: Iterable<unknown>): Promise<string> {
  const source = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return new Response(source.pipeThrough(createRedactStream())).text();
}

const TEXT = `first line\nGET / Authorization: Bearer ${TOKEN}\nlast ${TOKEN} é`;
const CLEAN = "first line\nGET / Authorization: Bearer [REDACTED]\nlast [REDACTED] é";
const bytes = new TextEncoder().encode(TEXT);

describe("scrubjay/web", () => {
  test("bytes, cut anywhere", async () => {
    expect(await through([bytes])).toBe(CLEAN);
    for (let at = 1; at < bytes.length; at++)
      expect(await through([bytes.subarray(0, at), bytes.subarray(at)])).toBe(CLEAN);
    expect(await through([...bytes].map((byte) => Uint8Array.of(byte)))).toBe(CLEAN);
    expect(await through([])).toBe("");
  });

  test("buffers and views of any kind", async () => {
    const { buffer } = bytes.slice();
    expect(await through([buffer])).toBe(CLEAN);
    expect(await through([new DataView(buffer, 0, 20), new DataView(buffer, 20)])).toBe(CLEAN);
  });

  test("a whole line goes out at once", async () => {
    const { readable, writable } = createRedactStream();
    void writable.getWriter().write(new TextEncoder().encode(`${TOKEN} x\n`));
    const { value } = await readable.getReader().read();
    expect(new TextDecoder().decode(value)).toBe("[REDACTED] x\n");
  });

  test("what is no bytes fails, without being shown", async () => {
    for (const chunk of [TOKEN, 7, null, { TOKEN }]) {
      const failure = await through([chunk]).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TypeError);
      expect(String(failure)).toContain("TextEncoderStream");
      expect(String(failure)).not.toContain(TOKEN);
    }
  });

  test("should the redactor fail, nothing more comes out, and the error does not show what it failed on", async () => {
    const set = vi.spyOn(Tally.prototype, "checkpoint").mockImplementation(() => {
      throw new Error(TOKEN);
    });
    const failure = await through([bytes]).catch((error: unknown) => error);
    set.mockRestore();
    expect(inspect(failure)).toMatch(/^Error: scrubjay could not redact this stream; the rest is withheld/);
    expect(inspect(failure)).not.toContain(TOKEN);
  });

  test("counts, and refuses an unknown option", async () => {
    const stream = createRedactStream();
    await new Response(new Blob([bytes]).stream().pipeThrough(stream)).text();
    expect(stream.stats().bytes).toBe(bytes.length);
    expect(stream.stats().matches).toBe(2);
    expect(() => createRedactStream({ bogus: 1 } as never)).toThrow(/bogus/);
  });

  test("2,000 credentials in chunks of any size, and nothing else changed", async () => {
    const plain = leakyTexts.map(({ text }) => `${text}\n`).join("");
    const all = new TextEncoder().encode(plain);
    for (const size of [1, 7, 100, 4099, 65_536, all.length]) {
      const count = Math.ceil(all.length / size);
      const chunks = Array.from({ length: count }, (_, i) => all.subarray(i * size, (i + 1) * size));
      const text = await through(size < 7 ? chunks.slice(0, 20_000) : chunks);
      expect(leaksIn(text)).toEqual([]);
      if (size >= 7) expect(text).toBe(withoutSecrets(plain));
    }
  });
});
