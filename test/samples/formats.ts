import { existsSync, readFileSync } from "node:fs";
import { sampleOf } from "./generate.ts";

/** A type of `../shared/formats.json`; only what the tests read. */
export interface Format {
  readonly id: string;
  readonly prefixes: readonly string[];
  readonly alphabet: string;
  readonly length: { readonly min: number | null };
  readonly structure: string | null;
  readonly sensitivity: string;
  readonly confidence_class: string;
  readonly origin: string;
}

const file = new URL("../../../shared/formats.json", import.meta.url);

/** The list of known formats; empty where the shared folder is not there. */
export const formats: readonly Format[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const B64 = "[0-9A-Za-z+/]";
const URL64 = "[0-9A-Za-z_-]";
const CRYPT = "[./0-9A-Za-z]";
const PEM = ["", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED "];

/** What the list says in words, said as patterns: one a form. */
const structures: Readonly<Record<string, readonly string[]>> = {
  "github-app-installation-stateless": [`ghs_[0-9]{6}_eyJ${URL64}{30}\\.${URL64}{60}\\.${URL64}{43}`],
  "gitlab-session-cookie": ["_gitlab_session=[0-9a-f]{32}"],
  "bitbucket-app-password": ["ATBB[0-9A-Za-z]{24}[0-9A-F]{8}"],
  "bitbucket-dc-http-token": [`BBDC-[MNO]${B64}{43}`],
  "azure-devops-pat-cask": ["[0-9A-Za-z]{52}JQQJ99[A-Z0-9][A-L][0-9A-Za-z]{12}AAAAAZDO[0-9A-Za-z]{4}"],
  "azure-cask": ["[0-9A-Za-z]{52}JQQJ9[9DH][A-Z0-9][A-L][0-9A-Za-z]{12}AAAA[A-Z]{4}[0-9A-Za-z]{4}"],
  "azure-identifiable-64": [`AccountKey=${B64}{76}\\+ASt${B64}{5}[AQgw]==`],
  // `AIoT` among 33 letters and digits is no mark that can be looked for: known after a connection string's name.
  "azure-identifiable-32": [
    `${B64}{33}\\+ASb[A-P]${B64}{5}=`,
    `SharedAccessKey=${B64}{33}AIoT[A-P]${B64}{5}=`,
  ],
  "azure-acr-key": [`${B64}{42}\\+ACR[A-D]${B64}{5}`],
  "azure-search-key": ["[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5}"],
  "azure-function-key": [`${URL64}{44}AzFu${URL64}{5}[AQgw]==`],
  "azure-ad-client-secret": [`[0-9A-Za-z]{3}[78]Q~${URL64}{34}`],
  "azure-connection-string": [
    `AccountKey=${B64}{86}==`,
    `SharedAccessKey=${B64}{43}=`,
    `Endpoint=https://a\\.azconfig\\.io;Id=${B64}{6};Secret=${B64}{43}=`,
  ],
  "azure-sas": ["sv=2024-11-04&sig=[0-9A-Za-z]{40}%2F[0-9A-Za-z]%3D&sr=b"],
  "azure-refresh-token": [
    `[01]\\.A${URL64}{60}\\.AgABAAEAAA${URL64}{250}`,
    "M\\.C5[0-9]{2}_BAY\\.0\\.U\\.-[0-9A-Za-z*!$]{200}",
    "M\\.R3_BAY\\.-[0-9A-Za-z*!$]{200}",
  ],
  "slack-app": ["xapp-1-A[0-9A-Z]{10}-[0-9]{13}-[0-9a-f]{64}"],
  "slack-legacy": ["xox[ars]-[0-9]{11}-[0-9]{11}-[0-9A-Za-z]{24}", "xoxo-[0-9]{12}-[0-9A-Za-z]{12}"],
  "slack-webhook": [
    "https://hooks\\.slack\\.com/(?:services|workflows|triggers)/T[0-9A-Z]{10}/B[0-9A-Z]{10}/[0-9A-Za-z]{24}",
  ],
  "discord-bot": [`MT[AEIMQUYcgk][w-z0-5][0-9A-Za-z]{22}\\.${URL64}{6}\\.${URL64}{38}`],
  "discord-webhook": [`https://discord(?:app)?\\.com/api/webhooks/[0-9]{19}/${URL64}{68}`],
  "telegram-bot": [`[0-9]{10}:AA${URL64}{33}`],
  "teams-webhook": [
    `https://acme\\.webhook\\.office\\.com/webhookb2/${UUID}@${UUID}/IncomingWebhook/[0-9a-f]{32}/${UUID}`,
  ],
  "zapier-webhook": ["https://hooks\\.zapier\\.com/hooks/catch/[0-9]{8}/[0-9a-z]{7}"],
  "sendgrid-key": [`SG\\.${URL64}{22}\\.${URL64}{43}`],
  "mailgun-signing": ["mailgun_api_key=[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"],
  "mailchimp-key": ["[0-9a-f]{32}-us[0-9]{2}"],
  "brevo-key": ["x(?:keys|smtps)ib-[0-9a-f]{64}-[0-9A-Za-z]{16}"],
  "resend-key": ["re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}"],
  "stripe-client-secret": [
    "pi_[0-9A-Za-z]{24}_secret_[0-9A-Za-z]{25}",
    "seti_[0-9A-Za-z]{24}_secret_[0-9A-Za-z]{25}",
  ],
  "square-access-token": [`EAAA${URL64}{60}`, `sq0atp-${URL64}{22}`],
  "square-app-id": [`sq0idp-${URL64}{22}`, `sandbox-sq0idb-${URL64}{22}`],
  "plaid-access": [`access-(?:sandbox|development|production)-${UUID}`],
  "adyen-key": [`AQE${B64}{60}=-${B64}{40}=-[0-9A-Za-z(+&]{16}`],
  "coinbase-cdp": [`organizations/${UUID}/apiKeys/${UUID}`],
  langfuse: [`sk-lf-${UUID}`, `pk-lf-${UUID}`],
  runpod: ["rpa_[0-9A-Z]{40}[0-9A-Za-z]{6}"],
  "aws-lwa": ["amzn1\\.oa2-cs\\.v1\\.[0-9a-f]{64}", `Atz[ar]\\|${URL64}{200}`],
  "gcp-service-account": [`"private_key": "-----BEGIN PRIVATE KEY-----\\\\n${B64}{64}\\\\n-----END`],
  "gcp-fcm-server-key": [`AAAA${URL64}{7}:${URL64}{140}`],
  "gcp-oauth-client-id": ["[0-9]{12}-[0-9a-z]{32}\\.apps\\.googleusercontent\\.com"],
  "alibaba-ak": ["LTAI[0-9A-Za-z]{20}", "STS\\.[0-9A-Za-z]{25}"],
  "yandex-iam": [`t1\\.${URL64}{40}\\.${URL64}{86}`, `AQVN${URL64}{36}`, `YCA${URL64}{37}`],
  "oracle-oci": ["ocid1\\.user\\.oc1\\.\\.[0-9a-z]{60}"],
  "cloudflare-origin-ca": ["v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}"],
  akamai: ["akab-[0-9a-z]{16}-[0-9a-z]{16}"],
  "fly-io": [`FlyV1 fm2_${B64}{120}`, `fm2_${B64}{120}`, `fo1_${URL64}{43}`],
  "vault-service": [`hvs\\.${URL64}{90}`, "X-Vault-Token: s\\.[0-9A-Za-z]{24}"],
  "vault-batch": [`hvb\\.${URL64}{150}`, `X-Vault-Token: b\\.AAAAAQ${URL64}{140}`],
  "vault-recovery": [`hvr\\.${URL64}{24}`],
  "terraform-cloud": [`[0-9A-Za-z]{14}\\.atlasv1\\.${URL64}{67}`],
  "onepassword-secret-key": ["A3-[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}"],
  infisical: ["st\\.[0-9a-f]{24}\\.[0-9a-f]{32}\\.[0-9a-f]{32}"],
  ngrok: ["ak_[0-9A-Za-z]{27}", "[12][0-9A-Za-z]{26}_[0-9A-Za-z]{21}"],
  "new-relic-license": ["[0-9a-f]{36}NRAL"],
  "sentry-dsn": ["https://[0-9a-f]{32}@o[0-9]{6}\\.ingest\\.sentry\\.io/[0-9]{7}"],
  dynatrace: ["dt0[cs]0[1-8]\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}"],
  honeycomb: ["hc[abc][ilm]k_[0-9a-z]{58}"],
  posthog: ["ph[acrsx]_[0-9A-Za-z]{43}"],
  launchdarkly: [`(?:sdk|api|mob)-${UUID}`],
  buildkite: ["bk(?:ua|aa|aj|ar|ct|pt|pat|ps)_[0-9a-f]{40}"],
  harness: [`[ps]at\\.${URL64}{22}\\.[0-9a-f]{24}\\.[0-9A-Za-z]{20}`],
  sonarqube: ["sq[abpu]_[0-9a-f]{40}", "sqco_[0-9a-f]{40}"],
  sourcegraph: ["sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}", "slk_[0-9a-f]{64}"],
  snyk: [UUID],
  "airtable-pat": ["pat[0-9A-Za-z]{14}\\.[0-9a-f]{64}"],
  asana: ["1/[0-9]{16}:[0-9a-f]{32}", "2/[0-9]{16}/[0-9]{16}:[0-9a-f]{32}"],
  "hubspot-pat": [`pat-(?:na1|na2|eu1)-${UUID}`],
  "salesforce-session": ["00D[0-9A-Za-z]{12}![0-9A-Za-z._]{90}"],
  postman: ["PMAK-[0-9a-f]{24}-[0-9a-f]{34}", "PMAT-[0-9A-Z]{26}"],
  "mapbox-secret": [`[st]k\\.eyJ${URL64}{70}\\.${URL64}{22}`],
  "mapbox-public": [`pk\\.eyJ${URL64}{70}\\.${URL64}{22}`],
  "dropbox-long": [`[0-9A-Za-z]{11}AAAAAAAAAA${URL64}{43}`],
  "facebook-app-token": [`facebook_token=[0-9]{15}\\|${URL64}{27}`],
  twitch: ["oauth:[0-9a-z]{30}"],
  "age-secret-key": ["AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"],
  "age-recipient": ["age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}"],
  "pem-private-key": PEM.map((kind) => `-----BEGIN ${kind}PRIVATE KEY-----\\n${B64}{64}`),
  "pgp-private-key": [`-----BEGIN PGP PRIVATE KEY BLOCK-----\\n\\n${B64}{64}`],
  "ssh2-private-key": [
    `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\\n${B64}{64}`,
    `PuTTY-User-Key-File-3: ssh-rsa\\nPrivate-Lines: 1\\n${B64}{64}\\nPrivate-MAC: `,
  ],
  "pem-base64": [`LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tL${B64}{120}`],
  pkcs12: [`MIIJ${B64}[AQgw]IBAzCC${B64}{160}`],
  "jwk-private": [`\\{"kty":"RSA","d":"${URL64}{43}"`],
  jwt: [
    `eyJhbGci${URL64}{20}\\.eyJ${URL64}{40}\\.${URL64}{43}`,
    `ewogICJhbGci${URL64}{20}\\.ewog${URL64}{40}\\.${URL64}{43}`,
  ],
  jwe: [`eyJhbGci${URL64}{20}\\.\\.${URL64}{16}\\.${URL64}{60}\\.${URL64}{22}`],
  "jwt-base64": [`ZXlK${B64}{120}`],
  macaroon: [`MDAxY2xvY2F0aW9u${B64}{80}`],
  "express-session": [`connect\\.sid=s%3A${URL64}{32}\\.[0-9A-Za-z]{43}`],
  "rails-cookie": [`Cookie: _app_session=${B64}{60}--${B64}{16}--${B64}{22}`],
  "flask-session": [
    `eyJ${URL64}{30}\\.${URL64}{6}\\.${URL64}{27}`,
    `\\.eJ${URL64}{30}\\.${URL64}{6}\\.${URL64}{27}`,
  ],
  "kerberos-negotiate": [`Negotiate YII${B64}{100}`],
  ntlm: [`TlRMTVNTUAAD${B64}{100}`],
  "saml-response-b64": [
    `(?:PHNhbWxwO|PHNhbWwycD|PFJlc3BvbnNl|PEFzc2VydGlvb)${B64}{200}`,
    `PD94bWwgdmVyc2lvbj0iMS4wIj8\\+PHNhbW${B64}{200}`,
  ],
  "saml-redirect": ["SAMLRequest=fZ[0-9A-Za-z%]{200}"],
  "basic-auth": [`Authorization: Basic ${B64}{20}`],
  bearer: [`Authorization: Bearer ${URL64}{20}`],
  digest: ['Authorization: Digest username="ann", response="[0-9a-f]{32}"'],
  "url-userinfo": ["ftp://ann:[0-9a-z]{12}@host"],
  "postgres-url": ["postgres", "mysql", "mongodb\\+srv", "redis", "amqp", "sqlserver"].map(
    (scheme) => `${scheme}://ann:[0-9A-Za-z]{12}@db\\.example/app`,
  ),
  "k8s-bootstrap": ["--token [0-9a-z]{6}\\.[0-9a-z]{16}"],
  "nats-nkey": ["S[AUNCOX]A[A-Z2-7]{55}"],
  bcrypt: [`\\$2[abxy]\\$10\\$${CRYPT}{53}`],
  argon2: [`\\$argon2(?:id|i|d)\\$v=19\\$m=65536,t=3,p=4\\$${B64}{22}\\$${B64}{43}`],
  "crypt-hash": [
    `\\$1\\$${CRYPT}{8}\\$${CRYPT}{22}`,
    `\\$6\\$${CRYPT}{16}\\$${CRYPT}{86}`,
    `\\$y\\$j9T\\$${CRYPT}{22}\\$${CRYPT}{43}`,
    `\\$apr1\\$${CRYPT}{8}\\$${CRYPT}{22}`,
    `\\$P\\$${CRYPT}{31}`,
  ],
  wireguard: [`PrivateKey = ${B64}{43}=`],
  otpauth: ["otpauth://totp/acme:ann\\?secret=[A-Z2-7]{32}"],
  cloudsmith: ["csa_[0-9a-f]{30}[0-9A-Za-z]{6}"],
  okta: [`Authorization: SSWS 00${URL64}{40}`],
  "jira-dc-pat": [`[MNO][ADQTgjwz][AEIMQUYcgk][0-5w-z]${B64}{40}`],
  "artifactory-reference-token": ["cmVmdGtu[0-9A-Za-z]{56}"],
  "telnyx-api-v2-key": ["KEY[0-9A-F]{32}_[0-9A-Za-z]{22}"],
  "onfido-live-api-token-eu": [`api_live\\.${URL64}{11}\\.${URL64}{32}`],
  "pubnub-1": [`pub-c-${UUID}`],
  "ki-kingfisher-pubnub-1": [`pub-c-${UUID}`],
  "ki-kingfisher-pubnub-2": [`sub-c-${UUID}`],
  "no-np-newrelic-8": [`px-api-${UUID}`],
  "no-np-newrelic-9": [`px-dep-${UUID}`],
  "ki-kingfisher-scrapfly-1": ["scp-(?:live|test)-[0-9a-z]{32}"],
  "ki-kingfisher-teamworkcrm-1": ["tkn\\.v1_[0-9A-Za-z]{71}="],
  "ti-kingfisher-coze-1": ["pat_[0-9A-Za-z]{64}"],
  "ti-kingfisher-nylas-1": ["nyk_v0_[0-9A-Za-z]{64}"],
  "tr-alchemy": ["alcht_[0-9a-zA-Z]{30}"],
  "temporal-cloud-api-key": [`eyJhbGci${URL64}{20}\\.${URL64}{40}\\.${URL64}{43}`],
  workos: [`sk_live_a2V5Xz[A-Za-z0-9]{40}`],
  "paypal-braintree": ["access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}"],
  datastax: ["AstraCS:[0-9A-Za-z]{24}:[0-9a-f]{64}"],
  "dropbox-short": [`sl\\.u\\.${URL64}{130}`],
  "ki-kingfisher-dtrack-1": ["odt_[0-9A-Za-z]{8}_[0-9A-Za-z]{40}"],
  lichess: ["li[op]_[0-9A-Za-z]{20}"],
  fernet: [`gAAAAA${URL64}{100}==`],
  "ti-kingfisher-imagekit-1": [`private_${B64}{27}=`],
  "authress-service-client-access-key": [`sc_[a-z0-9]{20}\\.[a-z0-9]{4}\\.acc_[a-z0-9]{20}\\.${URL64}{60}`],
  "ti-kingfisher-authress-1": [`sc_[a-z0-9]{20}\\.[a-z0-9]{4}\\.acc_[a-z0-9]{20}\\.${URL64}{60}`],
  "tr-jdbc": ["jdbc:mysql://db\\.example/app\\?user=ann&password=[0-9A-Za-z]{12}"],
  "clickup-personal-api-token": ["pk_[0-9]{8}_[0-9A-Z]{32}"],
  "kimi-api-key": ["sk-[0-9A-Za-z]{48}"],
  "tr-dotdigital": ["apiuser-[0-9a-f]{12}@apiconnector\\.com"],
  "nuget-config-password": ['<add key="ClearTextPassword" value="[0-9A-Za-z]{12}" />'],
  "kubernetes-secret-yaml": ["kind: Secret\\ndata:\\n  password: [0-9A-Za-z]{16}="],
  "sonar-api-token": ["sqp_[0-9a-f]{40}"],
};

const NAMED: Readonly<Record<string, string>> = {
  any: "0-9A-Za-z",
  base64: "0-9A-Za-z+/",
  base64url: "0-9A-Za-z_-",
  "~": "0-9A-Za-z",
};

/** Samples of a type, one a form. */
export function samplesOfFormat(format: Format, random: () => number): readonly string[] {
  const known = structures[format.id] ?? fromPeer(format);
  if (known !== undefined) return known.map((pattern) => sampleOf(pattern, random));
  const prefixes = format.prefixes.length > 0 ? format.prefixes : [""];
  return prefixes.map((prefix) => {
    const rest = Math.max((format.length.min ?? 40) - prefix.length, 8);
    return prefix + sampleOf(`[${members(format.alphabet)}]{${rest}}`, random);
  });
}

/** A peer's expression, where it is one that we read. */
function fromPeer({ origin, structure }: Format): readonly string[] | undefined {
  if (origin !== "auto from peer regex" || structure === null) return undefined;
  const flags = /^\(\?([a-z]+)\)/.exec(structure)?.[1] ?? "";
  let pattern = structure.replace(/^\(\?[a-z]+\)/, "").replace(/\(\?P?<\w+>/g, "(?:");
  if (flags.includes("x")) pattern = pattern.replace(/\s+/g, "");
  try {
    sampleOf(pattern, () => 0.5, false);
    return [pattern];
  } catch {
    return undefined;
  }
}

/** The members of a class, `-` last, where it is no range. */
function members(alphabet: string): string {
  const plain = (NAMED[alphabet] ?? alphabet).replace(/^\[(.*)\]$/s, "$1");
  const ranges = plain.match(/[0-9A-Za-z]-[0-9A-Za-z]/g) ?? [];
  const rest = plain.replace(/[0-9A-Za-z]-[0-9A-Za-z]/g, "").replace(/\s/g, "");
  const dash = rest.includes("-") ? "-" : "";
  return ranges.join("") + rest.replaceAll("-", "").replace(/[\]\\^[]/g, "\\$&") + dash;
}

/** Whether a sample brings what gives it away with it: a header, a scheme, a URL, a name, a block's marks. */
export function saysItself(sample: string): boolean {
  return /^[a-z_.]{3,30}=|^[A-Z][A-Za-z-]{3,24}: |^(?:Shared)?(?:Access|Account)Key=|^Endpoint=|^[a-z+]+:\/\/|^<|^-----|^---- |^PuTTY|^\{|^"private|^(?:Bearer|Basic|Negotiate|PrivateKey|--token|kind:|sv=|jdbc:)/.test(
    sample,
  );
}
