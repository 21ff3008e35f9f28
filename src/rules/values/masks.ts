/**
 * What programs put in a credential's place, and what says where a credential is kept: it stays, as what scrubjay
 * itself writes does. All are among the innocent values; see `innocent-values.ts` for how they are matched.
 */
export interface Mask {
  readonly pattern: string;
  /** As its program writes it. */
  readonly examples: readonly string[];
  /** Values that begin like it, or look like it, and are secrets. */
  readonly not: readonly string[];
}

const HIDDEN =
  "(?:redacted|filtered|masked|hidden|omitted|removed|sanitized|sanitised|scrubbed|censored|suppressed|obfuscated|withheld|anonymized|anonymised|pseudonymized|blanked)";
const KIND = "(?:sensitive|secret|private|protected|confidential|secure|encrypted)";
const THING = "(?:value|data|information|password|secret|token|key|content|field|header|credential)s?";

/**
 * Words that have digits between letters. In names and in what is said of a mask, no other word has: `{{Xk9#mQ2vT}}` and
 * `[REDACTED:hunter2hunter2]` are passwords.
 */
const WORDS_WITH_DIGITS = "(?:oauth[12]|base(?:32|58|64)|sha(?:1|256|512)|md5|s3|ec2|k8s|x509|b64|p12)";

/** A text without the characters of `ends`, a part of a class, in which no digit has a letter after it; `or` may be in it, too. */
export const plainText = (ends: string, or: string = WORDS_WITH_DIGITS): string =>
  `(?:[^0-9${ends}]|[0-9]+[^a-z0-9${ends}]|${WORDS_WITH_DIGITS}|${or})*[0-9]*`;

/** The name of a variable: words, with a number after one or before a sign. */
export const VARIABLE: string = `[a-z_](?:[a-z_.-]|[0-9]{1,3}[_.-]|${WORDS_WITH_DIGITS})*[0-9]{0,3}`;

/** What scrubjay says of a secret: its rule, with a pseudonym, or its last characters. */
export const ABOUT_SECRET: string = String.raw`:[a-z][a-z0-9-]*/[a-z0-9-]+(?:#[0-9a-f]+)?|:\.{3}[^\[\]<>(){}"',\n\r]+`;

/** A word that says so, alone or as it is said in full: what is hidden, and why. */
const SAID = `(?:(?:${KIND}|es|x{2,})[ _-]?)?(?:${THING}[ _+-]?)?${HIDDEN}(?:[ _-](?:by|for|due|from|in)(?:[ _-][a-z]+)+|[ _-](?:${THING}|x{2,}))?`;

/** Drawn in a secret's place: bullets, blocks, faces. */
const SIGN = "(?:•|…|●|∗|█|▓|▒|░|■|☺|＊|Ｘ|⁎|·|◦|▪|◼|◾|⬤|⚫|∙|⋆|★|✱|🔒|🔐|🔑|🙈|🤫)";
/** The same in escapes of JSON, in bytes, in a URL and in HTML. */
const ESCAPED_SIGN =
  "(?:\\\\{1,8}u(?:2022|2026|25cf|2217|2588|2593|2592|2591|25a0|263a|ff0a|00b7|2219|2b24)|(?:\\\\x|%)e2(?:\\\\x|%)(?:80|97|96)(?:\\\\x|%)(?:a2|a6|8f|88)|&(?:bull|middot|hellip|#8226|#9679|#183|#x2022|#x25cf);?)";

/** What is in brackets, and would be no mask without them. */
const IN_BRACKETS =
  "(?:snip(?:ped)?|stripped|elided|blocked|concealed|erased|cut|not (?:shown|displayed|printed|logged)|non[ _-]?empty(?: string)?|not empty|present|provided|configured|cloned|pii)";
