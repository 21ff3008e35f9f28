import { ABOUT_SECRET, masks, plainText, VARIABLE } from "./masks.ts";

/**
 * A string in a template. What stands between two strings of a list or an object is none: `"${Zq8","ok","}"`, and `" : "`.
 */
const BETWEEN = String.raw`[^ ,:=)}\]'"\\\n\r0-9](?:[^0-9'"\\\n\r]|[0-9]+[^a-z0-9'"\\\n\r])*[0-9]*| *`;
const QUOTED = String.raw`'(?:${BETWEEN})'|"(?:${BETWEEN})"|\\'(?:${BETWEEN})\\'|\\"(?:${BETWEEN})\\"`;

/** A function's name: words, of which one may be short for "to". `hunter2()` is a password, and so are letters and digits mixed. */
const CALLED = "(?:[a-z_]|[0-9]{1,3}_|bin2hex|hex2bin|md5|sha(?:1|256|512)|base(?:32|58|64))+";

/** What stands in brackets after it, and in a path: no digits with letters after them. */
const plainIn = (ends: string): string => `(?:[^0-9${ends}]|[0-9]+[^a-z0-9${ends}])*[0-9]*`;
const ARGUMENTS = plainIn(String.raw`\s"'<>`);
const PATH = plainIn(String.raw`\s"'<>,;`);

const PLAIN = plainIn(String.raw`\s"'<>`);

/** A function's name outside quotes: digits stand in it twice at most. */
const FUNCTION = String.raw`[a-z_]{1,30}(?:\d{1,3}[a-z_]{1,30}){0,2}\d{0,3}`;

/** What stands in angle brackets. */
const IN_CORNERS = `[a-z](?:[a-z_ .:/-]|[0-9]{1,3}[_ .:/-])*[0-9]{0,3}`;

/** What stands in braces. */
const IN_BRACES = plainText(String.raw`{}"'\\\n\r`, QUOTED);

/**
 * What stands under a sensitive name and is not a secret. Each is a pattern in the subset of `ShapeRule.pattern`,
 * matched against the whole value, letters in either case, and against no value longer than `PLACEHOLDER_LIMIT`. So an
 * upper bound is only needed where a longer value may be a secret; each costs a state a byte.
 *
 * The words are those that a log puts after `token:` or `password:` when it speaks *about* the credential
 * (`token: expired`, `using password: YES`, `Failed to refresh token: TypeError: …`). No word that people choose
 * as a password is among them: `password`, `admin`, `changeme`, `test` and `secret` are redacted.
 */
