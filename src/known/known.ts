// What redactors use of this room and of `keep/`. Node loads it for options that need it, and not before.
export { Keeping } from "../keep/keeping.ts";
export { RecordLines } from "../keep/record-lines.ts";
export { refusalOf } from "./checked-secret.ts";
export { LearntValues } from "./learnt-values.ts";
export { createSecrets, isSecrets, type Secrets, ValueWatch, type WatchRules } from "./secrets.ts";
