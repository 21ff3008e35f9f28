/** What notations are made of, in any order: most mixtures are none, and all of them must be survived. */
// biome-ignore format: a table
export const pieces: readonly string[] = [
  "password", "token", "authorization", "cookie", "Set-Cookie", "name", "value", "Bearer ", "Digest ", "a=b",
  "=", ":", ": ", ",", ";", "; ", "!", "+", "-", "--", ">", "<", "</", "/>", "|\n  ", "\n", "\r\n", "\\n", "\\\\n",
  '"', '\\"', "'", "\\u0022", "%22", "%2522", "&quot;", "&amp;", "&", "%3D", "%3A", "%0A", "\\", "\\\\\\\\",
  "\x1b[1m", "\x1b[", "\\u001b[33m", "[", "]", "{", "}", "(", ")", " ", "  ", "string(7) ", "Some(", "b'",
  "hunter22x", "abc", "0", "null", "[REDACTED]", "\xff", "\xfe", "MIIEvQIBADANBgkqhkiG9w",
  "\r\n ", "\n\t", "\\r\\n\\t", "Cookie: a=1;", "token: ", "Aa7/".repeat(16), "Aa7_".repeat(11), "Zm9vYg==",
  `-----${"BEGIN PRIVATE KEY"}-----`, "-----END", "<saml:Assertion ", "</saml:Assertion>", "curl -u ", "signature=",
];
