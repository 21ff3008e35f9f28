// What the core takes from its host: browsers, workers, Deno, Bun and Node all have these. Only the core's
// own type check reads this file; it replaces the declarations of Node and of the DOM.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare function atob(base64: string): string;
declare function btoa(text: string): string;

// For scrubjay/web, which is checked with the core.

interface ReadableStream<R = unknown> {
  pipeThrough<T>(pair: { readonly readable: T; readonly writable: WritableStream<R> }): T;
}

interface WritableStream<W = unknown> {
  close(): Promise<void>;
  abort(reason?: W): Promise<void>;
}

interface TransformStreamDefaultController<O> {
  enqueue(chunk: O): void;
}

declare class TransformStream<I, O> {
  constructor(transformer: {
    transform(chunk: I, controller: TransformStreamDefaultController<O>): void;
    flush(controller: TransformStreamDefaultController<O>): void;
  });
  readonly readable: ReadableStream<O>;
  readonly writable: WritableStream<I>;
}
