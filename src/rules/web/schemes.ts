import type { AuthScheme } from "../rule.ts";

/** Schemes of the IANA HTTP Authentication Scheme Registry (2025-02-18). */
// biome-ignore format: a table
const registered: readonly AuthScheme[] = [
  { word: "Basic" },                                                    // RFC 7617
  { word: "Bearer" },                                                   // RFC 6750
  { word: "Concealed", secretParams: ["p", "v"] },                      // RFC 9729: k, a, s identify the key
  { word: "Digest", secretParams: ["response", "cnonce", "nonce"] },    // RFC 7616: what an offline guess needs
  { word: "DPoP" },                                                     // RFC 9449
  { word: "GNAP" },                                                     // RFC 9635
  { word: "HOBA", secretParams: ["result"] },                           // RFC 7486
  { word: "Mutual", secretParams: ["kc1", "vkc", "sid"] },              // RFC 8120
  { word: "Negotiate" },                                                // RFC 4559
  { word: "OAuth", secretParams: ["oauth_token", "oauth_signature", "oauth_verifier"] }, // RFC 5849
  { word: "PrivateToken", secretParams: ["token"] },                    // RFC 9577
  { word: "SCRAM-SHA-1", secretParams: ["data", "sid"] },               // RFC 7804
  { word: "SCRAM-SHA-256", secretParams: ["data", "sid"] },
  { word: "vapid", secretParams: ["t"] },                               // RFC 8292: k is a public key
];

/** Request signatures: the access key id and the list of signed headers are kept. */
// biome-ignore format: a table
const signatures: readonly AuthScheme[] = [
  "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256", "AWS3-HTTPS", "AWS3", "ACS3-HMAC-SHA256", "OSS4-HMAC-SHA256",
  "GOOG4-RSA-SHA256", "GOOG4-HMAC-SHA256", "TC3-HMAC-SHA256", "SDK-HMAC-SHA256", "HMAC-SHA256", "HMAC", "Signature",
].map((word) => ({ word, secretParams: ["signature"] }));

/** Words with parameters that no registry lists. */
// biome-ignore format: a table
const parametrised: readonly AuthScheme[] = [
  { word: "AuthSub", secretParams: ["token"] },
  { word: "Discogs", secretParams: ["token", "secret"] },
  { word: "EG1-HMAC-SHA256", secretParams: ["client_token", "access_token", "signature"] }, // Akamai EdgeGrid
  { word: "Emby", secretParams: ["token"] },
  { word: "GoogleLogin", secretParams: ["auth"] },
  { word: "Hawk", secretParams: ["mac"] },
  { word: "MAC", secretParams: ["mac"] },
  { word: "MediaBrowser", secretParams: ["token"] },                    // Jellyfin
  { word: "NLAuth", secretParams: ["nlauth_signature"] },               // NetSuite: the password itself
  { word: "SharedAccessSignature", secretParams: ["sig"] },             // Azure Service Bus, Event Hubs, IoT
  { word: "Snowflake", secretParams: ["token"] },
  { word: "Token", secretParams: ["token"] },                           // Rails; more often one opaque token
  { word: "UsernameToken", secretParams: ["passworddigest", "nonce"] }, // X-WSSE
  { word: "WRAP", secretParams: ["access_token"] },
];

/** Words before one opaque credential. */
// biome-ignore format: a table
const opaque: readonly AuthScheme[] = [
  // Cloud and storage signatures of the form `id:signature`.
  "AWS", "ACS", "COS", "GOOG1", "LOW", "NOS", "OBS", "OSS", "QBox", "Qiniu", "SharedKey", "SharedKeyLite", "UpYun", "VWS",
  // Windows and browsers.
  "Kerberos", "NTLM", "APISIDHASH", "SAPISIDHASH", "SAPISID1PHASH", "SAPISID3PHASH",
  // Spellings of "API key", "token" and "JWT".
  "Access-Token", "access_token", "api_key", "api_token", "auth_token", "AccessKey", "AccessToken", "API", "Api-Key", "Api-Token", "APIAuth", "APIAuth-HMAC-SHA256", "ApiKey",
  "ApiToken", "Auth", "Auth-Token", "JWT", "Key", "OAuth2", "Private-Token", "PrivateKey", "Secret-Key", "X-API-Key",
  "X-Auth-Key", "X-Auth-Token",
  // Vendors'.
  "aivenv1", "Bot", "Client", "Client-ID", "CloudSight", "DeepL-Auth-Key", "EndpointKey", "GenieKey", "KakaoAK",
  "Klaviyo-API-Key", "PVEAPIToken", "Rev", "ShippoToken", "Splunk", "SSWS", "TRUEREST", "User", "Zoho-authtoken",
  "Zoho-oauthtoken",
].map((word) => ({ word }));

/**
 * The words that may stand before the credentials of an `Authorization` header. A scheme with `secretParams` may
 * still carry one opaque credential (`Token abc…`, `OAuth abc…`), which is then replaced whole.
 *
 * @see https://www.iana.org/assignments/http-authschemes
 */
export const authSchemes: readonly AuthScheme[] = [...registered, ...signatures, ...parametrised, ...opaque];
