/**
 * What stands under a sensitive name and is no secret. Each is a pattern in the subset of `ShapeRule.pattern`,
 * matched against the whole value, letters in either case, and against no value longer than 80 bytes.
 *
 * The words are those that a log puts after `token:` or `password:` when it speaks *about* the credential
 * (`token: expired`, `using password: YES`, `Failed to refresh token: TypeError: …`). No word that people choose
 * as a password is among them: `password`, `admin`, `changeme`, `test` and `secret` are redacted.
 */
// biome-ignore format: one idea a line
export const innocentValues: readonly string[] = [
  // Nothing, or a switch.
  String.raw`(?:null|nil|none|undefined|void|nan|empty|blank|default|unset|not[ _-]?set|n/a|-{1,80}|_{1,80}|\?{1,80})`,
  String.raw`\(?(?:null|nil|none|empty|n/a|unset|not set|unknown|undefined|missing|anonymous)\)?`,
  "(?:true|false|yes|no|on|off|y|n|t|f)",
  "(?:enabled?|disabled?|required|optional|allow|allowed|deny|denied|always|never|auto|read|write)",
  // One character, or numbers that say how many or how it went (`pass: 12`, `token: 401`, `otp: 26.1.2`).
  ".",
  String.raw`-?\d{1,2}`,
  String.raw`(?:[2345]0\d|422|429)`,
  String.raw`\d{1,5}(?:\.\d{1,5}){1,3}`,
  // An address in memory, a Windows message number, an Android object.
  "0x[0-9a-f]{1,16}",
  String.raw`%%\d{4,5}`,
  String.raw`[a-z]{0,30}token\{[0-9a-f]{1,8}`,
  // Already hidden. `[^\]…]` keeps a replacement with a rule, a hash or a length in it whole.
  String.raw`\[[ *]{0,8}(?:redacted|filtered|masked|hidden|secret|omitted|removed|sanitized|scrubbed|censored)[^\[\]]{0,60}\]`,
  "<[ *]{0,8}(?:redacted|filtered|masked|hidden|secret|omitted|removed|sanitized|scrubbed|censored)[^<>]{0,60}>",
  String.raw`\((?:redacted|filtered|masked|hidden|secret|omitted|removed|sanitized|scrubbed|censored)[^()]{0,60}\)`,
  String.raw`\{(?:redacted|filtered|masked|hidden|secret|omitted|removed|sanitized|scrubbed|censored)[^{}]{0,60}\}`,
  "[*_-]{0,8}(?:redacted|filtered|masked|hidden|omitted|removed|sanitized|scrubbed|censored)[*_-]{0,8}",
  String.raw`\*{1,80}`,
  "x{3,80}",
  "#{3,80}",
  String.raw`\.{2,80}`,
  "(?:•|…|●){1,26}",
  // Templates: what a program would have put in, had it done so.
  String.raw`\$[a-z_]\w{0,60}`,
  String.raw`\$\{[^{}]{1,70}\}`,
  String.raw`\$\([^()]{1,70}\)`,
  String.raw`\$\{\{[^{}]{1,70}\}\}`,
  String.raw`\{\{[^{}]{1,70}\}\}`,
  String.raw`\{[a-z_][a-z0-9_. -]{0,60}\}`,
  "<%=?[^<>%]{1,60}%>",
  "%[sdvqrx@]",
  "%[+#][vs]",
  String.raw`%\([a-z_]\w{0,40}\)[sdr]`,
  String.raw`%\{?[a-z_]\w{0,40}[%}]`,
  String.raw`#\{[^{}]{1,60}\}`,
  "@[a-z_]{1,20}@",
  ":[a-z_]{2,30}",
  "<[a-z][a-z0-9_ .:/-]{0,60}>",
  String.raw`\[[a-z][a-z_ -]{0,40}\]`,
  String.raw`\[object [a-z]{1,30}\]`,
  String.raw`\[?function(?:: ?[a-z0-9_]{1,40})?\]?`,
  "(?:my|your|the|an?|some|insert|enter|add|put|replace)[ _-](?:[a-z]{1,16}[ _-]){0,4}(?:key|token|password|secret|credentials?|value)(?:[ _-]here)?",
  "your(?:api|access|secret|auth)?(?:key|token|password|secret)(?:here)?",
  "(?:key|token|password|secret)[ _-]here",
  // Code that fetches the value from somewhere else.
  String.raw`(?:process\.env|import\.meta\.env|env|vars|secrets|config|settings)\.[a-z_][a-z0-9_.]{0,50}`,
  String.raw`(?:os\.)?(?:environ|env|getenv)[.\[(][a-z_.]{0,8}[("'\[]{0,2}[a-z0-9_]{0,40}["'\])]{0,3}`,
  String.raw`(?:System\.getenv|os\.Getenv|ENV|getpass|input|prompt|read)[(\[]["']?[a-z0-9_ :]{0,40}["']?[)\]]?`,
  // Paths that everyone has (`PWD=/home/…`, a mounted secret). Not any path: base64 may begin with a slash,
  // but then its segments are long.
  String.raw`/|~|\.{1,2}/|~?/(?:home|usr|var|etc|opt|tmp|root|srv|app|apps|users|run|mnt|data|private|proc|dev|www)(?:/[^ ]{0,70})?`,
  "/[a-z][a-z0-9_.@-]{0,15}(?:/[a-z0-9_.@-]{1,16}){1,6}/?",
  "/(?:builds?|buildkite|workspaces?|github|drone|go|code|src|repo|project|volumes?|applications|library|__w|c|d)/[^ ]{0,70}",
  String.raw`[a-z]:[\\/][^ ]{0,76}`,
  // A Debian architecture after a package name, a level after a logger's.
  "(?:amd64|arm64|armhf|i386|x86_64|noarch|all)",
  "(?:trace|debug|info|warn|warning|error|critical|fatal):[a-z]{0,40}",
  // What is said of it. The next word of the sentence is not the value either.
  "(?:valid|invalid|expired|expires|missing|present|absent|unknown|malformed|incorrect|wrong|revoked|rejected|accepted|unauthorized|unauthorised|forbidden|unsupported|unavailable|exceeded|success|successful|succeeded|ok|error|fail|fails|failed|failure|timeout|skipped|ignored|match|matches|mismatch|verified|authenticated|granted|refreshed|updated|changed|created|generated|received|found|loaded)[,.;:!]?",
  "(?:the|an|is|are|was|were|be|been|has|have|had|not|for|from|to|of|in|at|by|with|without|and|or|but|if|this|that|it|its|must|should|cannot|can|can't|could|couldn't|does|doesn't|did|didn't|will|would|may|unable|expected|got|too|request|requests|response|status|http|https|user|cause|caused|reason|because|please|while|when|after|before)[,:]?",
  "(?:is|are|was|must|should|cannot|can't|does|doesn't|do not|don't|has|not|too|invalid|unable to|failed to) [a-z ,.()'0-9-]{1,60}",
  "[a-z0-9_.$]{0,50}(?:error|exception):?",
  "(?:econn[a-z]{3,8}|etimedout|enotfound|eacces|enoent|eperm|err_[a-z_]{3,40}|invalid_[a-z_]{3,30}|access_denied|unauthorized_client)",
  // Settings named like the credential: how, not what.
  "(?:basic|bearer|digest|negotiate|ntlm|kerberos|plain|login|cram-md5|oauth2?|oidc|saml2?|jwt|jws|hs256|rs256|es256|md5|(?:hmac-)?sha[-_]?[0-9-]{1,7}|bcrypt|scrypt|argon2(?:id|i|d)?|pbkdf2)",
  String.raw`(?:string|number|boolean|object|array|text|buffer|uuid|required\|string|str|bytes|opaque|user|service|machine|access|refresh|publickey|interactive|same-origin|include|omit|no-?check|chauthtok|files|compat|sss)`,
];
