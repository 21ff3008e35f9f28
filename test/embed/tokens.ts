// Tokens and assertions that claim what is hard to read or must not be shown, put together at run time.
import { randomSecret } from "../samples/random-secret.ts";

const url = (text: string): string => Buffer.from(text).toString("base64url");

const HEADERS = ['{"alg":"RS256"}', '{"typ":"JWT","alg":"HS256","alg":"ES256","x":{"a":[[],{}]}}'];

/** Payloads as JSON, and texts that are not. */
const PAYLOADS: readonly string[] = [
  '{"iss":"https://idp.example/t-1","aud":"api","exp":1795348800,"sub":"ann"}',
  '{"iss":"https://ann:pw@idp.example:8443/t?x=1#y","aud":["a",1,"b","c"],"exp":1.79e9,"jti":"7d0f"}',
  '{"iss":"x\\"] password=hunter2 \\n\\\\","aud":["://a:b@c","v.w"],"exp":-62135596800}',
  `{"iss":"${"v".repeat(500)}","aud":"${"a".repeat(40)}","exp":253402300799,"jti":""}`,
  `{"iss":"${"abc-1".repeat(9)}","aud":"${"ab".repeat(8)}-x","exp":253402300800}`,
  '{"iss":"ÄÖ\\u00fc.example","aud":[],"exp":"soon","jti":5}',
  '{"iss":7,"aud":{"a":1},"exp":null}',
  '{"iss":"a","iss":"b-","aud":"c/","exp":1764504000.75,"nbf":1e400,"jti":"\\ud83d\\ude00\\ud83d"}',
  '{ "iss" : "http://x/" , "aud" : [ "a..b" , "-" ] , "exp" : 0 , "d" : [[[[{"e":[{}]}]]]] }',
  '{"iss":"a","exp":-1e12,"aud":"eyJhbGciOi"}',
  '{"iss":"https://eyJhbGci.example/a","exp":01}',
  '{"iss":"a"} x',
  '["iss"]',
  '{"iss":"a","exp":1e-7,"aud":"http://a.b-c/d/e"}',
  '\ufeff{"iss":"bom.example","exp":1764503999}',
  `{"a":${"[".repeat(3000)}${"]".repeat(3000)},"iss":"deep"}`,
  '{"iss":"a\u0001"}',
];

/** A line for each, in turn with both headers. */
export function tokens(random: () => number): readonly string[] {
  return PAYLOADS.map((payload, i) => {
    const token = `${url(HEADERS[i % HEADERS.length]!)}.${url(payload)}.${randomSecret(40, random)}`;
    return `access_token=${token} Authorization: Bearer ${token}\n`;
  });
}

const ISSUER = "https://idp.example/saml";
const assertion = (issuer: string, audience: string, conditions: string): string =>
  `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1">${issuer}<saml:Subject>ann</saml:Subject>${conditions}${audience}</saml:Assertion>`;

/** Assertions as XML and as base64 in a form. */
export function assertions(): readonly string[] {
  const all = [
    assertion(
      `<saml:Issuer Format="urn:x">${ISSUER}</saml:Issuer>`,
      "<saml:Audience>api</saml:Audience><saml:Audience>b</saml:Audience>",
      '<saml:Conditions NotBefore="2026-01-01T00:00:00Z" NotOnOrAfter="2026-11-29T23:59:60Z" NotOnOrAfter="2026-11-29T10:00:00.1239Z">',
    ),
    assertion("<Issuer>a</Issuer>", "", "<Conditions x NotOnOrAfter='2026-02-31T24:00:00Z'>"),
    assertion("", `<Audience>${"a".repeat(300)}</Audience><Audience>short</Audience>`, "<Conditions>"),
    assertion("<a:b:Issuer>no</a:b:Issuer>", "", "<Conditions NotOnOrAfter='2026-13-01T00:00:00Z'>"),
  ];
  return all.flatMap((xml) => [
    `got ${xml} from it\n`,
    `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString("base64"))}&RelayState=1\n`,
  ]);
}
