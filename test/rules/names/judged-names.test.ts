import { describe, expect, test } from "vitest";
import { redact } from "../../../src/index.ts";
import { marked } from "../../kernel/cases/marked.ts";

/** Put together, so that no scanner takes it for a live one. */
const HEX = ["2c4dadbd96776b35", "79435565a6567476"].join("");
const UUID = ["c265b64d-b8b2-4c8f", "912b-a346f34fc63a"].join("-");
const RANDOM = ["q7Hv2Lx9Tz", "4Kb8Nw3Rf6"].join("");
const MIXED = ["Zq8Lw2", "Xk9Vb4"].join("");

/** What must be replaced stands between « and »; a line without them stays whole. */
const cases: Readonly<Record<string, readonly string[]>> = {
  "a vendor's name lets a key be hexadecimal or a UUID": [
    `CLARIFAI_KEY=«${HEX}»`,
    `CYPRESS_RECORD_KEY=«${UUID}»`,
    `ORDER_RECORD_KEY=${UUID}`,
    `{"digitalOceanSpacesKey":"«${HEX}»","digital_ocean_key":"«${HEX}»"}`,
    // Whole words, and no word of the language.
    `preclarifai_key=${HEX}`,
    `clarifaious_key=${HEX}`,
    `SEGMENT_KEY=${HEX}`,
    `OKTA_KEY=«${HEX}» AI21_KEY=«${UUID}» what3wordsKey: «${HEX}» x-kagi-key: «${HEX}» MONDAY_KEY=${HEX}`,
    `{"scrapingBeeKey":"«${HEX}»","scraping_bees_key":"${HEX}","bee_key":"${HEX}"}`,
    // Of a vendor, too, a key is no word.
    "CLARIFAI_KEY=production-eu-west",
  ],
  "a key by its length, its alphabet and its entropy": [
    `GET /x?key=«${RANDOM}»&type_key=«${RANDOM}»`,
    `GET /x?key=${HEX}&type_key=${UUID}`,
    `GET /x?key=${MIXED}`,
    "key=user-profile-20240101-part-2",
    // What a merge or a look-up goes by is none, whatever it looks like.
    `MergeByKey=${RANDOM}`,
    `cacheKey=${RANDOM}`,
  ],
  "an item of a list of tokens": [
    `tokens[0]=«${MIXED}» tokens[12]: «${MIXED}»`,
    "tokens[0]=hello tokens[1]=12",
    `tokens=${MIXED}`,
    `user[password][0]=«${MIXED}» user[tokens]=${MIXED}`,
  ],
  "what AWS calls a client token, and Vault": [
    `{"clientToken":"${UUID}","ClientToken":"${UUID.toUpperCase()}"}`,
    `aws ec2 run-instances --client-token ${UUID} --count 1`,
    `{"client_token":"«${UUID}»","CLIENT_TOKEN":"«${UUID}»"}`,
    `{"clientToken":"«${MIXED}»","client-token":"«${UUID}0»"}`,
    `{"clientTokens":["${UUID}"],"newClientToken":"${UUID}","clientAuthToken":"«${UUID}»"}`,
  ],
  "an index turns a name as a word behind it does": [
    `token[type]=${MIXED}&token[value]=«${MIXED}»&token[typed]=«${MIXED}»`,
    `user%5Bpassword%5D=«${MIXED}»&token%5Btype%5D=${MIXED}`,
    `$user['password']['hint'] = '${MIXED}'; $user['password']['eu'] = '«${MIXED}»';`,
  ],
  "a tag in front of a message is no name": [
    "gdm-password[1600]: session closed for user ann",
    `password[16]: «${MIXED}»`,
    "%SYS-5-PRIV_AUTH_PASS: Privilege level set to 15 by jdoe on console",
    `%password: «${MIXED}»`,
    "pam_unix(gdm-password:session): session closed; pam_unix(passwd:chauthtok): password changed",
  ],
  "behind a word that nobody knows, the value tells": [
    `docker_password_123_dkr_ecr_eu: «${MIXED}» API_KEY_ACME=«${MIXED}» passwordZebra=«hunter22x»`,
    `SECRET_ZEBRA='«p@ss!w0rd»' token_zebra=«${HEX}» token_zebra=«marzipan-otter-4»`,
    "token_zebra=marzipan token_zebra=1234567 token_zebra=2026-03-02T09:14:01Z token_zebra=20260302T091401Z",
    "token_zebra=/var/run/token1 token_zebra=db-1.example.com token_zebra=eu/west/2a token_zebra=a1b2c3",
  ],
};

describe.each(Object.entries(cases))("%s", (_, lines) => {
  test.each(lines)("%s", (line) => {
    const [input, expected] = marked(line);
    expect(redact(input)).toBe(expected);
    expect(redact(expected)).toBe(expected);
  });
});
