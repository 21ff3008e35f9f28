import type { KeyRule } from "../rule.ts";

/**
 * OAuth 2.0, OpenID Connect, OAuth 1.0a and SAML parameters that do not already end in a name of `keys.ts`
 * (`access_token`, `client_secret`, `logout_token` do).
 *
 * Left out: `code`, `state`, `nonce`, `request`, `response`, `ticket`, `assertion`, `request_uri`, which mean
 * something else in most logs (nginx's `$request_uri`, `ASSERTION:`); a URL or a JWT's shape finds those that count.
 */
// biome-ignore format: tables of names
export const oauthRules: readonly KeyRule[] = [
  {
    id: "oauth/authorization-code",
    name: "OAuth authorization code",
    source: "https://www.rfc-editor.org/rfc/rfc6749#section-4.1",
    key: [
      "authorization code", "auth code", "authentication code", "oidc code", "pre authorized code", "tx code",
      "grant code",
    ],
    not: ["payment authorization code", "card authorization code"],
  },
  {
    id: "oauth/code-verifier",
    name: "PKCE code verifier",
    source: "https://www.rfc-editor.org/rfc/rfc7636#section-4.1",
    key: ["code verifier", "pkce verifier", "oauth verifier"],
  },
  {
    id: "oauth/device-code",
    name: "OAuth device code",
    source: "https://www.rfc-editor.org/rfc/rfc8628#section-3.2",
    key: ["device code", "=user code", "auth req id"],
  },
  {
    id: "oauth/assertion",
    name: "OAuth client assertion",
    source: "https://www.rfc-editor.org/rfc/rfc7521#section-4",
    key: [
      "client assertion", "jwt assertion", "user assertion", "=assertion jwt", "software statement",
      "id token hint", "login token hint",
    ],
  },
  {
    id: "oauth/signature",
    name: "OAuth 1.0a signature",
    source: "https://www.rfc-editor.org/rfc/rfc5849#section-3.4",
    key: ["oauth signature", "openid sig"],
  },
  {
    id: "saml/message",
    name: "SAML message",
    source: "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf",
    key: ["saml response", "saml assertion", "saml art", "saml artifact", "=wresult"],
  },
];
