// In place of the globals: Jest's environment jsdom has none of these.
export { TextDecoder, TextEncoder } from "node:util";
