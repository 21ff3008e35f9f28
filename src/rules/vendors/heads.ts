import type { CatalogueShape } from "../catalogue-shape.ts";

/** A token's head, as a pattern, and the issuer's page that shows it. */
type Head = readonly [head: string, source: string];

/** In front of hexadecimal digits, 32 at the least. */
const HEX: readonly Head[] = [
  ["asat_", "https://www.aftership.com/docs/tracking/quickstart/authentication"],
  ["c[ks]_", "https://developer.woocommerce.com/docs/apis/rest-api/authentication/"],
  ["dsp_", "https://docs.deepsource.com/docs/developers/api/overview"],
  ["ES_", "https://docs.hcaptcha.com/"],
  ["fhb-", "https://docs.firehydrant.com/reference/authentication"],
  ["FPSX", "https://docs.freepik.com/authentication"],
  ["mzp_", "https://materialize.com/docs/security/cloud/users-service-accounts/create-service-accounts/"],
  ["opk_", "https://docs.openpipe.ai/getting-started/openpipe-sdk"],
  ["pit_", "https://docs.primeintellect.ai/api-reference/api-keys"],
  ["pk1_", "https://porkbun.com/api/json/v3/documentation"],
  ["pk\\.", "https://docs.locationiq.com/docs/introduction"],
  ["pl_", "https://docs.promptlayer.com/quickstart"],
  ["SEC", "https://open.dingtalk.com/document/orgapp/customize-robot-security-settings"],
  ["sts_", "https://docs.mezmo.com/docs/access-keys"],
  ["v2x", "https://developers.bitgo.com/docs/get-started-access-tokens"],
  ["web_", "https://www.browserstack.com/docs/percy/get-started/project-token"],
];

/** In front of a UUID. */
const UUID: readonly Head[] = [
  ["ap2_", "https://murf.ai/api/docs/introduction/authentication"],
  ["(?:Npm|Docker|Generic)Token\\.", "https://help.sonatype.com/en/npm-security.html"],
];

/** In front of random letters and digits, 20 at the least. */
const RANDOM: readonly Head[] = [
  ["app-", "https://docs.dify.ai/en/api-reference/guides/api-access"],
  ["CG-", "https://docs.coingecko.com/docs/setting-up-your-api-key"],
  ["dataset-", "https://docs.dify.ai/en/api-reference/guides/api-access"],
  ["key_", "https://developers.conekta.com/docs/autenticacion-con-claves-api"],
  ["LT_", "https://www.lambdatest.com/support/docs/hyperexecute-how-to-get-my-username-and-access-key/"],
  ["o\\.", "https://docs.pushbullet.com/"],
  ["(?:mainnet|preprod|preview|testnet|ipfs)", "https://docs.blockfrost.io/start-building"],
  ["nsec1", "https://github.com/nostr-protocol/nips/blob/master/19.md"],
  ["suiprivkey1", "https://docs.sui.io/concepts/cryptography/transaction-auth/keys-addresses"],
  ["tk_", "https://docs.ntfy.sh/config/#access-tokens"],
];

/** In front of random base64url, 22 at the least. */
const BASE64URL: readonly Head[] = [
  ["0x4AAAAAA", "https://developers.cloudflare.com/turnstile/get-started/"],
  ["apiv3_", "https://docs.influxdata.com/influxdb3/core/admin/tokens/"],
  ["nk-", "https://docs.nomic.ai/reference/api/authentication"],
  ["pb_", "https://docs.predibase.com/user-guide/getting-started/first-steps"],
  ["tsec_", "https://www.tigrisdata.com/docs/iam/"],
  ["th-", "https://docs.toolhouse.ai/toolhouse/quick-start"],
  ["vk1\\.a\\.", "https://dev.vk.com/en/api/access-token/getting-started"],
];

const any = (heads: readonly Head[]): string => heads.map(([head]) => head).join("|");
/** On heads; each has its issuer's page above. */
const PAGE = "https://github.blog/engineering/behind-githubs-new-authentication-token-formats/";

/**
 * Tokens of a short head and a common body. A rule of its own for each would be a hundred bytes in every bundle; a
 * head is ten.
 */
export const heads: readonly CatalogueShape[] = [
  {
    id: "generic/headed-hex",
    name: "Issuer's head and hexadecimal digits",
    pattern: `\\b(?:(?:${any(HEX)})[0-9a-f]{32,}|(?:${any(UUID)})[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`,
    example: "«dsp_‹hex 40›»",
    nearMiss: "dsx_‹hex 40›",
    source: PAGE,
  },
  {
    id: "generic/headed-random",
    name: "Issuer's head and random characters",
    pattern: `\\b(?:(?:${any(RANDOM)})[A-Za-z0-9]{20,}|(?:${any(BASE64URL)})[\\w-]{22,})`,
    example: "«app-‹base62 24›»",
    nearMiss: "app-‹base62 19›",
    check: "random",
    checkDecides: true,
    source: PAGE,
  },
];
