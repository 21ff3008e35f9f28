import type { ShapeRule } from "../rule.ts";
import { betterleaks, noseyparker } from "./peers.ts";

export const docker: readonly ShapeRule[] = [
  {
    id: "docker/registry-auth",
    name: "Login of a registry in Docker's config.json",
    pattern: '\\bauth\\\\{0,7}"\\s{0,4}:\\s{0,4}\\\\{0,7}"([A-Za-z0-9+/_-]{8,}={0,2})',
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
    source: "https://docs.docker.com/reference/cli/docker/login/#credential-stores",
  },
  {
    id: "docker/pat",
    name: "Docker personal access token",
    pattern: "dckr_pat_[\\w-]{27}",
    token: true,
    source: noseyparker("dockerhub"),
  },
  {
    id: "docker/organization-token",
    name: "Docker organization access token",
    pattern: "dckr_oat_[\\w-]{32}",
    token: true,
    source: betterleaks,
  },
  {
    id: "docker/swarm-join-token",
    name: "Docker Swarm join token",
    pattern: "SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}",
    token: true,
    source: betterleaks,
  },
  {
    id: "docker/swarm-unlock-key",
    name: "Docker Swarm unlock key",
    pattern: "SWMKEY-1-[A-Za-z0-9+/]{43}",
    token: true,
    source: betterleaks,
  },
];
