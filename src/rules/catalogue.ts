import { headerRules } from "./headers.ts";
import { httpRules } from "./http.ts";
import { keyRules } from "./keys.ts";
import { oauthRules } from "./oauth.ts";
import { pemRules } from "./pem.ts";
import type { Rule } from "./rule.ts";
import { urlRules } from "./urls.ts";
import { contextKeys } from "./vendors/context-keys.ts";
import { vendorRules } from "./vendors.ts";

/**
 * Every rule, once. The order is the precedence between matches that are the same: what tells more about
 * the issuer comes first.
 */
export const catalogue: readonly Rule[] = [
  ...pemRules,
  ...vendorRules,
  ...urlRules,
  ...httpRules,
  ...headerRules,
  ...oauthRules,
  ...keyRules,
  ...contextKeys,
];
