import { argumentRules } from "./arguments.ts";
import { codeRules } from "./code.ts";
import { commandRules, proseRules } from "./commands.ts";
import { cookieRules } from "./cookies.ts";
import { deviceRules } from "./devices.ts";
import { dialogRules } from "./dialogs.ts";
import { headerRules } from "./headers.ts";
import { httpRules } from "./http.ts";
import { pairRules } from "./joins/pairs.ts";
import { keyRules } from "./keys.ts";
import { oauthRules } from "./oauth.ts";
import { pemRules } from "./pem.ts";
import { piiRules } from "./pii.ts";
import type { Rule } from "./rule.ts";
import { samlRules } from "./saml.ts";
import { shellRules } from "./shell.ts";
import { sqlRules } from "./sql.ts";
import { urlRules } from "./urls.ts";
import { contextKeys } from "./vendors/context-keys.ts";
import { unknown } from "./vendors/unknown.ts";
import { printedRules, vendorRules } from "./vendors.ts";
import { weakKeyRules } from "./weak-keys.ts";

/**
 * Every rule, once. The order is the precedence between matches that are the same: what tells more about
 * the issuer comes first.
 */
export const catalogue: readonly Rule[] = [
  ...pemRules,
  ...samlRules,
  ...vendorRules,
  ...urlRules,
  ...httpRules,
  ...cookieRules,
  ...commandRules,
  ...proseRules,
  ...shellRules,
  ...argumentRules,
  ...codeRules,
  ...dialogRules,
  ...deviceRules,
  ...printedRules,
  ...headerRules,
  ...oauthRules,
  ...keyRules,
  ...contextKeys,
  ...weakKeyRules,
  ...sqlRules,
  ...pairRules,
  ...piiRules,
  ...unknown,
];
