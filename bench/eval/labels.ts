// A label is what another tool's rule captures, which is not always the credential: some capture the
// user name, some the key with the value, some the scheme word or the cookie's name, which we keep.
// Here each such label is narrowed to the characters that must not get out.

/** Text → the credential, where the label names something else. */
const relabelled: [file: string, rule: RegExp, credential: RegExp][] = [
  ["noseyparker", /^np\.(mongodb|postgres)\.1$/, /:\/\/[^:/@\s]+:([^@\s]+)@/],
  ["noseyparker", /^np\.netrc\.1$/, /password\s+(\S+)/],
  ["noseyparker", /^np\.psexec\.1$/, /-p(?:assword)?\s+"?([^\s"]+)/i],
  ["noseyparker", /^np\.vmware\.1$/, /-Password\s+["']?([^\s"'$]+)/i],
  ["noseyparker", /^np\.odbc\.1$/, /(?:password|pwd)[ \t]*=[ \t]*\\*["']?([^;"'\s\\#(]+)/i],
  ["noseyparker", /^np\.kubernetes\.2$/, /token-secret:\s*(\w+)/],
  ["noseyparker", /^np\.phpmailer\.1$/, /Password\s*=\s*['"]([^'"]+)/],
  ["noseyparker", /^np\.thingsboard\.2$/, /Secret"?:\s*"(\w+)/],
  ["noseyparker", /^np\.generic\.[34]$/, /pass(?:word)? ?= ?(?:'([^']+)'|([^\s#']+))/i],
  ["noseyparker", /^np\.generic\.8$/, /,\s*"[^"]+",\s*"([^"]+)"\)/],
  ["noseyparker", /^np\.gradle\.1$/, /password\s+["']([^"']+)/],
  ["noseyparker", /^np\.azure\.1$/, /Key=([\w+/]+=*)/],
  ["noseyparker", /^np\.azure\.2$/, /Secret=([\w+/=]+)/],
  ["noseyparker", /^np\.generic\.7$/, /",\s*"([^"]+)"\)/],
  ["noseyparker", /^np\.generic\.9$/, /Password" value="([^"]+)/],
  ["noseyparker", /^np\.generic\.10$/, /Password=([^;"]+)/],
  ["noseyparker", /^np\.generic\.1[34]$/, /is ['"]([^'"]+)/],
  ["noseyparker", /^np\.gitalk\.1$/, /clientSecret:'(\w+)/],
  ["noseyparker", /^np\.github\.5$/, /SECRET=(\w+)/],
  ["noseyparker", /^np\.google\.6$/, /SECRET = '([^']+)/],
  ["noseyparker", /^np\.auth0\.1$/, /CLIENT_SECRET=['"]([^'"]+)/],
  ["noseyparker", /^np\.blynk\.[89]$/, /(?:-u [\w-]+:|client_secret=)([\w-]+)/],
  ["noseyparker", /^np\.aws\.4$/, /SESSION_TOKEN="([^"]+)/],
  ["noseyparker", /^np\.aws\.6$/, /'([0-9a-f]{40})'/],
  ["secretlint", /^basicauth$/, /:\/\/[^:/@\s]+:([^@\s]+)@/],
  ["secretlint", /^database-connection-string$/, /:\/\/[^:/@\s]*:([^@\s]+)@/],
];

/** Label → its parts that are the credential. */
const narrowed: [file: string, rule: RegExp, parts: (label: string) => string[]][] = [
  ["http", /^http\.cookie$/, cookieValues],
  ["gitleaks", /session-cookie/, cookieValues],
  ["http", /^http\.set-cookie$/, (label) => [label].filter(isTelling)],
  [
    "gitleaks",
    /^(sidekiq-sensitive-url|curl-auth-user)$/,
    (label) => [unquoted(label.replace(/^["']?[^:]*:/, ""))],
  ],
  ["gitleaks", /^kubernetes-secret-yaml$/, (label) => [unquoted(label.replace(/^[^:]*:[\s|>"']*/, ""))]],
  ["http", /^http\.authorization(\.raw)?$/, (label) => [label.replace(/^[\w-]+ +/, "")]],
  ["noseyparker", /^np\.http\./, (label) => [label.replace(/^(Basic|Bearer) +/i, "")]],
  [
    "secretlint",
    /^(azure|aws|pattern)$/,
    (label) => [label.replace(/^["']?\w+["']?\s*(:=|=>|=|:)\s*["']?/, "")],
  ],
  ["gitleaks", /^hashicorp-tf-password$/, (label) => [unquoted(label)]],
  ["credsweeper", /^SQL Password$/, (label) => [label.replace(/\\;$/, "")]],
  ["secretlint", /^npm$/, (label) => [label.replace(/^https?:\/\/|^_authToken=/, "")]],
  ["secretlint", /^slack$/, (label) => (label.startsWith("https:") ? webhookSecret(label) : [label])],
  ["credsweeper", /^Gitlab Prefix Token$/, (label) => [label.replace(/^_gitlab_session=/, "")]],
  ["", /webhook|^np\.(slack\.3|msteams)/i, webhookSecret],
  ["", /pem|private.?key|^gcp$/i, pemBody],
];

function cookieValues(label: string) {
  return label
    .split(/;\s*/)
    .map((pair) => pair.slice(pair.indexOf("=") + 1))
    .filter(isTelling);
}

function unquoted(value: string) {
  return value.replace(/^["']+|:?["']+$/g, "");
}

/** Some values are not secrets under any name (design.md). */
function isTelling(value: string) {
  return !/^(true|false|yes|no|null|undefined)$/i.test(value);
}

/** The address may stay, and with it the ids of workspace and channel. */
function webhookSecret(label: string) {
  const teams = /IncomingWebhook\/([0-9a-f]+)/.exec(label)?.[1];
  return [teams ?? label.split("/").findLast((segment) => segment.length > 8) ?? label];
}

/** The marks of a PEM block may stay, and what a log writes in front of its lines. */
function pemBody(label: string) {
  const block = /-----BEGIN [^-]*-----([\s\S]*?)(?:-----END|$)/.exec(label)?.[1] ?? label;
  const lines = block.split(/\\+[nr]|[^\w+/=]+/).filter((run) => run.length >= 24);
  return lines.length > 0 ? lines : [block];
}

/**
 * The parts of a labelled secret that must not appear in the output.
 *
 * @returns An empty list where the label holds no credential.
 */
export function credentialParts(file: string, rule: string, text: string, label: string): string[] {
  for (const [inFile, pattern, credential] of relabelled) {
    if (inFile === file && pattern.test(rule)) {
      const found = credential.exec(text)?.slice(1).find(Boolean);
      return found ? [found] : [];
    }
  }
  for (const [inFile, pattern, parts] of narrowed) {
    if ((inFile === "" || inFile === file) && pattern.test(rule)) {
      return parts(label).filter((part) => part.length > 0);
    }
  }
  return [label];
}
