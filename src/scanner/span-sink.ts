/**
 * Takes what a session decides, in order and without a gap: text that stays and spans of matches.
 * Offsets are addresses in `memory`, which is the kernel's own and only holds still during the call;
 * `shift` added to one gives the offset in the whole input.
 */
export interface SpanSink {
  keep(memory: Uint8Array, start: number, end: number, shift: number): void;
  span(memory: Uint8Array, start: number, end: number, rule: number, flags: number, shift: number): void;
}