// biome-ignore format: one idea a line
export const innocentValues: readonly string[] = [
  ...masks.map(({ pattern }) => pattern),
  // Nothing, or a switch.
  String.raw`(?:null|nil|none|undefined|void|nan|empty|blank|default|unset|not[ _-]?set|n/a|-+|_+|\?+)`,
  String.raw`\(?(?:null|nil|none|empty|n/a|unset|not set|unknown|undefined|missing|anonymous)\)?`,
  "(?:true|false)",
  "(?:enabled?|disabled?|required|optional|allow|allowed|deny|denied|inherit)",
  // What stands for a password where the user is the token, or where FTP lets anyone in.
  "x-oauth-basic",
  "(?:anonymous|guest|ftp|mozilla|ieuser|lftp)@",
  String.raw`\\{1,4}n`,
  // How long it is, as kubectl describes it; a place on Cassandra's ring; an address of Ethereum; when it was signed.
  String.raw`\d{1,6} bytes`,
  "0x[0-9a-f]{40}",
  String.raw`t=\d{10}`,
  // The kind of a public key of SSH, which stands after it.
  "(?:sk-)?(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp[0-9]{3}|rsa-sha2-[0-9]{3})(?:-cert-v01)?(?:@openssh.com)?",
  // What is left of a line of code after a string.
  String.raw`[)\]};]{1,6}`,
  // An address in memory, a Windows message number, an Android object.
  "0x[0-9a-f]{1,16}",
  // A test and how long it took: `--- PASS: TestUser (0.00s)`.
  String.raw`test[a-z0-9_/.-]+ \(\d{1,5}\.\d{1,3}s\)`,
  String.raw`%%\d{4,5}`,
  String.raw`[a-z]*token\{[0-9a-f]{1,8}`,
  `(?:[a-z0-9]{1,12}[_.~-]{1,2}){0,2}[a-wyz0-9]{0,14}x{6,64}`,
  `[a-z0-9]{1,8}[_.~-]{1,2}x[x*_.~-]{5,70}`,
  "[a-z0-9_.~-]{0,8}0{12}[0_.-]{0,60}",
  // Published in documentation: AWS writes EXAMPLE into its keys. As the end of something long, no password.
  String.raw`[a-z0-9_./+=-]{12,}example(?:key|token|\d)?`,
  "[a-z0-9]{1,8}[._-]example",
  "a[ks]ia[a-z0-9]{4,12}example",
  String.raw`\.{2,80}`,
  // Its first and last letters: `sk-...abcd`.
  String.raw`(?:[a-z]{1,6}[_-]){0,3}\.{3}[a-z0-9]{2,4}`,
  // Templates: what a program would have put in, had it done so.
  // In quotes a variable is one by its words; `$hunter` is a password.
  String.raw`\$[a-z]+(?:_[a-z]+)+\d{0,2}|\$[a-z_]*(?:pass|passwd|password|pwd|pw|token|secret|key|auth|creds?|credentials?|value|val|var|env)\d{0,2}`,
  // A quote inside has its second one: `"${Zq8"}` is a string that ends, and no template.
  String.raw`\$\{${IN_BRACES}\}`,
  String.raw`(?:\$\{${VARIABLE}\}[:/@.-]?)+`,
  // `${f5pass}`: a number in the name, once.
  String.raw`\$\{[a-z_]+\d{1,2}[a-z_]+\}`,
  String.raw`\$\d`,
  // A command, which ends where an unquoted value does: "$(cat" of `$(cat "$FILE")`.
  String.raw`\$\(${plainText(String.raw`()"' \n\r`)}(?: ${plainText(String.raw`()"'\n\r`, QUOTED)})?\)`,
  String.raw`(?:\$\()+[a-z_./-]+(?:64|3|\d{3}sum)?`,
  String.raw`\$?\{\{${IN_BRACES}\}\}`,
  String.raw`\{\d?\}`,
  `&lt;${IN_CORNERS}&gt;`,
  // With how Python prints it: `{password!r}`.
  String.raw`\{${VARIABLE}(?:![rsa])?\}`,
  // A key of Amazon, by its other name.
  "alias/[a-z0-9/_-]{1,60}",
  // With blanks, only where its words say so: `{hunter two 123}` is a password.
  String.raw`\{(?:[a-z_]+[ -])+(?:key|token|password|passwd|passphrase|secret|credentials?|value|here|id|name|string)\}`,
  String.raw`\{base64\([^{}"']*`,
  `<%${plainText(String.raw`<>%"'\n\r`, QUOTED)}%>`,
  "%[sdvqrx@]",
  "%[+#][vs]",
  String.raw`%\(${VARIABLE}\)[sdr]`,
  String.raw`%\{?${VARIABLE}[%}]`,
  String.raw`#\{${IN_BRACES}\}`,
  "@[a-z_]{1,20}@",
  ":[a-z_]*(?:pass|passwd|password|pwd|pw|token|secret|key|auth|creds|value)",
  `<${IN_CORNERS}>`,
  // `[token]` and `[your password]` are placeholders, `[correcthorse]` is how a Java map of lists prints a password.
  String.raw`\[(?:[a-z]+[_ -])*(?:key|token|password|passwd|secret|credentials?|value|here|object|array|list|map|set|string|buffer|blob|binary|data|null|none|nil|empty|undefined|unset|missing|unknown|anonymous|circular|getter|setter|getter/setter|native code|encrypted|protected|private|sensitive|hidden|truncated|elided|obfuscated|options?|args|flags)\]`,
  String.raw`\[object [a-z]{1,30}\]`,
  String.raw`\[?(?:async|generator|asyncgenerator)?function\*?(?:: ?[\w$.]{1,60}| \(anonymous\))?\]?`,
  String.raw`\[class [\w$]{1,60}(?: extends [\w$.]{1,60})?\]|\[symbol\([\w$. ]{0,40}\)\]|\[circular \*\d{1,3}\]`,
  "(?:my|your|the|an?|some|insert|enter|add|put|replace)[ _-](?:[a-z]+[ _-]){0,4}(?:key|token|password|secret|credentials?|value)(?:[ _-]here)?",
  "your(?:api|access|secret|auth)?(?:key|token|password|secret)(?:here)?",
  "[a-z0-9~_.-]*(?:key|token|password|secret)[ _-]?here[_x*.-]*",
  "(?:[a-z0-9]{1,12}[_.~-]{1,2}){0,2}your[_-]?(?:[a-z]+[_-])*(?:key|token|secret|password|passwd)(?:[_-]here)?",
  "not[_-]an?[_-](?:real[_-]|valid[_-])?(?:key|token|secret|password)",
  // A header's, a constant's or a field's own name.
  "(?:proxy-)?authorization",
  "(?:[a-z0-9]{1,16}[_-])*(?:api|access|auth|secret|private|refresh|client|bearer|session)[_-](?:key|token|secret)",
  "my(?:api|access|auth|session|refresh|client|bearer)(?:key|token)|session-key\\d{0,5}",
  // A column's type.
  String.raw`n?(?:var)?char2?\(\d{1,5}\)`,
  // A module of a web server.
  "mod_[a-z_]{2,20}",
  // An empty list or object as a string.
  String.raw`\[\]|\{\}`,
  "tokens?",
  // Code that fetches the value from somewhere else.
  String.raw`(?:new )?${CALLED}(?:\.${CALLED})+\(${ARGUMENTS}`,
  String.raw`${CALLED}::${CALLED}\(${ARGUMENTS}`,
  // A call, or arguments in brackets, that begin with one of another name: `credentials=PlainCredentials(username=…`.
  String.raw`[a-z_]*\((?:user|username|login|name|id|type|host|account|region|arn|role_?arn|client_?id|key_?id|access_?key_?id|aws_key_id|aws_access_key_id|aws_role)=`,
  String.raw`(?:var|local|data|module|self|this|params|options|opts|args|req|request|ctx|props|state|cfg|conf|each)\.${VARIABLE}\[?`,
  String.raw`(?:get|fetch|read|load|hash|verify|derive|sign|compute|parse|mask|generate|create|decode|encode|issue|refresh|acquire|obtain|resolve)_?${CALLED}\(${ARGUMENTS}`,
  // A call with a variable of a template: `sensitive(var.master)`.
  String.raw`[a-z_]\w{1,30}\((?:var|local|data|module|each)\.[a-z_][\w.]*\)?`,
  // Items of another array: `form.cleaned_data["password"]`.
  String.raw`[a-z_]\w{0,30}(?:\.[a-z_]\w*)+\[`,
  // A call of calls or of nothing: `bin2hex(random_bytes(32))`.
  String.raw`${CALLED}\((?:\)|${CALLED}\(\d{0,5}\)?)[);]{0,3}`,
  // A call with a parameter, `crypt($1, …)`; a field of what may be missing, `req.headers.authorization?.split(`.
  String.raw`${CALLED}\((?:\$\d{1,2}|\?|[:@]${VARIABLE}),?`,
  String.raw`(?:this|self|req|request|ctx|props|state|params|options)(?:\.[a-z_]\w*)+[?!](?:\.[a-z]+\(?)?`,
  // A command that prints it, in backticks.
  String.raw`(?:cat|head -n? ?\d{1,4}|tail -n? ?\d{1,4}) /${PATH}`,
  // Docker's `--secret id=npm,src=…`, which names a secret.
  `id=${VARIABLE}(?:,(?:src|source|target|env|type|required|mode|uid|gid)=${PATH})*`,
  // Another option's name in brackets, as wget's debug output has it; a pointer of Go.
  String.raw`\([a-z_]*passw(?:or)?d\)?`,
  String.raw`\(\*[a-z0-9_.]{1,30}\)\((?:0x[0-9a-f]{1,16}|nil)\)?`,
  "\\(?(?:convertto-securestring|read-host|get-credential|get-content|get-secret|new-object|await)",
  // A resource of Terraform.
  String.raw`(?:random|aws|google|azurerm|kubernetes|tls|vault|helm)_[a-z_]+\.[a-z0-9_]+[a-z0-9_.\[\]]*`,
  // A type of GraphQL or Rust; a variable of CSS; what a shell says of a variable that is not set.
  String.raw`\[?(?:string|int|id|boolean|float)!\]?!?`,
  String.raw`(?:optional|annotated|list|dict|union|option|secret|vec|mapped)[\[<][a-z]{1,20}[\]>]?`,
  "null_value",
  "&(?:'[a-z_]{1,10} )?(?:mut )?(?:str|string)",
  "--[a-z]{1,20}(?:-[a-z0-9]{1,20}){0,4}",
  String.raw`\?[a-z][a-z _-]{1,50}\}?`,
  // A word as a language model's tokenizer cuts it, with the blank in front.
  " [a-z]{1,20}",
  // A reference of CloudFormation.
  "!(?:ref|getatt|importvalue|sub|join|findinmap|select|reference|env|env_var|secret|include|vault)",
  String.raw`(?:process\.env|import\.meta\.env|env|vars|secrets|config|settings)\.${VARIABLE}[!?]?`,
  String.raw`(?:os\.)?(?:environ|env|getenv|getpass|input|prompt|read)[.(\[]{1,2}(?:${VARIABLE})?[)\]]{0,2}`,
  String.raw`\\{0,3}\$_(?:post|get|request|env|server|session|cookie)\[[a-z0-9_]*\]?`,
  String.raw`'\$[a-z_]\w{0,60}'?`,
  // Code between two strings, the name at the end of the first: `"password: " + password + "…"`, `"Password:",label:"…"`.
  // No longer: 40 characters of base64 may begin with "+".
  // With a blank, a second "+", a dot or a bracket: "+hunter2" is a password.
  String.raw` ?\+ (?:new )?\$?${VARIABLE}[.()]{0,3} ?\+? ?`,
  String.raw` ?\+\$?${VARIABLE}[.()]{0,3} ?\+ ?`,
  String.raw` ?\+[a-z_$]\w{0,30}(?:\.[a-z_$][\w$]{0,30}){0,2}\(\)?`,
  String.raw` ?\+(?:this|self|user|req|request|config|cfg|options|opts|args|params|props|data|ctx)\.[a-z_$][\w.$]{0,30}`,
  String.raw` ?\. ?\$[a-z_]\w{0,30}[\[.]?`,
  `, ?${VARIABLE} ?[:=] ?`,
  // A selector of a page's field, `#add-password`.
  "[#.](?:[a-z]+[_-])*(?:password|passwd|token|secret|key)(?:[_-][a-z]+)*",
  // A cast.
  String.raw`\((?:const )?(?:char|void|byte|wchar_t|lpw?str|string)`,
  // Paths that everyone has (`PWD=/home/…`, a mounted secret). Not any path: base64 may begin with a slash,
  // but then its segments are long.
  String.raw`/|~|\.{1,2}/|~?/(?:home|usr|var|etc|opt|tmp|root|srv|app|apps|users|run|mnt|data|private|proc|dev|www)(?:/${PATH})?`,
  String.raw`/[a-z][a-z_.@-]{0,15}(?:/(?:[a-z_.@-]|\d+[_.@-])*\d*){1,6}`,
  `/(?:builds?|buildkite|workspaces?|github|drone|go|code|src|repo|project|volumes?|applications|library|__w|c|d)(?:/${PATH})?`,
  String.raw`[a-z]:(?:[\\/]+${PATH})?`,
  String.raw`(?:[a-z_./-]|\d+[_./-])+\.(?:sh|py|[cm]?[jt]s|html|rb|exe|go|log|txt|ya?ml|json|conf|cfg|pem|key|crt|cer|p12|pfx|jks|keytab)`,
  // The file of a key, in a folder that a variable names.
  String.raw`['"]?\$\{?[a-z_]+\}?['"]?/[\w./{}$'-]*\.(?:pem|key|crt|cer|p12|pfx|jks|keytab)`,
  // A page that tells of it, a link.
  String.raw`https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-z_.#-]+)*/?`,
  String.raw`\[[^\]\n]+\]\([^)\n]+\)?`,
  // A Debian architecture after a package name, a level after a logger's.
  "(?:amd64|arm64|armhf|i386|x86_64|noarch|all)",
  "(?:trace|debug|info|warn|warning|error|critical|fatal):[a-z]*",
  // What is said of it. The next word of the sentence is not the value either.
  "(?:valid|invalid|expired|expires|missing|present|absent|unknown|malformed|incorrect|wrong|revoked|rejected|accepted|sent|unauthorized|unauthorised|forbidden|unsupported|unavailable|exceeded|success|successful|succeeded|error|fails|failed|failure|timeout|skipped|ignored|match|matches|mismatch|verified|authenticated|granted|refreshed|updated|changed|created|generated|received|found|loaded|confirmed|unchanged|configured|provided|supplied|rotated|deleted|removed|stored|cached|saved|issued|obtained|registered|encrypted|decrypted|hashed|inactive|pending|added|deprecated)[,.;:!]?",
  // The same in German, French, Spanish, Portuguese and Italian.
  "(?:erforderlich|ungültig|abgelaufen|falsch|fehlt|obligatoire|requise?|invalide|expirée?|manquante?|obligatori[oa]|requerid[oa]|inválid[oa]|invalid[oa]|expirad[oa]|caducad[oa]|obrigatóri[oa]|obrigatori[oa]|incorret[oa]|incorrect[oa]|obbligatori[oa]|richiest[oa]|scadut[oa]|es obligatori[oa])[,.;:!]?",
  // In Russian, Chinese, Japanese and Korean: required, wrong, changed, must not be.
  String.raw`(?:обязател|неверн|некоррект|необходим|должен|должна|должно|изменен|изменён|сброшен|не |必須|必填|必需|不能|不可|错误|錯誤|不正确|无效|無效|已|请|正しく|入力|未設定|変更|필수|잘못|변경|입력)[^!-~\n\r]*`,
  "(?:the|an|is|are|was|were|be|been|has|have|had|not|for|from|to|of|in|at|by|with|without|and|or|but|if|this|that|it|its|must|should|cannot|can|can't|could|couldn't|does|doesn't|did|didn't|will|would|may|unable|expected|got|too|request|requests|response|status|http|https|user|cause|caused|reason|because|please|while|when|after|before|via|path|requires?)[,:]?",
  "(?:is|are|was|must|should|cannot|can't|does|doesn't|do not|don't|has|not|too|invalid|unable to|failed to) [a-z ,.()'0-9-]+",
  "no [a-z][a-z ,.'-]{1,60}",
  // What a documentation says of a parameter.
  "(?:the|your|an?|its|their) (?:[a-z'-]{1,20} ){0,5}(?:password|passphrase|token|secret|key|credentials)[.,]?",
  // What a form's validation says of a field.
  "(?:this (?:field|value|password|passphrase|token|secret|key)|your (?:password|token|key)|passwords? (?:must|is|are|do|does|should|cannot|can't|has|have|needs?|fields?|too|may|updated|changed|unchanged|expiry|expired)|please|ensure this|enter a|minimum|at least|the (?:password|passwords|token|two)) [a-z][a-z ,.()'0-9-]+",
  "(?:[a-z_.$]|[0-9]{1,3}[_.])*(?:error|exception):?",
  "(?:econn[a-z]{3,8}|etimedout|enotfound|eacces|enoent|eperm|err_[a-z_]{3,}|invalid_[a-z_]{3,}|access_denied|unauthorized_client)",
  // Settings named like the credential: how, not what.
  "(?:oauth2?|oidc|saml2?|jws|hs256|rs256|es256|(?:[a-z0-9]{2,8}-){0,4}sha[-_]?[0-9-]{1,7}|bcrypt|scrypt|base(?:32|58|64)|utf-?(?:8|16)|argon2(?:id|i|d)?|pbkdf2)",
  String.raw`(?:string|number|boolean|int|integer|float|double|date|datetime)[!)\]]{1,3}[:;,]?`,
  `(?:string|number|boolean|int|integer|float|object|array|text|buffer|uuid|str|bytes|opaque|access|refresh|publickey|interactive|same-origin|include|omit|no-?check|chauthtok|files|compat|sss)`,
  // What PAM does for a service: `pam_unix(gdm-password:session): …`.
  String.raw`(?:pam_\w+\([\w.@-]+:)?(?:session|auth|account|chauthtok|setcred)\):?`,
  // Laravel's rules of validation.
  String.raw`(?:required|sometimes|nullable|string|present|filled)(?:\|[a-z_]{2,}(?::[a-z0-9_,]+)?)+`,
];

