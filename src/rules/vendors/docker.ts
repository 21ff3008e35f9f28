import type { CatalogueShape } from "../catalogue-shape.ts";
import { betterleaks, noseyparker } from "./peers.ts";

export const docker: readonly CatalogueShape[] = [
  {
    id: "docker/registry-auth",
    name: "Login of a registry in Docker's config.json",
    pattern: '\\bauth\\\\{0,7}"\\s{0,4}:\\s{0,4}\\\\{0,7}"([A-Za-z0-9+/_-]{8,}={0,2})',
    example: 'auth"   :  "«‹base62 16›==»',
    nearMiss: 'autx"   :  "‹base62 16›==',
    check: "entropy",
    checkDecides: true,
    source: "https://docs.docker.com/reference/cli/docker/login/#credential-stores",
  },
  {
    // Base64 of a text with a colon in it, wherever that stands in its three bytes: any user, any password.
    id: "docker/registry-login",
    name: "User and password of a registry in Docker's config.json",
    pattern:
      '\\bauth\\\\{0,7}"\\s{0,4}:\\s{0,4}\\\\{0,7}"((?:[A-Za-z0-9+/]{4})*(?:O[i-n][A-Za-z0-9+/]{2}|[A-Za-z0-9+/][DTjz][op][A-Za-z0-9+/]|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]6|O[i-n][A-Za-z0-9+/]=)[A-Za-z0-9+/]*={0,2})',
    example: 'auth":"«Ol‹base64 14›»',
    nearMiss: 'auth":"Ox‹base64 14›',
    source: "https://docs.docker.com/reference/cli/docker/login/#credential-stores",
  },
  {
    id: "docker/pat",
    name: "Docker personal access token",
    pattern: "dckr_pat_[\\w-]{27}",
    example: "«dckr_pat_‹base64url 27›»",
    nearMiss: "dckr_pat_‹base64url 4›",
    token: true,
    source: noseyparker("dockerhub"),
  },
  {
    id: "docker/organization-token",
    name: "Docker organization access token",
    pattern: "dckr_oat_[\\w-]{32}",
    example: "«dckr_oat_‹base64url 32›»",
    nearMiss: "dckr_oat.‹base64url 32›",
    token: true,
    source: betterleaks,
  },
  {
    id: "docker/swarm-join-token",
    name: "Docker Swarm join token",
    pattern: "SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}",
    example: "«SWMTKN-1-‹base36 50›-‹base36 25›»",
    nearMiss: "SWMTKN-1.‹base36 50›-‹base36 25›",
    token: true,
    source: betterleaks,
  },
  {
    id: "docker/swarm-unlock-key",
    name: "Docker Swarm unlock key",
    pattern: "SWMKEY-1-[A-Za-z0-9+/]{43}",
    example: "«SWMKEY-1-‹base64 43›»",
    nearMiss: "SWMKEY-1-‹base64 4›",
    token: true,
    source: betterleaks,
  },
];
