import type { CatalogueShape } from "../catalogue-shape.ts";
import { credsweeper, noseyparker, trufflehog } from "./peers.ts";
import { COLON } from "./spelling.ts";

/** Issuers with few rules, sorted. */
export const startingWithJ: readonly CatalogueShape[] = [
  {
    id: "jenkins/initial-password",
    name: "First password of a new Jenkins",
    pattern: "[Pp]assword to proceed to installation:\\s+([0-9a-f]{32})",
    example: "Password to proceed to installation: «‹hex 32›»",
    nearMiss: "Password to proceed to installation: ‹hex 16›g‹hex 15›",
    source: "https://www.jenkins.io/doc/book/installing/linux/#setup-wizard",
  },
  {
    id: "jetbrains/permanent-token",
    name: "JetBrains permanent token (YouTrack, Hub, Space)",
    pattern: `\\bperm(?:-|${COLON})[A-Za-z0-9+/=]{8,}\\.[A-Za-z0-9+/=]{2,}\\.[A-Za-z0-9]{20,}`,
    example: "«perm-‹base62 20›.‹base62 14›.‹base62 24›»",
    nearMiss: "perm-‹base62 4›.‹base62 14›.‹base62 24›",
    source: "https://www.jetbrains.com/help/youtrack/server/Manage-Permanent-Token.html",
  },
  {
    id: "jfrog/api-key",
    name: "JFrog Artifactory API key",
    pattern: "AKCp[A-Za-z0-9]{68,70}",
    example: "«AKCp‹base62 68›»",
    nearMiss: "AKCx‹base62 68›",
    token: true,
    source: credsweeper,
  },
  {
    id: "jfrog/reference-token",
    name: "JFrog reference token",
    pattern: "cmVmdGtu[A-Za-z0-9]{56}",
    example: "«cmVmdGtu‹base62 56›»",
    nearMiss: "cmVmdGtx‹base62 56›",
    token: true,
    source: trufflehog("artifactoryreferencetoken"),
  },
  {
    id: "jina/api-key",
    name: "Jina AI API key",
    pattern: "jina_[\\w-]{40,}",
    example: "«jina_‹base64url 64›»",
    nearMiss: "jina_‹base64url 4›",
    source: noseyparker("jina"),
  },
  {
    id: "jsr/token",
    name: "JSR token",
    pattern: "\\bjsr[pdwt]_[A-Za-z0-9]{32,}",
    example: "«jsrt_‹base62 36›»",
    nearMiss: "jsrt.‹base62 36›",
    check: "entropy",
    checkDecides: true,
    source: "https://jsr.io/docs/publishing-packages",
  },
];
