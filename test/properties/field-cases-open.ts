/** Field cases that are not right yet. One that is right fails its test until it is taken out of this list. */
// biome-ignore format: a list
export const mayStillFail: ReadonlySet<string> = new Set([
]);
