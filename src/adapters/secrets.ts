/**
 * `import "scrubjay/secrets"` lets bundles for pages and edge workers have the options `secrets`, `learn` and `keepOnly`. Node has them
 * without it.
 *
 * @module
 * @example
 * import "scrubjay/secrets"; // before `createRedactor({ secrets: [value] })`
 */
import * as known from "../known/known.ts";
import { useKnownRoom } from "../redactor/known-room.ts";

useKnownRoom(known);
