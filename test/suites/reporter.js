// A reporter of node:test: a line of JSON for each test that has none in it, its name and whether it passed.
export default async function* report(/** @type {AsyncIterable<any>} */ events) {
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || data.skip !== undefined || data.todo !== undefined) continue;
    const file = (data.file ?? "").split("/").slice(-2).join("/");
    yield `${JSON.stringify({ name: `${file}: ${data.name}`, passes: type === "test:pass" })}\n`;
  }
}
