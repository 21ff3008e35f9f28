import type { NotationCase } from "./notation-cases.ts";

/** Random-looking text of `length` base64 characters, the same each time. */
function body(length: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let text = "";
  for (let i = 0, x = 7; i < length; i++) {
    x = (x * 1103515245 + 12345) % 2147483648;
    text += alphabet[(x >> 8) % 62];
  }
  return text;
}

/** `text` in lines of `width`, the first of `first`; each one marked. */
function wrapped(text: string, width: number, first = width, join = "\n"): string {
  const lines = [text.slice(0, first)];
  for (let i = first; i < text.length; i += width) lines.push(text.slice(i, i + width));
  return lines.map((line) => `«${line}»`).join(join);
}

/** The secrets stand between « and ». */
function marked(text: string): NotationCase {
  return [text.replace(/[«»]/g, ""), text.replace(/«[^»]*»/gs, "[REDACTED]")];
}

const saml = `${"PHNhbWxw"}OlJlc3BvbnNl${body(230)}==`;
const jwt = `${"eyJhbGci"}OiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJ${body(90)}.${body(86)}`;
const key = `MIIE${body(148)}`;
const hash = "0123456789abcdef".repeat(4);

export const overLinesCases: Readonly<Record<string, readonly NotationCase[]>> = {
  "pairs in lists over lines": [
    '[\n  [\n    "password",\n    "«hunter22x»"\n  ]\n]',
    '[\n  "password",\n  "«hunter22x»"\n]\n',
    "env:\n  - na=me: DB_PASSWORD\n    value: «hunter22x»\n  -0name: TZ\n    value: UTC\n",
  ].map(marked),
  "strings below their names": [
    'password:\n  "«hunter22x»"\nnext: 1\n',
    "password:\n  '«hunter22x»'\n",
    'password =\n  "«hunter22x»"\n{{\n',
    '{"m":"token =\\n  \\"«hunter22x»\\"\\n{{","tail":"plain words here"}',
  ].map(marked),
  "folded headers": [
    "Authorization: Bearer\r\n\t«hunter22x»\r\nHost: x\r\n",
    "Authorization: Bearer\n  «hunter22x»\nHost: x\n",
    "Authorization:\r\n Bearer «hunter22x»\r\nHost: x\r\n",
    "Authorization:\r\n «hunter22x»\r\nHost: x\r\n",
    "Authorization: Basic\r\n «aGVsbG86d29ybGQ=»\r\n",
    '{"m":"Authorization: Bearer\\r\\n\\t«hunter22x»\\r\\nHost: x"}',
    '{"headers":{"authorization":"Bearer\\r\\n «hunter22x»"},"id":7}',
    'Authorization: Digest username="a",\r\n response="«5d672d79c15b131»", qop=auth,\r\n\tnc=1\r\nHost: a=b\r\n',
    'Authorization: Digest\r\n username="a",\r\n response="«5d672d79c15b131»"\r\nHost: x\r\n',
    "Authorization: AWS4-HMAC-SHA256 Credential=AK/iam/aws4_request,\n    SignedHeaders=host;x-amz-date,\n    Signature=«5d672d79c15b131»\nHost: x\n",
    "Cookie: a=«1»;\r\n b=«hunter22x»\r\nHost: x\r\n",
    "Cookie: a=«1»; b=«2»;\n\tc=«hunter22x»; d=«3»\nHost: x\n",
    "Cookie:\r\n a=«hunter22x»;\r\n b=«7x»\r\nHost: x\r\n",
    '{"m":"Cookie: a=«1»;\\r\\n\\tb=«hunter22x»\\r\\nHost: x"}',
    "X-Api-Key:\r\n «hunter22x»\r\nHost: x\r\n",
  ].map(marked),
  "lines that fold nothing": [
    "Authorization: Bearer\r\nHost: x1\r\n",
    "  Authorization: Bearer\n  X-Request-Id: 7f3a99b1\n",
    "Authorization:\n  type: string\n  example: 7\n",
    "Authorization: Bearer\n  description: of a scheme\n",
    "Authorization: Bearer\n\n  correcthorsebatterystaple\n",
    "Cookie: a=«1»;\nb=7\n",
    "Cookie:\n  - name: x\n",
    'Authorization: Digest response="«5d672d79c15b131»",\nresponse=7\n',
    "X-Api-Key:\r\n minimum: 8\r\n",
    "password:\r\n  type: string8\r\n",
  ].map(marked),
  "wrapped bodies": [
    `SAMLResponse=${wrapped(saml, 76)}\nok done\n`,
    `SAMLResponse=${wrapped(saml, 64)}\r\nok done\r\n`,
    `SAMLResponse=${wrapped(saml, 76, 76 - 13)}\nok\n`,
    `SAMLRequest: ${wrapped(saml, 64, 64, "\r\n ")}\r\nHost: x\r\n`,
    `SAMLResponse=${wrapped(saml, 76, 76, "\r\n")}&RelayState=7\r\n`,
    `${wrapped(saml, 64)}\nRelayState=7\n`,
    `got ${wrapped(saml, 76)}\ndone\n`,
    `<SAMLResponse>\n${wrapped(saml, 76)}\n</SAMLResponse>\n`,
    `<p:SAMLResponse>${wrapped(saml, 64)}</p:SAMLResponse>\n`,
    `<input name="SAMLResponse" value="${wrapped(saml, 76)}"/>\n`,
    `{"body":"SAMLResponse=${wrapped(saml, 76, 76, "\\r\\n")}","id":7}\n`,
    `token: ${wrapped(jwt, 64)}\nok\n`,
    `token: ${wrapped(jwt, 76, 69)}\nok\n`,
    `${wrapped(jwt, 64)}\nnext line\n`,
    `Authorization: Bearer ${wrapped(jwt, 76)}\nnext line\n`,
    `private_key: ${wrapped(key, 64)}\ndone\n`,
    `private_key: ${wrapped(key.slice(0, 128), 64)}\ndone\n`,
    `private_key: ${wrapped(key, 48)}\nOK\n`,
    `private_key=«${key.slice(0, 64)}»\n«Zm9vYg==»\nid=7\n`,
  ].map(marked),
  "lines that go on with nothing": [
    `token=«${hash}»\ndone\nConnected\n`,
    `token=«${hash}»\n/var/log/app1\n`,
    `token=«${hash}»\n2025-11-22\n`,
    `token=«${hash}»\n${"-".repeat(64)}\n${"=".repeat(64)}\n`,
    `token=«${hash}»\nA1b2C3d4 and a word\n`,
    `token=«${hash}»\n\nA1b2C3d4\n`,
    `token=«${hash.slice(0, 40)}»\nA1b2C3d4\n`,
    `token=«${hash}${hash}${hash}»\nA1b2C3d4\n`,
    `private_key: ${wrapped(key.slice(0, 128), 64)}\n${body(70)}\n`,
  ].map(marked),
};
