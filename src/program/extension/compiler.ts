// What compiles patterns: most of what options may need, and only rules and patterns of one's own do.
export { buildNibbleTables } from "../fragments/nibble-tables.ts";
export { compileInnocent, compileRule } from "../image/compile-shape.ts";
