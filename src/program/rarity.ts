// How often bytes stand in logs, so that the prefilter stops at rare fragments. Rounded from 50 MB of
// access, CI, service and JSON logs; the order matters, not the digits.

const COMMON = 'et a0io1ns2rlc34d5.-/um:p6789"h,f=g_bvykw';
const RARE = "jqxzTSEACINDRPOFMLGBUVWHKXYJQZ";

const frequency = new Float64Array(256).fill(0.0005);
for (let i = 0; i < COMMON.length; i++) frequency[COMMON.charCodeAt(i)] = 0.05 / (1 + i / 6);
for (let i = 0; i < RARE.length; i++) frequency[RARE.charCodeAt(i)] = 0.006 / (1 + i / 6);

/** The share of log bytes that are `byte`. */
export function frequencyOf(byte: number): number {
  return frequency[byte]!;
}
