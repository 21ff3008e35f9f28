import { argumentRules } from "./commands/arguments.ts";
import { codeRules } from "./commands/code.ts";
import { commandRules } from "./commands/commands.ts";
import { deviceRules } from "./commands/devices.ts";
import { dialogRules } from "./commands/dialogs.ts";
import { proseRules } from "./commands/prose.ts";
import { shellRules } from "./commands/shell.ts";
import { pairRules } from "./joins/pairs.ts";
import { headerRules } from "./names/headers.ts";
import { keyRules } from "./names/keys.ts";
import { oauthRules } from "./names/oauth.ts";
import { sqlRules } from "./names/sql.ts";
import { weakKeyRules } from "./names/weak-keys.ts";
import { pemRules } from "./pem.ts";
import { piiRules } from "./pii.ts";
import type { Rule } from "./rule.ts";
import { contextKeys } from "./vendors/context-keys.ts";
import { unknown } from "./vendors/unknown.ts";
import { printedRules, vendorRules } from "./vendors.ts";
import { cookieRules } from "./web/cookies.ts";
import { httpRules } from "./web/http.ts";
import { samlRules } from "./web/saml.ts";
import { urlRules } from "./web/urls.ts";

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
