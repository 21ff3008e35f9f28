import type { ShapeRule } from "../rule.ts";
import { noseyparker } from "./peers.ts";
import { CRYPT64 } from "./spelling.ts";

export const passwordHashes: readonly ShapeRule[] = [
  {
    id: "generic/bcrypt-hash",
    name: "bcrypt hash",
    pattern: `\\$2[abxy]\\$\\d\\d\\$${CRYPT64}{53}`,
    source: "https://passlib.readthedocs.io/en/stable/modular_crypt_format.html",
  },
  {
    id: "generic/argon2-hash",
    name: "Argon2 hash",
    pattern:
      "\\$argon2(?:id|i|d)\\$(?:v=\\d+\\$)?m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]+={0,2}\\$[A-Za-z0-9+/]+={0,2}",
    source: "https://www.rfc-editor.org/rfc/rfc9106",
  },
  {
    id: "generic/crypt-hash",
    name: "crypt(3) hash: MD5, SHA-256, SHA-512",
    pattern: `\\$[156]\\$(?:rounds=\\d+\\$)?${CRYPT64}{1,16}\\$${CRYPT64}{22,86}`,
    source: "https://passlib.readthedocs.io/en/stable/modular_crypt_format.html",
  },
  {
    id: "generic/yescrypt-hash",
    name: "yescrypt or scrypt hash of crypt(3)",
    pattern: `\\$(?:y|gy|7)\\$${CRYPT64}+\\$${CRYPT64}+\\$${CRYPT64}{43}`,
    source: "https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html",
  },
  {
    id: "generic/apr1-hash",
    name: "Apache MD5 hash",
    pattern: `\\$apr1\\$${CRYPT64}{1,8}\\$${CRYPT64}{22}`,
    source: "https://httpd.apache.org/docs/current/misc/password_encryptions.html",
  },
  {
    id: "generic/phpass-hash",
    name: "phpass hash",
    pattern: `\\$[PH]\\$${CRYPT64}{31}`,
    source: "https://www.openwall.com/phpass/",
  },
  {
    id: "generic/cisco-hash",
    name: "Cisco type 8 or 9 hash",
    pattern: `\\$[89]\\$${CRYPT64}{8,16}\\$${CRYPT64}{43}`,
    source: noseyparker("hashes"),
  },
  {
    id: "generic/pbkdf2-hash",
    name: "PBKDF2 hash of Django",
    pattern: "pbkdf2_sha\\d{1,3}\\$\\d+\\$[A-Za-z0-9]+\\$[A-Za-z0-9+/]{20,}={0,2}",
    source: "https://docs.djangoproject.com/en/stable/topics/auth/passwords/",
  },
  {
    id: "generic/scrypt-hash",
    name: "scrypt hash",
    pattern: "\\$scrypt\\$ln=\\d+,r=\\d+,p=\\d+\\$[A-Za-z0-9+/]+={0,2}\\$[A-Za-z0-9+/]+={0,2}",
    source: "https://passlib.readthedocs.io/en/stable/lib/passlib.hash.scrypt.html",
  },
  {
    id: "generic/ldap-hash",
    name: "Salted LDAP password hash",
    pattern: "\\{(?:SSHA|SMD5|SSHA256|SSHA384|SSHA512)\\}[A-Za-z0-9+/]{20,}={0,2}",
    source: "https://www.openldap.org/doc/admin26/security.html",
  },
  {
    id: "generic/kerberos-hash",
    name: "Kerberos ticket hash",
    pattern: "\\$krb5(?:asrep|tgs)\\$\\d\\d\\$[^\\s\"'<>&\\\\\\x1b]{32,}",
    source: noseyparker("hashes"),
  },
];
