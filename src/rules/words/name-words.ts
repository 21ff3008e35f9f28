import type { NameWords } from "../rule.ts";
import { vendorWords } from "./vendor-words.ts";

/**
 * Words of names, compared whole: `token_type` and `tokenType` are no token, `token_typeface` may be one. A word is
 * what stands between "_", "-", ".", digits and a change of case. After a sensitive name a word that is not here
 * leaves it sensitive, if the value looks like a credential.
 */
// biome-ignore format: tables of words
export const nameWords: readonly NameWords[] = [
  {
    says: "turns", // what kind of thing it is, and how it is made
    words:
      "type types kind class category format formats encoding algorithm algorithms alg algo cipher ciphers scheme schemes mode modes " +
      "method methods style version versions ver protocol spec schema standard model syntax charset charsets alphabet",
    example: "token_type", not: "type_token",
  },
  {
    says: "turns", // which one it is
    words:
      "id ids uid guid uuid uuids name names identifier identifiers label labels title alias aliases ref refs reference references " +
      "arn urn number num nr no index position pos order kid serial",
    example: "secretName", not: "nameSecret",
  },
  {
    says: "turns", // where it is, or what gives it out
    words:
      "url urls uri uris endpoint endpoints host hosts hostname hostnames domain domains server servers address addresses path paths " +
      "file files filename filenames filepath dir directory folder location locations store stores storage keystore truststore vault " +
      "manager managers provider providers service services source sources origin href link links page pages route " +
      "env variable variables var vars header headers param params parameter parameters field fields column columns table tables " +
      "prefix prefixes suffix bucket buckets pool pools ring rings broker backend engine",
    example: "token_endpoint", not: "endpointToken",
  },
  {
    says: "turns", // whose it is, and what for
    words:
      "user users username usernames owner owners issuer issuers iss subject sub audience audiences aud tenant tenants " +
      "account accounts scope scopes permission permissions privilege privileges grant grants role roles claim claims group groups " +
      "usage usages use uses used purpose purposes access elevation integrity impersonation attribute attributes property properties",
    example: "token_issuer", not: "issuer_token",
  },
  {
    says: "turns", // when it began and ends
    words:
      "at on time times date dates timestamp ts created create creation update updates updated modified change changes changed " +
      "changing set expire expires expired expiry expiration exp ttl lifetime age ages duration durations timeout timeouts interval " +
      "issued iat nbf valid validity until since before after day days hour hours minute minutes second seconds sec secs ms " +
      "history period periods delay grace last rotation renewal renew renewed refresh refreshed refreshing",
    example: "passwordChangedAt", not: "atPassword",
  },
  {
    says: "turns", // how much of it there is
    words:
      "count counts counter length len size sizes limit limits limiter quota quotas rate rates total totals sum max min maximum minimum " +
      "offset width score strength entropy complexity percent percentage cost costs price budget balance amount level levels threshold " +
      "attempt attempts tries retry retries failure failures stats statistics metric metrics average per remaining left",
    example: "tokenCount", not: "count_token",
  },
  {
    says: "turns", // how it stands with it
    words:
      "status state states invalid enable enabled disable disabled active inactive require required requires requirement requirements " +
      "optional allow allowed present missing found exist exists available error errors err failed success successful succeeded ok " +
      "result results reason reasons message messages msg warning warnings lock locked revoke revoked revocation delete deleted " +
      "deletion remove removed removal save saved sent send validate validated validation validator validators match matches matched " +
      "mismatch matcher check checks checked checker protect protected protection reset resets recovery recover strategy flow " +
      "generation creator verified verifier supported support needed accepted rejected denied empty",
    example: "password_status", not: "status_password",
  },
  {
    says: "turns", // what is said and asked about it
    words:
      "policy policies rule rules pattern patterns regex regexp config configs configuration configurations setting settings option " +
      "options flag flags feature features action actions event events operation operations op request requests response responses " +
      "hint hints question questions description desc help info information detail details summary doc docs documentation comment " +
      "note notes report reports example examples guide tooltip form forms input inputs box prompt placeholder button dialog modal view views " +
      "component components screen icon image color",
    example: "password_policy", not: "policy_password",
  },
  {
    says: "turns", // the part of a program that has to do with it
    words:
      "handler handlers callback callbacks hook hooks listener listeners function func fn helper helpers util utils factory builder " +
      "parser lexer generator resolver controller repository repo interface impl middleware filter filters interceptor decoder encoder " +
      "serializer module plugin plugins client clients agent adapter wrapper loader reader writer fetcher getter setter cache " +
      "cached registry dao dto entity exception processor worker job jobs task tasks daemon driver operator controllers " +
      "authenticator refresher auth authentication authenticated authorizer exchange exchanger introspection binding bindings " +
      "rotator syncer sync guard running dumping spraying stuffing cracking guessing theft harvesting leak " +
      "leaked leaks exposure exposed attack",
    example: "tokenProvider", not: "providerToken",
  },
  {
    says: "turns", // what cannot be turned back into it; those of passwords are names of their own in `keys.ts`
    words: "hash hashes hashed digest digests fingerprint fingerprints thumbprint checksum sha md crc public pub",
    example: "tokenHash", not: "token_hashtag",
  },
  {
    says: "turns", // how files and hosts end
    words:
      "js mjs cjs tsx jsx py pyc go rb rs java kt swift c h cc cpp hpp cs php html htm css scss txt json jsonl yaml yml xml " +
      "toml ini cfg conf log sh bash bat ps sql svg png so dll exe jar zip gz bin",
    example: "token.js", not: "js.token",
  },
  {
    says: "ends", // what hosts end in, after a dot
    words: "com net org io gov edu lan svc",
    example: "token.com", not: "token_com",
  },
  {
    says: "turns", // lists and other containers of it
    words: "list lists map maps array arrays item items entry entries collection collections queue tree object objects record records",
    example: "tokenList", not: "listToken",
  },
  {
    says: "qualifies", // where it holds
    words:
      "prod production prd live stage staging stg uat qa dev devel development sandbox preprod preview demo " +
      "local localhost integration us eu uk de fr ap emea apac east west north south central global",
    example: "API_KEY_PROD", not: "keynote_prod",
  },
  {
    says: "qualifies", // which of several
    words:
      "a i ii new old cur current prev previous primary secondary main master default alt alternate backup fallback temp tmp " +
      "temporary one two three first third repeat repeated again confirm confirmed confirmation verify verification admin root",
    example: "passwordNew", not: "passNew",
  },
  {
    says: "qualifies", // how it is written
    words: "value val text str string raw plain plaintext cleartext clear data base b bytes hex pem enc encoded encrypted decrypted",
    example: "token_value", not: "hotkey_value",
  },
  {
    says: "negates", // whether there is one, and what is done with it
    words:
      "has have had is are was no not without use uses need needs require requires required show shows hide hides reveal toggle " +
      "save allow allows permit with include includes check checks checking compare comparing validate validates " +
      "validating hashing hash forgot forgotten verifying refreshing fetching getting parsing generating revoking acquiring requesting decoding " +
      "resetting changing updating deleting creating should can must will did does per by weak common max min num label placeholder caption tooltip",
    example: "has_password", not: "hashed_password",
  },
  {
    says: "stays", // which one it is, whose, and of what kind
    words:
      "id ids uid guid uuid jti kid arn type types kind category class scheme alg algorithm version name names user users username " +
      "usernames login owner email sub iss aud issuer subject audience tenant account role roles scope scopes group groups policies action",
    example: "userName", not: "userNamed",
  },
  {
    says: "stays", // when, where and how
    words:
      "at in on date time timestamp created updated modified expires expiry expiration exp iat nbf ttl status state enabled disabled " +
      "seconds active valid revoked renewable host hostname port region path count service realm",
    example: "createDate", not: "createData",
  },
  {
    says: "describes",
    words:
      "type ref anyof oneof allof not format description title minlength maxlength pattern nullable required readonly writeonly deprecated items properties " +
      "additionalproperties minimum maximum minitems maxitems uniqueitems name in contenttype contentencoding defs discriminator " +
      "xorder order optional sensitive computed descriptionkind widget help label comment multiline group advanced",
    example: "minLength", not: "minValue",
  },
  {
    says: "describes", // in a mapping of Elasticsearch, in a model of an ORM
    words:
      "ignoreabove fields analyzer norms index docvalues store coerce eagerglobalordinals raw keyword " +
      "allownull unique primarykey autoincrement field validate select trim lowercase uppercase length",
    example: "ignore_above", not: "ignored",
  },
  { says: "shows", words: "default example examples enum const", example: "default", not: "value" },
  {
    says: "opens",
    words: "pk pub public publish publishable client cs id ids sha md nonce hash etag phc flwpubk",
    example: "acme_pub_live", not: "acme_pubs_live",
  },
  {
    says: "tells",
    words: "prod production rk ak sec key api token tok oauth access refresh bearer personal signing pw priv prv license",
    example: "acme_token", not: "acme_tokens",
  },
  { says: "proves", words: "live sk secret apikey pat oat svcacct password private", example: "acme_sk", not: "acme_ski" },
  { says: "issues", words: vendorWords.join(" "), example: "CYPRESS_RECORD_KEY", not: "ORDER_RECORD_KEY" },
];