/**
 * The same where no quotes stand around it, or where the name's value is judged: in quotes, under a name like `password`
 * (see {@link KeyRule.anyWord}), these are values.
 */
// biome-ignore format: one idea a line
export const bareInnocentValues: readonly string[] = [
  "(?:yes|no|on|off|y|n|t|f|values?)[.,]?",
  // What a change or a message goes on with; what introduces an expression.
  "(?:set|see|try[?!]?|yield|return)",
  // A parameter of a statement.
  String.raw`[@:]p\d*`,
  "(?:always|never|auto|read|write|latest|ok|fail|options?|flags?|arguments?|parameters?|instead|also)[,.;:!]?",
  // "at least", "must" and "field" of a form's validation in German, French, Spanish, Portuguese and Italian.
  "(?:mindestens|höchstens|muss|darf|doit|debe|deve|almeno|campo|champ|feld|pflichtfeld)[,.;:!]?",
  // "at least eight characters" in Japanese and Korean.
  String.raw`\d{1,3}(?:文字|자 )[^!-~\n\r]*`,
  // One character, or numbers that say how many or how it went (`pass: 12`, `token: 401`, `otp: 26.1.2`).
  ".",
  String.raw`-?\d{1,2}`,
  String.raw`-\d{3,20}`,
  String.raw`(?:[2345]0\d|422|429)`,
  String.raw`\d{1,5}(?:\.\d{1,5}){1,3}`,
  // A variable has no digits but at its end or before "_": "$ummer2026" and "$tr0ng" are passwords.
  String.raw`\$[a-z_]{1,40}(?:\d{1,2}_[a-z_]{1,40}){0,3}\d{0,2}-?`,
  ":[a-z_]{2,30}",
  // Calls, paths and variables of code: in quotes only of plain words.
  String.raw`${FUNCTION}\((?:\$\d{1,2}|\?|[:@]${FUNCTION}),?`,
  String.raw`(?:os\.)?(?:environ|env|getenv|getpass|input|prompt|read)[.(\[]{1,2}[a-z0-9_]*[)\]]{0,2}`,
  String.raw`(?:new )?[a-z_]\w*(?:\.\w+)+\([^\s"'<>]*`,
  String.raw`(?:get|fetch|read|load|hash|verify|derive|sign|compute|parse|mask|generate|create|decode|encode|issue|refresh|acquire|obtain|resolve)_?[a-z]\w*\([^\s"'<>]*`,
  String.raw`[a-z]\w*::[a-z_]\w*\([^\s"'<>]*`,
  // Of a function's name: "Zq8Lw2Xk9()" is a password.
  String.raw`${FUNCTION}\((?:\)|${FUNCTION}\(\d{0,5}\)?)[);]{0,3}`,
  // A host and a path after it, or plain words, as of a comment: base64 may begin with two slashes, too.
  String.raw`//(?:[a-z0-9-]{1,20}(?:\.[a-z0-9-]{1,20})+(?:[:/?#][^\s"'<>]*)?|${PLAIN})`,
  String.raw`[a-z]:(?:[\\/]+[a-z][a-z_.$()~-]*(?:[\\/]+[^\s"'<>,;\\/]+)*)?[\\/]*`,
  String.raw`, ?\$?${FUNCTION} ?[:=] ?`,
  String.raw`/|~|\.{1,2}/|~?/(?:home|usr|var|etc|opt|tmp|root|srv|app|apps|users|run|mnt|data|private|proc|dev|www)(?:/[^\s"'<>,;]*)?`,
  "/[a-z][a-z0-9_.@-]{0,15}(?:/[a-z0-9_.@-]{1,22}){1,6}/?",
  String.raw`/(?:builds?|buildkite|workspaces?|github|drone|go|code|src|repo|project|volumes?|applications|library|__w|c|d)(?:/[^\s"'<>,;]*)?`,
  String.raw`[a-z0-9_./-]+\.(?:sh|py|[cm]?[jt]s|html|rb|exe|go|log|txt|ya?ml|json|conf|cfg|pem|key|crt|cer|p12|pfx|jks|keytab)`,
  // An object in a store.
  String.raw`[a-z0-9_=-]+/(?:[a-z0-9_=.-]+/)+[a-z0-9_.-]+\.(?:gz|bz2|zst|zip|tar|parquet|avro|orc|csv|jsonl|png|jpe?g|pdf)`,
  String.raw`id=[a-z0-9_.-]+(?:,(?:src|source|target|env|type|required|mode|uid|gid)=[^\s"'<>,]*)*`,
  String.raw`(?:cat|head -n? ?\d{1,4}|tail -n? ?\d{1,4}) /[^\s"'<>]+`,
  String.raw`(?:var|local|data|module|self|this|params|options|opts|args|req|request|ctx|props|state|cfg|conf|each)\.[a-z_][a-z0-9_.]*\[?`,
  String.raw`(?:process\.env|import\.meta\.env|env|vars|secrets|config|settings)\.[a-z_][a-z0-9_.]*[!?]?`,
  "[a-z0-9_.$]*(?:error|exception):?",
  String.raw` ?\+ (?:new )?[a-z_$][\w.$()]{0,30} ?\+? ?`,
  String.raw`\$\(${plainText(String.raw`()"' \n\r`)}(?: (?:[^()"'\n\r]|${QUOTED})*)?\)`,
  // Settings named like the credential: how, not what.
  "(?:basic|bearer|digest|negotiate|ntlm|kerberos|plain|login|cram-md5|jwt|md5)",
];

/** What scrubjay itself writes in a secret's place, or a part of it: for a user's own rules, too, it is none. */
export const writtenMarks: readonly string[] = [
  // With the signs that were left in front of a token: `$[REDACTED]`.
  String.raw`[+$#:.,!*~>-]{0,3}\[redacted(?:${ABOUT_SECRET}|[^\w\[\]]${plainText(String.raw`\[\]`)})?\]`,
  // Its claims.
  String.raw`\[redacted:[a-z][a-z0-9-]*/[a-z0-9-]+ [a-z#]+[^\w\[\]][^\[\]]*\]`,
  String.raw`redacted(?::[a-z][a-z-]{0,39}\d?(?:/[a-z0-9-]{1,60})?)?`,
  String.raw`\*{1,80}`,
];
