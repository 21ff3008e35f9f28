import type { CatalogueShape } from "./catalogue-shape.ts";
import { startingWithA } from "./vendors/a.ts";
import { anthropic } from "./vendors/anthropic.ts";
import { aws } from "./vendors/aws.ts";
import { azure, azurePrints } from "./vendors/azure.ts";
import { startingWithB } from "./vendors/b.ts";
import { startingWithC } from "./vendors/c.ts";
import { cloudflare } from "./vendors/cloudflare.ts";
import { startingWithCo } from "./vendors/co.ts";
import { startingWithD } from "./vendors/d.ts";
import { digitalocean } from "./vendors/digitalocean.ts";
import { docker } from "./vendors/docker.ts";
import { printedWithE, startingWithE } from "./vendors/e.ts";
import { startingWithF } from "./vendors/f.ts";
import { startingWithG } from "./vendors/g.ts";
import { generic } from "./vendors/generic.ts";
import { github, githubPrints } from "./vendors/github.ts";
import { gitlab } from "./vendors/gitlab.ts";
import { google } from "./vendors/google.ts";
import { startingWithH } from "./vendors/h.ts";
import { heads } from "./vendors/heads.ts";
import { startingWithI } from "./vendors/i.ts";
import { startingWithJ } from "./vendors/j.ts";
import { jsonWebTokens } from "./vendors/json-web-tokens.ts";
import { printedWithK, startingWithK } from "./vendors/k.ts";
import { startingWithL } from "./vendors/l.ts";
import { startingWithM } from "./vendors/m.ts";
import { meta } from "./vendors/meta.ts";
import { startingWithN } from "./vendors/n.ts";
import { newrelic } from "./vendors/newrelic.ts";
import { startingWithO } from "./vendors/o.ts";
import { openai } from "./vendors/openai.ts";
import { startingWithP } from "./vendors/p.ts";
import { passwordHashes } from "./vendors/password-hashes.ts";
import { startingWithPo } from "./vendors/po.ts";
import { startingWithQ } from "./vendors/q.ts";
import { startingWithR } from "./vendors/r.ts";
import { startingWithS } from "./vendors/s.ts";
import { sentry } from "./vendors/sentry.ts";
import { shopify } from "./vendors/shopify.ts";
import { slack } from "./vendors/slack.ts";
import { square } from "./vendors/square.ts";
import { stripe, stripePrints } from "./vendors/stripe.ts";
import { startingWithT } from "./vendors/t.ts";
import { telegram } from "./vendors/telegram.ts";
import { startingWithU } from "./vendors/u.ts";
import { startingWithV } from "./vendors/v.ts";
import { vault } from "./vendors/vault.ts";
import { startingWithW } from "./vendors/w.ts";
import { startingWithX } from "./vendors/x.ts";
import { startingWithY } from "./vendors/y.ts";
import { startingWithZ } from "./vendors/z.ts";

/**
 * Every issuer's credential formats. An issuer with four rules or more has a file of its own; those with fewer share one
 * for their first letter. What is not an issuer's (`jwt`, `generic`) comes last: of two rules with the same match, the first
 * one counts.
 */
export const vendorRules: readonly CatalogueShape[] = [
  ...startingWithA,
  ...anthropic,
  ...aws,
  ...azure,
  ...startingWithB,
  ...startingWithC,
  ...startingWithCo,
  ...cloudflare,
  ...startingWithD,
  ...digitalocean,
  ...docker,
  ...startingWithE,
  ...startingWithF,
  ...startingWithG,
  ...github,
  ...gitlab,
  ...google,
  ...startingWithH,
  ...startingWithI,
  ...startingWithJ,
  ...startingWithK,
  ...startingWithL,
  ...startingWithM,
  ...meta,
  ...startingWithN,
  ...newrelic,
  ...startingWithO,
  ...openai,
  ...startingWithP,
  ...startingWithPo,
  ...startingWithQ,
  ...startingWithR,
  ...startingWithS,
  ...sentry,
  ...shopify,
  ...slack,
  ...square,
  ...stripe,
  ...startingWithT,
  ...telegram,
  ...startingWithU,
  ...startingWithV,
  ...vault,
  ...startingWithW,
  ...startingWithX,
  ...startingWithY,
  ...startingWithZ,
  ...jsonWebTokens,
  ...generic,
  ...heads,
  ...passwordHashes,
];

/**
 * Credentials that are found by what an issuer's programs print around them, not by their own shape: a value may be any
 * text. They come after what commands and dialogues print.
 */
export const printedRules: readonly CatalogueShape[] = [
  ...githubPrints,
  ...azurePrints,
  ...printedWithE,
  ...printedWithK,
  ...stripePrints,
];
