import { marked } from "./marked.ts";
import type { NotationCase } from "./notation-cases.ts";

/** Marks of keys and heads of tokens, put together so that none stands here. */
const PARTS: readonly (readonly [name: string, part: string])[] = [
  ["{BEGIN}", `-----${"BEGIN PRIVATE"} KEY-----`],
  ["{BEGIN20}", `-----${"BEGIN%20PRIVATE"}%20KEY-----`],
  ["{JWT}", `eyJ${"hbGci"}`],
  ["{SAML}", `PHN${"hbWxw"}`],
  ["{KEY}", `MII${"E"}`],
];

function put(text: string): string {
  return PARTS.reduce((now, [name, part]) => now.replaceAll(name, part), text);
}

/** A text with its secrets between « and », or the text and what comes out. */
type Row = string | NotationCase;

function caseOf(row: Row): NotationCase {
  return typeof row === "string" ? marked(put(row)) : [put(row[0]), put(row[1])];
}

/**
 * Small texts at the border of what the kernel takes, found by `npm run mutants -- --search`: each tells a condition
 * that is dropped, a bound that has moved or a sign that is mixed up. They are no notations of any program.
 */
// biome-ignore format: one case a line
const rows: Readonly<Record<string, readonly Row[]>> = {
  "blocks of keys and of text, and wrapped tokens": [
    "{BEGIN20}\\nA-----END",
    "{BEGIN}«%3D»",
    "{BEGIN}\"\n\"n\"\ne\"A",
    "<saml:Assertion «[\\n»\"",
    "{BEGIN}%0A«+Bk/+Bk/+Bk/+»%0A-f\n«1»",
    "<saml:Assertion «\\x22a»",
    "<saml:Assertion \\\\\"\"",
    ["private_key: {KEY}vjLpwOsy6se4jU8Tt-JHpXhQg27zY47GyK2UkCFHccQ6CKQaXp7HJ3\x1b[vdpxnh\njL6", "private_key: [REDACTED]\x1b[v\n[REDACTED]"],
    "«{SAML}OlJbnNlvjLl1»\r6sQkuMyYovlzj9JL7zSUeMG44xJ7Dd0MSMq8oEWI",
    " «{SAML}OlJlc3BvbnNlvjLpwOsy6se4jU8TtjJHpXhQg27zY47GyK2UkCFHccQ»\n2aE{",
    "{BEGIN}\"\"«I/Bk/+Bk/+Bk/+Bk»-----ENDEEKEKEKEKEKEY",
    "{BEGIN}«IIEQEFAASCBearer Bk/+Bk/+Bk/+Bk/+»",
    "«{KEY}vQIBADANBgkqhkiG9w0BAQEFAASCBk/+Bk/+Bk/+Bk/+Bk/+Bk/+Bk/+Bk/+»\\n«A=»\\n",
    "cookie%3Aa%3D«hADANBgkqhkiG9wer22x»%3Ba=«1»",
    "{BEGIN}«B»-----END",
    "{BEGIN}\\n+k{B\\nZ",
    "{BEGIN}\\nN:B\\«kiG9w0BA/+Bk/+Bk»",
    "orizarer «{JWT}OiJSUzI1NiIsInR5cCI6IkpXVCJ9J9.eyJvjLpwOsy6se4jU8TtjJHpXhQg2»\\n7zY",
    "<saml:Assertion «y:»",
    "{BEGIN20}«\\/»",
    "key:«{KEY}vjLpwOsy6se4jU8TtjJHpXhQg27zY47GyK2UkCFHccQ6»\n«CKQaXp7HJ3vdpxnh2mm2wUujL6eKQAk0MimAV2acaWacYI4I»\n«0»",
    "{BEGIN}&quot;Bk/+Bk/+Bk/+BATE",
    "&lt;saml:Assertion «&quot;»",
    "Pw:[«rl» «-u» «:x»",
    "Cookie=c=«x»\\x1b[m;d=«3»",
    "<saml:Assertion «>»\n>",
    ["<saml:Assertion t\n0<", "<saml:Assertion [REDACTED]\n"],
    ["<saml:Assertion >\n\n<", "<saml:Assertion [REDACTED]\n\n"],
    "{BEGIN}\"\n\"n\"(\n\"«=»",
    "<saml:Assertion ",
    "{BEGIN}«Bk/+Bk/+Bk/+Bk/+» A",
    "{BEGIN}%0AIDENTIFIED BY «ss»",
    "{BEGIN}\\n'+\n'«M»",
    "{BEGIN}\",\"«{KEY}ASCBk/+Bk/+B»",
    "{BEGIN}!\\n«Z»\\n-E",
    "<saml:Assertion \"pswd=«ht»",
    "{BEGIN}'«{KEY}vQIBADANhkiG9w0BAQEFAA/+Bk/+Bk/+»",
    "{BEGIN}<ADANBgkqhkiG9w0B",
    "{BEGIN} «i»",
    "«{SAML}OlJlc3BvbnNlvjLpwOsy6se4jU8TtjJHpXhQg27zY47GyK2UkCFHccQ6CKQaXp7HJ3vd»\n«_6sQ»",
    "{BEGIN}\\+",
    "password:\n  - «Huneeeeeeeeeeeeer22x»\n  - «word#f»",
    "<saml:Assertion «=\\\"»\"",
    "{BEGIN}\n«d=7»",
    "{BEGIN}\"\"I",
    "<saml:Assertion\r\\x22}",
    "token=«6789abcdef0123456789abcdef0123456789abcdef0123456789abcdef»\nZ2",
    "key=«{KEY}vjLpwOsy6se4jU8TtjJHpXhQg27zY47GyK2UkCFHccQ6CKQaXp7HJ3vdpxnh»\nZm",
    "<saml:Assertion \\\",",
    "{BEGIN}\"\n)\"«I»",
    "key:«{KEY}vjLpwOsy6se4jU8TtjJHpXhQg27z»\nY47GyK2UkCFHccQ6CKQaXp7HJ3vdpxnh",
    "{BEGIN}\n--user :nt",
    "{BEGIN}'\n''\\n''\\n''\\n'+",
    "SAMLResponse=«PHNhbWOsy6se4jU8TtjJHpXhQg27zY47GyK2UkCFHccQ6»\n«CKQaXp7HJ3vdpxnh2mm2wUujL6eKQAk0MimAV2acaWter»%26",
    "{BEGIN}\">\n\"M",
    "p\"ivate_key:«y6se4jU8TtjJHpXhQg27zY47GyK+2UkCFHccQ6CKQaXp7HJ3vdpxnh»\n«2mL»",
  ],
};

export const nearMisses: Readonly<Record<string, readonly NotationCase[]>> = Object.fromEntries(
  Object.entries(rows).map(([name, own]) => [name, own.map(caseOf)]),
);
