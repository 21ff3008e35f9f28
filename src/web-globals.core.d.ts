// What the core takes from its host: browsers, workers, Deno, Bun and Node all have these. Only the core's
// own type check reads this file; it stands in for both Node's and the DOM's declarations.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

declare function atob(base64: string): string;
declare function btoa(text: string): string;
