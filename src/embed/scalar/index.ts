// The embedding module with what stands in place of vectors; the build removes these exports again.
export * from "../index";
export * from "./lanes";
