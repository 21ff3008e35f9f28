import { describe, test } from "vitest";
import { expectAtEveryCut } from "../cases/at-every-cut.ts";
import { marked } from "../cases/marked.ts";

/** Put together, so that no scanner takes them for live ones. */
const RANDOM = ["q7Hv2Lx9Tz", "4Kb8Nw3Rf6", "Yd5Gm1Js0P", "c8"].join("");
const SHORT = RANDOM.slice(0, 22);
const ONE_CASE = ["q7hv2lx9tz", "4kb8nw3rf6", "yd5gm1js0p"].join("");
const HEX = ["2c4dadbd96776b35", "79435565a6567476"].join("");
const UUID = ["c265b64d-b8b2-4c8f", "912b-a346f34fc63a"].join("-");
const URL64 = ["q7Hv2Lx-9Tz", "4Kb8N_w3Rf6", "Yd5Gm1Js0P"].join("");
const GITHUB = ["ghp", `_${RANDOM}aB3d`].join("");

/** What must be replaced stands between « and »; a line without them stays whole. */
const cases: Readonly<Record<string, readonly string[]>> = {
  "a word and what a generator gave": [
    `see «acme_${RANDOM}» and «acme-${RANDOM}».`,
    `{"note":"«acme_v1_${RANDOM}»","ok":true} /x/«acme_eu1_zone_${RANDOM}»/y`,
    `«acme_${ONE_CASE}» «ACME_${ONE_CASE.toUpperCase()}» «acme__${URL64}» «acme_${RANDOM}==»`,
    String.raw`{"msg":"one\n«acme_${RANDOM}»\ntwo \"«acme_${RANDOM}»\""}`,
    // Ids are shorter, hashes and UUIDs hexadecimal.
    `acme_${SHORT} acme_${ONE_CASE.slice(0, 26)} acme_${HEX} acme_${UUID} acme_${HEX}${HEX}`,
    // Two letters, or a digit, may begin any random text; what stands in front of a dash may, too.
    `ac_${RANDOM} a7me_${RANDOM} Acme_${RANDOM} ${RANDOM.slice(0, 7)}-acme_${RANDOM}`,
    "acme_the_quick_brown_fox_jumps_over_13_lazy_dogs acme-MyServiceProductionServerGroup13Instance7",
    "acme-prod-db-7f9c8d6b5-x2x7z ip-10-0-1-23-us-west-2-compute-internal-a1b2",
  ],
  "a word that tells of a token": [
    `«acme_token_${SHORT}» «acme_pat_${SHORT}» «sk-${SHORT}Wq» «acme-key-${SHORT}»`,
    `acme_tokens_${SHORT} acme_part_${SHORT} ski-${SHORT}Wq acme_test_${SHORT}`,
    `acme_token_${SHORT.slice(0, 19)} acme_token_${HEX}`,
    `«acme_live_${HEX}» «acme_secret_${UUID}» acme_lively_${HEX} acme_secrets_${UUID}`,
  ],
  "a word that says that everybody may see it": [
    `pk_live_${RANDOM} acme_pub_${RANDOM} acme_client_${RANDOM} sha512-${RANDOM} nonce-${RANDOM} acme_id_${RANDOM}`,
    `«pks_${RANDOM}» «acme_pubs_${RANDOM}» «acme_clients_${RANDOM}» «shap-${RANDOM}» «nonces-${RANDOM}»`,
  ],
  "one in a path, of which nothing but the slash goes out before": [
    `http://devices.example/api/v1/«${ONE_CASE.slice(0, 20)}»/telemetry https://a.example:8080/api/v1/«${ONE_CASE.slice(0, 20)}»/rpc`,
  ],
  "one that a rule knows, behind another word": [`user_«${GITHUB}» my_old_«${GITHUB}»`],
};

describe.each(Object.entries(cases))("%s", (_, lines) => {
  test.each(lines)("%s", (line) => {
    expectAtEveryCut(...marked(line));
  });
});