const IN_OTHER_LANGUAGES =
  "(?:скрыто|скрыт|удалено|masqué|caché|supprimé|verborgen|ausgeblendet|geschwärzt|entfernt|oculto|oculta|ocultado|nascosto|ukryte|dold|skjult|已?隐藏|已?脱敏|已?屏蔽|已?加密|已?隱藏|非表示|伏せ字|マスク済み?|숨김|마스킹)";

// biome-ignore format: the examples of a mask on a line
export const masks: readonly Mask[] = [
  {
    pattern: `[*_#:/ ~=+@!|$-]*${SAID}[*_#:/ ~=+@!|$.-]*`,
    examples: [
      "REDACTED", "__REDACTED__", "-----REDACTED-----", "**redacted**", "** redacted **", "***MASKED***", "#REDACTED#",
      "HIDDEN_DUE_TO_SECURITY_REASONS", "sensitiveDataRemoved", "*** Sensitive Data Redacted ***", "XXX-REDACTED-XXX",
      "*sensitive value suppressed*", "DATA+OMITTED", "::es_redacted::", "REDACTED_BY_POLICY", "value hidden",
      "~~redacted~~", "@@@REDACTED@@@", "$masked$", "xx-REDACTED-xx", "Value hidden due to security reasons.",
    ],
    not: [
      "redacted-otter-41", "REDACTED_Zq8Lw2Xk9Vb4", "hiddenvalley7", "removed-Zq8Lw2", "***Redacted7***",
      "HIDDEN_Zq8Lw2Xk9Vb4", "sensitiveZq8Lw2", "hidden: Zq8Lw2Xk",
    ],
  },
  {
    // A rule, a type or a length may stand after the words. As many brackets close as open: one more is a list's.
    pattern: `[\\[<({][ *]*${SAID}(?:${ABOUT_SECRET}|[ :#=]${plainText(String.raw`\[\]<>(){}"',\n\r`)})?[ *]*[\\]>)}]|[\\[<({]{2} ?redacted ?[\\]>)}]{2}`,
    examples: [
      "[Filtered]", "[REDACTED:github/pat#6f1c0a9e]", "[REDACTED 40 bytes]", "[ MASKED ]", "[SENSITIVE DATA REMOVED]",
      "<hidden>", "<value withheld>", "<redacted alloc::string::String>", "<REDACTED:password>", "(password hidden)",
      "(hidden)", "(redacted: 12 bytes)", "{masked: 8}", "[[REDACTED]]", "<<REDACTED>>", "{{REDACTED}}",
    ],
    not: ["[REDACTED]Zq8Lw2Xk", "[redactedZq8Lw2Xk]", "[REDACTED:hunter2hunter2]", "<hidden: Zq8Lw2Xk>", "[REDACTED Zq8Lw2Xk]", "<hiddenZq8Lw2Xk9!>", "[hidden, Zq8Lw2Xk]"],
  },
  {
    // What scrubjay writes for the censor claims, up to its first blank: `-u ann:[REDACTED:jwt/jws alg=RS256 …]`.
    pattern: "\\[REDACTED:[a-z][a-z-]{1,31}/[a-z][a-z-]{1,47}",
    examples: ["[REDACTED:jwt/jws", "[REDACTED:header/authorization"],
    not: ["[REDACTED:Zq8Lw2Xk9", "[REDACTED:jwt/Zq8Lw2Xk"],
  },
  {
    pattern: `[\\[<({][ *]*(?:${KIND}(?:[ _-]${THING})?|set|\\*+)[ *]*[\\])>}]`,
    examples: [
      "[secret]", "[secure]", "[PROTECTED]", "[SENSITIVE]", "[Private data]", "<secret>", "<private>", "<sensitive>",
      "(sensitive)", "(sensitive value)", "(protected)", "(set)", "[***]", "<***>",
    ],
    not: ["[secretZq8Lw2Xk]", "<secretZq8Lw2Xk!>", "(secretZq8Lw2Xk!)", "[secret Zq8Lw2]"],
  },
  {
    pattern: `[\\[<({][ *]*${IN_BRACKETS}(?:[ :#=][^\\[\\]<>(){}"',\\n\\r]*)?[ *]*[\\]>)}]`,
    examples: ["[snip]", "<stripped for security>", "(not shown)", "(non-empty)", "[PII]", "<PII:password>", "(cloned)"],
    not: ["[snipZq8Lw2Xk]", "(notZq8Lw2Xk!)", "[blocked, Zq8Lw2Xk]"],
  },
  {
    pattern: `(?:[\\[<({*] ?\\**)?${IN_OTHER_LANGUAGES}(?:\\** ?[\\]>)}*])?`,
    examples: ["[скрыто]", "[masqué]", "[verborgen]", "[oculto]", "已脱敏", "***隐藏***", "[非表示]"],
    not: ["[скрытоZq8Lw2Xk]", "已脱敏Zq8Lw2Xk", "ocultoZq8Lw2Xk"],
  },
  {
    pattern: `[*_#~=+@!|-]+${KIND}[*_#~=+@!|-]{2,}`,
    examples: ["***PROTECTED***", "--secret--"],
    not: ["***protectedZq8***", "**Zq8Lw2Xk**"],
  },
  {
    // What a struct or a promise has inside is not shown.
    pattern: "\\{ ?(?:\\.{2,3}|…|<[a-z ]+>) ?\\}",
    examples: ["{ .. }", "{...}", "{ <pending> }"],
    not: ["{ ..Zq8Lw2Xk }", "{ <Zq8Lw2Xk> }"],
  },
  {
    // How long it is.
    pattern: "(?:\\*|•)*[ ]?[\\[<(]?(?:\\d{1,5} (?:chars?|characters|bytes?)|len(?:gth)?[ :=]{1,2}\\d{1,5})[\\])>]?",
    examples: ["*** (20 chars)", "(20 chars)", "(length 20)", "[length=20]", "<len:20>", "length: 20"],
    not: ["20charsZq8", "(length Zq8Lw2Xk)"],
  },
  {
    // PyGithub.
    pattern: "\\((?:oauth token|login and password|jwt) removed\\)",
    examples: ["(oauth token removed)", "(login and password removed)", "(jwt removed)"],
    not: ["(oauth Zq8Lw2 removed)", "(oauth token removed)Zq8Lw2"],
  },
  {
    // Terraform.
    pattern: "\\((?:sensitive, )?(?:known after apply|write-only attribute|after apply)\\)",
    examples: ["(known after apply)", "(sensitive, known after apply)", "(write-only attribute)"],
    not: ["(known after 7 apples)"],
  },
  {
    // A type of Rust or Python around a mask.
    pattern: `[a-z_][\\w.:]{0,39}(?:<[\\w:<>, ]{0,39}>)?\\(b?["'\\\\]*(?:[*x.]{2,}|\\[\\.{2,3}\\]|(?:•|█)+|…|[\\[<]?(?:redacted|hidden|masked|filtered)(?: [\\w:<>, ]+)?[\\]>]?)["'\\\\]*\\)`,
    examples: [
      "SecretBox<str>([REDACTED])", "SecretBox<alloc::string::String>([REDACTED])", "Masked(***)", "Token(redacted)",
      "Secret([REDACTED alloc::string::String])", "SecretStr('**********')", "SecretBytes(b'**********')",
      'Password("****")', "Secret(...)",
    ],
    not: ["SecretStr('Zq8Lw2Xk9Vb4')", "Secret([REDACTED]Zq8Lw2Xk)", "Secret(Zq8Lw2Xk9Vb4)"],
  },
  {
    pattern: "(?:redacted|masked|hidden)\\((?:\\d+|\\*+|string)\\)",
    examples: ["REDACTED(32)", "Redacted(String)"],
    not: ["REDACTED(32)Zq8Lw2"],
  },
  {
    pattern: "\\*+(?: \\((?:before|after)\\)|\\(redacted\\))?",
    examples: ["***", "********", "*** (before)", "*** (after)", "*********(redacted)"],
    not: ["***Zq8Lw2Xk9Vb4", "*** (Zq8Lw2Xk)"],
  },
  {
    // Some of it is still to be seen, as card numbers are shown.
    pattern: "(?:[a-z0-9]{1,12}[_.~-]){0,3}[a-z0-9_.~-]{0,8}\\*{3}[*_.-]*[a-z0-9_-]{0,8}",
    examples: ["****************K7MN", "abcd****wxyz", "sk-ant-api03-****************AbCd"],
    not: ["abcd****Zq8Lw2Xk9Vb4", "Zq8Lw2Xk9Vb4***"],
  },
  {
    pattern: `(?:[a-z0-9]{1,12}[_.~-]){0,3}[a-z0-9]{0,4}(?:${SIGN}+|${ESCAPED_SIGN}+)[a-z0-9]{0,4}|\\.{3}[a-z0-9]{2,4}`,
    examples: ["██", "██████", "•••", "●●●●", "∗∗∗∗", "☺☺☺☺", "…", "████1234", "••••1234", "sk-live-••••wxyz", "🔒🔒🔒", "＊＊＊＊", "◦◦◦◦", "...a1b2"],
    not: ["...Zq8Lw2Xk9Vb4", "██Zq8Lw2Xk9Vb4", "Zq8Lw2Xk9Vb4•••"],
  },
  {
    pattern: "xxx|x{4,}(?:[a-wyz0-9]{4})?|x(?:-x)+",
    examples: ["xxxxx", "XXX", "xxxxAB12"],
    not: ["xxxxZq8Lw2Xk", "xx"],
  },
  {
    // In a URL.
    pattern: "(?:%(?:25)?(?:5b|3c|28|7b|2a))+(?:(?:redacted|filtered|masked|hidden|removed)(?:%(?:25)?(?:5d|3e|29|7d|2a))+)?",
    examples: ["%5BFILTERED%5D", "%2A%2A%2A", "%253Credacted%253E"],
    not: ["%5BZq8Lw2Xk%5D", "%2A%2AZq8Lw2Xk"],
  },
  {
    // One sign again and again.
    pattern: String.raw`%{2,}|\+{3,}|={3,}|~{3,}|#{3,}|\^{3,}|\${3,}|!{3,}|@{3,}|&{3,}`,
    examples: ["%%%", "++++++++", "######", "$$$$$$", "!!!!!", "@@@@"],
    not: ["%%%Zq8Lw2Xk", "++++Zq8Lw2Xk", "+=+"],
  },
  {
    pattern: "(?:redacted|[+-]{3,}) # \\(\\d+ bytes\\)",
    examples: ["REDACTED # (8 bytes)", "-------- # (24 bytes)", "++++++++ # (16 bytes)"],
    not: ["REDACTED # (Zq8Lw2Xk)"],
  },
  {
    // A header of Rust's `http`, a type of Puppet, a property of NiFi.
    pattern: "sensitive(?: \\[value redacted\\]| value set|\\[[a-z:]+\\])?",
    examples: ["Sensitive", "Sensitive [value redacted]", "Sensitive value set", "Sensitive[String]"],
    not: ["Sensitive7", "Sensitive Zq8Lw2Xk"],
  },
  {
    // Ansible.
    pattern: "value_specified_in_no_log_parameter|not_logging_(?:password|parameter)",
    examples: ["VALUE_SPECIFIED_IN_NO_LOG_PARAMETER", "NOT_LOGGING_PASSWORD"],
    not: ["NOT_LOGGING_Zq8Lw2Xk", "VALUE_SPECIFIED_IN_Zq8Lw2"],
  },
  {
    // Vault's audit log.
    pattern: "hmac-sha256:[0-9a-f]{64}",
    examples: [`hmac-sha256:${"0a1b2c3d".repeat(8)}`],
    not: [`hmac-sha256:${"Zq8Lw2Xk".repeat(8)}`, `hmac-sha1:${"0a1b2c3d".repeat(8)}`],
  },
  {
    // AWS's SDK for JavaScript; wget.
    pattern: "\\*+SensitiveInformation\\*+|\\*password\\*",
    examples: ["***SensitiveInformation***", "*password*"],
    not: ["***SensitiveZq8Lw2***", "*password7*"],
  },
  {
    // .NET, PHP, Chromium's net log.
    pattern:
      "(?:system\\.security\\.)?securestring|\\(securestring\\)|optional\\.empty|object\\(sensitiveparametervalue\\)|\\[(?:pii|security artifact) of type '[\\w.`]+' is hidden\\.[^\\[\\]\\n\\r]*\\]|\\[\\d+ bytes were stripped\\]",
    examples: [
      "System.Security.SecureString", "SecureString", "(SecureString)", "Optional.empty", "Object(SensitiveParameterValue)", "[48 bytes were stripped]",
      "[PII of type 'System.String' is hidden. For more details, see https://aka.ms/IdentityModel/PII.]",
    ],
    not: ["System.Security.Zq8Lw2Xk", "Object(Zq8Lw2Xk9Vb4)"],
  },
  {
    // Google's gaxios; macOS's log; CockroachDB's.
    pattern: "(?:< )?<redacted> - See [^<>\"\\n\\r]*>\\.?|<mask\\.hash: '[\\w+/=]+'>|‹×›",
    examples: [
      "< <REDACTED> - See `errorRedactor` option in `gaxios` for configuration>.", "<mask.hash: 'Ab3+/x=='>", "‹×›",
    ],
    not: ["<mask.hash: 'Zq8Lw2Xk' and Zq8>", "‹×›Zq8Lw2Xk"],
  },
  {
    // Sealed: it opens nothing without another key (Jasypt, SOPS, eyaml, Spring Cloud Config, Vault's transit, Ansible).
    pattern:
      "ENC\\([\\w+/=-]+\\)|ENC\\[(?:AES256_GCM|PKCS7|GPG|KMS)(?:,[^\\[\\]\"\\n\\r]*\\])?|\\{cipher\\}[\\w+/=-]+|vault:v\\d+:[\\w+/=-]+|\\$ANSIBLE_VAULT;[\\d.]+;AES256(?:;\\w+)?",
    examples: [
      "ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)", "ENC[AES256_GCM,data:Tr7o=,iv:1=,tag:k=,type:str]", "ENC[PKCS7,MIIBeQYJ]",
      "{cipher}0a1b2c3d0a1b2c3d", "vault:v1:8SDd3WHDOjf7mq69CyCqYjBX==", "$ANSIBLE_VAULT;1.1;AES256",
    ],
    not: ["ENC(Zq8Lw2Xk9Vb4", "ENC[Zq8Lw2Xk9Vb4]", "{cipher7}Zq8Lw2Xk", "vault:Zq8Lw2Xk9Vb4"],
  },
  {
    // Where it is kept: 1Password, vals, Azure, Google Cloud, AWS, Bank-Vaults, TeamCity.
    pattern:
      "op://[^\\s\"'<>]+|ref\\+\\w+://[^\\s\"'<>]+|@Microsoft\\.KeyVault\\([^()\\s\"']+\\)|projects/[\\w-]+/secrets/[\\w./-]+|arn:aws[\\w-]*:(?:secretsmanager|ssm|kms|iam):[\\w.:/*-]+|vault:[a-z][\\w.-]*(?:/[\\w.-]+)+#[\\w.{}$-]+|%secure:[\\w.:-]+%",
    examples: [
      "op://vault/item/password", "ref+vault://secret/db#/password", "projects/p/secrets/db/versions/latest",
      "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s/)", "vault:secret/data/db#password",
      "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1B2c3", "%secure:teamcity.password.db%",
    ],
    not: ["op:Zq8Lw2Xk9Vb4", "arn:Zq8Lw2Xk9Vb4", "%secure:Zq8Lw2Xk", "projects/Zq8Lw2Xk9Vb4"],
  },
];
