// Other tools' rule names → the families that the table shows. First match wins.

const families: [family: string, rules: RegExp][] = [
  [
    "Authorization headers",
    /^http\.(proxy-)?authorization|^np\.http\.|^(Basic|Bearer) Authorization|^NTLM|^curl-auth-header|Bearer Token$/,
  ],
  ["cookies", /^http\.(set-)?cookie|session-cookie/],
  ["signed requests and URLs", /sigv4|x-amz-security-token/],
  ["SAML", /^saml\./],
  ["passwords in URLs", /^url\.userinfo|^URL Credentials|^basicauth|^sidekiq-sensitive-url/],
  ["connection strings", /connection-string|^np\.(mongodb|postgres|odbc)|^SQL Password/],
  ["JWT", /^jwt|^np\.jwt\.1|JSON Web Token|^Azure Access Token/],
  ["private keys", /private.?key|^np\.pem|JSON Web Key|^JWK|^age-|^np\.age|^Age |wireguard|pkcs12|NKEY/i],
  ["shell commands", /^CMD |^CURL |^curl-auth-user|^np\.(psexec|vmware)/],
  ["webhook URLs", /webhook|^np\.slack\.3$|^np\.msteams/i],
  ["password hashes", /pwhash|krb5/],
  ["AWS", /aws|^np\.(s3|arn|appsync)|^AWS|^Amazon/i],
  ["Google", /gcp|google|firebase|^np\.gcs/i],
  ["Azure", /azure/i],
  ["GitHub, GitLab, Bitbucket", /git(hub|lab)|bitbucket/i],
  ["Slack", /slack/i],
  ["npm, PyPI and other registries", /npm|pypi|rubygems|nuget|cratesio|clojars|docker|artifactory|jfrog/i],
  [
    "sensitive keys",
    /^generic-api-key|^np\.(generic|reactapp|netrc|phpmailer|gradle|django|jwt|jenkins|kubernetes)|^(Password|Secret|Token|Key|Credential|API|Auth|Salt|Nonce|UUID|OTP \/ 2FA Secret)$|^kubernetes-secret|^hashicorp-tf-password|^no-dotenv|^pattern|^filter-comments|^example|^no-k8s/,
  ],
];

export const familyOf = (rule: string) =>
  families.find(([, rules]) => rules.test(rule))?.[0] ?? "other vendors' tokens";

export const familyNames = [...families.map(([name]) => name), "other vendors' tokens"];
