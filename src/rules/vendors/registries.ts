import type { ShapeRule } from "../rule.ts";
import { betterleaks, credsweeper, gitleaks, noseyparker, trufflehog } from "./peers.ts";

export const registries: readonly ShapeRule[] = [
  {
    id: "npm/token",
    name: "npm access token",
    pattern: "npm_[A-Za-z0-9]{36}",
    check: "crc32-base62",
    source: "https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
  },
  {
    id: "pypi/token",
    name: "PyPI API token",
    pattern: "pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[\\w-]{50,}",
    source: "https://pypi.org/help/#apitoken",
  },
  { id: "rubygems/api-key", name: "RubyGems API key", pattern: "rubygems_[0-9a-f]{48}", source: gitleaks },
  {
    id: "nuget/api-key",
    name: "NuGet API key",
    pattern: "\\boy2[a-z2-7]{43}\\b",
    exact: true,
    source: noseyparker("nuget"),
  },
  {
    id: "docker/pat",
    name: "Docker personal access token",
    pattern: "dckr_pat_[\\w-]{27}",
    source: noseyparker("dockerhub"),
  },
  {
    id: "docker/organization-token",
    name: "Docker organization access token",
    pattern: "dckr_oat_[\\w-]{32}",
    source: betterleaks,
  },
  {
    id: "docker/swarm-join-token",
    name: "Docker Swarm join token",
    pattern: "SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}",
    source: betterleaks,
  },
  {
    id: "docker/swarm-unlock-key",
    name: "Docker Swarm unlock key",
    pattern: "SWMKEY-1-[A-Za-z0-9+/]{43}",
    source: betterleaks,
  },
  {
    id: "jfrog/api-key",
    name: "JFrog Artifactory API key",
    pattern: "AKCp[A-Za-z0-9]{68,70}",
    source: credsweeper,
  },
  {
    id: "jfrog/reference-token",
    name: "JFrog reference token",
    pattern: "cmVmdGtu[A-Za-z0-9]{56}",
    source: trufflehog("artifactoryreferencetoken"),
  },
  {
    id: "clojars/deploy-token",
    name: "Clojars deploy token",
    pattern: "CLOJARS_[0-9a-z]{60}",
    source: gitleaks,
  },
  {
    id: "crates-io/token",
    name: "crates.io API token",
    pattern: "\\bcio[A-Za-z0-9]{32}\\b",
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: noseyparker("crates.io"),
  },
  {
    id: "cloudsmith/api-key",
    name: "Cloudsmith API key",
    pattern: "csa_[0-9a-f]{30}[0-9A-Za-z]{6}\\b",
    exact: true,
    source: betterleaks,
  },
];
