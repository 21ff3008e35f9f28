import type { ShapeRule } from "../rule.ts";
import { BASE64, PADDING } from "./spelling.ts";

export const generic: readonly ShapeRule[] = [
  {
    // NSS's log, which curl, browsers and OpenSSL's tools write: a label, what the client sent in the clear, the secret.
    id: "generic/tls-key-log",
    name: "Secret of a TLS connection in a key log",
    pattern:
      "(?:CLIENT_RANDOM|_SECRET(?:_\\d)?|RSA Session-ID:)[ 0-9a-fA-F]+ (?:Master-Key:)?([0-9a-fA-F]{48,})",
    source: "https://datatracker.ietf.org/doc/draft-ietf-tls-keylogfile/",
  },
  {
    // The same of TLS 1.2 and older with RSA: the first bytes of the encrypted secret, and the secret.
    id: "generic/tls-key-log-rsa",
    name: "Secret of a TLS connection with RSA in a key log",
    pattern: "\\bRSA [0-9a-fA-F]{16} ([0-9a-fA-F]{96})\\b",
    source: "https://nss-crypto.org/reference/security/nss/legacy/key_log_format/index.html",
  },
  {
    id: "generic/paseto",
    name: "PASETO token",
    pattern: "v[1-4]\\.(?:local|public)\\.[\\w-]{32,}(?:\\.[\\w-]+)?",
    source: "https://github.com/paseto-standard/paseto-spec",
  },
  {
    id: "generic/fernet",
    name: "Fernet token",
    pattern: "\\bgAAAAA[\\w-]{60,}={0,2}",
    source: "https://github.com/fernet/spec/blob/master/Spec.md",
  },
  {
    id: "generic/django-secret-key",
    name: "Secret key of a new Django project",
    pattern: "django-insecure-([^\\s\"'\\\\]{20,})",
    source: "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
  },
  {
    id: "generic/macaroon",
    name: "Macaroon (version 1)",
    pattern: `MDA[xyz][A-Za-z0-9][GWm2]xvY2F0aW9u(?:${BASE64}|[_-]){20,}${PADDING}`,
    source: "https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt",
  },
  {
    id: "generic/aspnet-data-protection",
    name: "ASP.NET Core protected payload",
    pattern: "CfDJ8[\\w-]{80,}",
    token: true,
    source:
      "https://learn.microsoft.com/aspnet/core/security/data-protection/implementation/authenticated-encryption-details",
  },
  {
    id: "generic/laravel-encrypted",
    name: "Laravel encrypted payload",
    pattern: "eyJpdiI6[A-Za-z0-9+/=]{100,}",
    token: true,
    source: "https://laravel.com/docs/encryption",
  },
  {
    id: "generic/ntlm-authenticate",
    name: "NTLM authenticate message",
    pattern: "TlRMTVNTUAAD[A-Za-z0-9+/]{40,}={0,2}",
    token: true,
    source: "https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/",
  },
  {
    id: "generic/saml-response",
    name: "SAML response or assertion in base64",
    pattern:
      "(?:PHNhbWxwO|PHNhbWwycD|PFJlc3BvbnNl|PHNhbWw6QXNzZXJ0aW9u|PHNhbWwyOkFzc2VydGlvb|PEFzc2VydGlvb)[A-Za-z0-9+/=]{100,}",
    token: true,
    source: "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf",
  },
  {
    id: "generic/saml-xml",
    name: "SAML message in base64 that begins with an XML declaration",
    pattern:
      "PD94bWwgdmVyc2lvbj0iMS4wI(?:j8(?:\\+|%2B)(?:PHNhbW|CjxzYW1s|DQo8c2Ft|PFJlc3|CjxSZXNw|DQo8UmVz)|iBlbmNvZGluZz0i(?:VVRGLTgi|dXRmLTgi)Pz4(?:8c2Ft|KPHNhbW|NCjxzYW1s|8UmVz|KPFJlc3|NCjxSZXNw|[A-Za-z0-9+/]{0,4}[A-Za-z0-9+/](?:bnMw|bnMx|bnMy|czA6|czE6|czI6|zMDp|zMTp|zMjp)))[A-Za-z0-9+/%]{24,}={0,2}",
    source: "https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf",
  },
  {
    // PKCS #1, PKCS #8 and SEC 1: a sequence whose first member is the version.
    id: "generic/der-private-key",
    name: "Private key in base64 without its marks",
    pattern: `(?:MII[A-Za-z0-9+/]{2}[AQgw]IBA(?:A[JK][A-Z]|DAN)|MIG[A-Z0-9a-z]AgEAM(?:B|BM)|MHcCAQEEI|MC4CAQAwBQYDK2VwBCIEI)${BASE64}{24,}${PADDING}`,
    source: "https://www.rfc-editor.org/rfc/rfc5958",
  },
  {
    id: "generic/pem-base64",
    name: "PEM private key in base64",
    pattern:
      "LS0tLS1CRUdJTi(?:BQUklWQVRFIE|BSU0EgUFJJVkFU|BFQyBQUklWQVRF|BEU0EgUFJJVkFU|BPUEVOU1NIIFBSSVZBV|BFTkNSWVBURUQgUFJJVkFU|BQR1AgUFJJVkFU)[A-Za-z0-9+/=]{100,}",
    token: true,
    source: "https://www.rfc-editor.org/rfc/rfc7468",
  },
  {
    id: "generic/openssh-body",
    name: "Body of an OpenSSH private key without its marks",
    pattern: `b3BlbnNzaC1rZXktdjEA${BASE64}{8,}${PADDING}`,
    source: "https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key",
  },
  {
    id: "generic/totp-secret",
    name: "Secret in a TOTP provisioning URI",
    pattern:
      "otpauth://[th]otp/[\\w.%:@+-]*\\?(?:[\\w.%-]+=[\\w.%:+-]*(?:&|\\\\u0026))*secret=([A-Za-z2-7]{8,})",
    source: "https://github.com/google/google-authenticator/wiki/Key-Uri-Format",
  },
  {
    id: "generic/express-session",
    name: "Express signed session cookie",
    pattern: `s%3A[\\w-]{32}\\.${BASE64}{40,}${PADDING}`,
    source: "https://github.com/expressjs/session",
  },
  {
    id: "generic/itsdangerous",
    name: "Signed session cookie of itsdangerous (Flask)",
    pattern: "(?:eyJ|\\.eJ)[\\w-]{14,}\\.[\\w-]{6}\\.[\\w-]{27}",
    source: "https://itsdangerous.palletsprojects.com/en/stable/url_safe/",
  },
  {
    id: "generic/pkcs12",
    name: "PKCS #12 key store in base64",
    pattern: `MI[I-L][A-Za-z0-9+/]{2}[AQgw]IBAzCC${BASE64}{24,}${PADDING}`,
    source: "https://www.rfc-editor.org/rfc/rfc7292",
  },
  {
    id: "generic/negotiate",
    name: "Kerberos ticket after its scheme",
    pattern: "\\b(?:Negotiate|Kerberos) (YI[A-Za-z0-9+/]{40,}={0,2})",
    source: "https://www.rfc-editor.org/rfc/rfc4559",
  },
];
