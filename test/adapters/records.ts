/** Made up for these tests. */
const secret = ["marzipan", "otter-4"].join("-");

/** Values that hold one credential each, told by what stands beside it. */
export const records: readonly (readonly [name: string, value: Record<string, unknown>])[] = [
  ["a pair", { Name: "DB_PASSWORD", Value: secret }],
  ["a value in front of its name", { value: secret, name: "db_password" }],
  ["a form's field", { type: "password", value: secret }],
  ["an audit entry", { field: "password", oldValue: null, newValue: secret }],
  ["a patch", { op: "replace", path: "/users/0/password", value: secret }],
  ["arguments", { argv: ["mysql", "-u", "root", `-p${secret}`] }],
  ["a user and password", { auth: `ann:${secret}` }],
  ["JSON in a text", { body: JSON.stringify({ param: "password", value: secret }) }],
];

/** The same with the replacement in the credential's place. */
export function redactedRecord(value: object): object {
  return JSON.parse(JSON.stringify(value).replaceAll(secret, "[REDACTED]"));
}
