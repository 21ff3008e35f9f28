/** The only packages that each part of src/ may import. */
export const PACKAGES: Readonly<Record<string, RegExp>> = {
  object: /^safe-stable-stringify$/,
  adapters: /^(?:node:.*|pino|pino-abstract-transport|winston)$/,
  node: /^node:/,
  // Libraries of the subcommands are in their file; of "sarif" there are types alone.
  cli: /^(?:node:.*|progress|sarif)$/,
  config: /^smol-toml$/,
};
