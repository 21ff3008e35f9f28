import { describe, expect, test } from "vitest";
import { Host } from "./host.ts";
import { nodeOutput } from "./node-way.ts";
import { allVectors, compilePolicy, hostOutput, policies } from "./vectors.ts";

const vectors = allVectors();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

describe("the embedding module writes what Node's own way writes", () => {
  test.each(policies)("with the policy $name", ({ name, options, key }) => {
    const policy = name === "default" ? {} : { policy: compilePolicy(options) };
    const own = vectors.filter((vector) => vector.policy === name);
    expect(own.length).toBeGreaterThan(100);
    const first = new Host({ ...policy, ...(key !== "" && { key }), time: own[0]!.time });
    for (const [i, vector] of own.entries())
      expect(text(hostOutput(first, vector)), `${i}: ${vector.kind}, cut at ${vector.cuts}`).toBe(
        text(nodeOutput(vector)),
      );
  });
});
