import type { ShapeRule } from "./rule.ts";

/** Up to a flag of the same command, continued lines included. */
const arguments_ = String.raw`(?:[^\n\r\\|;]|\\[^|;])*`;
// Without counted repeats: beside arguments that go on, each count would be a state of its own.

/** A quote before a word, as a shell or a string around the command writes it. */
const quote = String.raw`\\{0,3}["']?`;
/** One word of a command, up to a quote that ends it. */
const word = String.raw`[^\s"'\\]+`;

/** Passwords in arguments and in files of commands; those that more than one log has shown are in `commands.ts`. */
// biome-ignore format: a table
export const shellRules: readonly ShapeRule[] = [
  {
    id: "shell/curl-option",
    name: "Password of libcurl",
    source: "https://curl.se/libcurl/c/CURLOPT_USERPWD.html",
    pattern: String.raw`CURLOPT_(?:PROXY|KEY|TLSAUTH_|XOAUTH2_|PROXY_TLSAUTH_)?(?:PASSWORD|PASSWD|USERPWD|BEARER)["']?\s{0,3}(?:,|=>|:)\s{0,3}\\{0,3}["']([^"'\\\s]+)`,
  },
  {
    id: "shell/docker-login",
    name: "Password of a login command",
    source: "https://docs.docker.com/reference/cli/docker/login/",
    pattern: String.raw`\b(?:docker|podman|helm registry|oc|az|az acr|cf|buildah|skopeo|crane|oras) login${arguments_} -p[ =]${quote}(${word})`,
  },
  {
    id: "shell/ldap",
    name: "Password of an LDAP command",
    source: "https://linux.die.net/man/1/ldapsearch",
    pattern: String.raw`\bldap(?:search|add|modify|delete|whoami|passwd)${arguments_} -w ${quote}(${word})`,
  },
  {
    id: "shell/openssl",
    name: "Pass phrase of openssl",
    source: "https://docs.openssl.org/master/man1/openssl-passphrase-options/",
    pattern: String.raw`-pass(?:in|out)?\s{1,2}${quote}pass:(${word})`,
  },
  {
    id: "shell/pgpass",
    name: "Password of .pgpass",
    source: "https://www.postgresql.org/docs/current/libpq-pgpass.html",
    pattern: String.raw`:(?:5432|5433|6432):[^\s:"'/]{1,64}:[^\s:"'/]{1,64}:([^\s:"'/]{1,256})$`,
  },
  {
    id: "shell/docker-auth",
    name: "Credentials of a container registry",
    source: "https://docs.docker.com/reference/cli/docker/login/#credential-stores",
    pattern: String.raw`"auth\\{0,7}"\s{0,3}:\s{0,3}\\{0,7}"([A-Za-z0-9+/]{12,}={0,2})`,
    check: "entropy",
    checkDecides: true,
  },
  {
    id: "shell/docker-config",
    name: "Docker's config.json in base64, as Kubernetes keeps it",
    source: "https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets",
    // {"auths": or { "auths":
    pattern: String.raw`\b((?:eyJhdXRocyI6|eyAiYXV0aHMiO|ewogICJhdXRocy|ewoJImF1dGhzI)[A-Za-z0-9+/]{16,}={0,2})`,
  },
  {
    id: "jwk/private-part",
    name: "Private part of a JSON web key",
    source: "https://www.rfc-editor.org/rfc/rfc7518#section-6",
    pattern: String.raw`"(?:d|k|p|q|dp|dq|qi)\\{0,7}"\s{0,3}:\s{0,3}\\{0,7}"([\w-]{22,})["\\]`,
    check: "entropy",
    checkDecides: true,
  },
  {
    id: "sql/password-function",
    name: "SQL PASSWORD('…')",
    source: "https://dev.mysql.com/doc/refman/5.7/en/encryption-functions.html#function_password",
    pattern: String.raw`\b(?:PASSWORD|password)\s?\(\s?\\{0,3}["']([^"'\\\s]+)`,
  },
].map((rule) => ({ ...rule, exact: true }) as ShapeRule);
