import type { ShapeRule } from "../rule.ts";

const DOC = "https://docs.stripe.com/keys";

export const stripe: readonly ShapeRule[] = [
  {
    id: "stripe/organization-key",
    name: "Stripe organization key",
    pattern: "sk_org_(?:live_|test_)?[A-Za-z0-9]{20,}",
    check: "entropy",
    checkDecides: true,
    source: "https://docs.stripe.com/get-started/account/orgs/setup",
  },
  {
    id: "stripe/secret-key",
    name: "Stripe secret key",
    pattern: "sk_live_[A-Za-z0-9]{24,99}",
    token: true,
    source: DOC,
  },
  {
    id: "stripe/secret-test-key",
    name: "Stripe secret key, test mode",
    pattern: "sk_test_[A-Za-z0-9]{24,}",
    source: DOC,
  },
  {
    id: "stripe/signature",
    name: "Signature of a webhook of Stripe",
    pattern: "\\bt=\\d{10},v1=([0-9a-f]{64})",
    source: "https://docs.stripe.com/webhooks/signature",
  },
  {
    id: "stripe/restricted-key",
    name: "Stripe restricted key",
    pattern: "rk_live_[A-Za-z0-9]{24,99}",
    token: true,
    source: DOC,
  },
  {
    id: "stripe/restricted-prod-key",
    name: "Stripe restricted key, earlier prefix",
    pattern: "rk_prod_[A-Za-z0-9]{24,}",
    source: DOC,
  },
  {
    id: "stripe/restricted-test-key",
    name: "Stripe restricted key, test mode",
    pattern: "rk_test_[A-Za-z0-9]{24,}",
    source: DOC,
  },
  {
    id: "stripe/secret-prod-key",
    name: "Stripe secret key, earlier prefix",
    pattern: "sk_prod_[A-Za-z0-9]{24,}",
    source: DOC,
  },
  {
    id: "stripe/publishable-key",
    name: "Stripe publishable key",
    pattern: "pk_live_[A-Za-z0-9]{24,99}",
    token: true,
    optIn: true,
    source: DOC,
  },
  {
    id: "stripe/publishable-test-key",
    name: "Stripe publishable key, test mode",
    pattern: "pk_test_[A-Za-z0-9]{24,}",
    optIn: true,
    source: DOC,
  },
  {
    id: "stripe/ephemeral-key",
    name: "Stripe ephemeral key",
    pattern: "\\bek_(?:live|test)_[A-Za-z0-9]{24,}",
    source: DOC,
  },
  {
    id: "stripe/webhook-secret",
    name: "Stripe webhook signing secret (also Svix, Clerk, Resend)",
    pattern: "whsec_[A-Za-z0-9+/]{32,44}={0,2}",
    token: true,
    source: "https://docs.stripe.com/webhooks/signature",
  },
  {
    id: "stripe/client-secret",
    name: "Stripe client secret of a payment intent",
    pattern: "pi_[A-Za-z0-9]{24,27}_secret_[A-Za-z0-9]{20,}",
    source: "https://docs.stripe.com/api/payment_intents/object",
  },
  {
    id: "stripe/account-session-secret",
    name: "Stripe client secret of an account session",
    pattern: "accs_secret__[A-Za-z0-9]{20,}",
    token: true,
    source: "https://docs.stripe.com/api/account_sessions/object",
  },
  {
    id: "stripe/checkout-client-secret",
    name: "Stripe client secret of an embedded checkout",
    pattern: "cs_(?:live|test)_[A-Za-z0-9]{40,}_secret_[A-Za-z0-9]{20,}",
    source: "https://docs.stripe.com/api/checkout/sessions/object",
  },
  {
    id: "stripe/setup-client-secret",
    name: "Stripe client secret of a setup intent",
    pattern: "seti_[A-Za-z0-9]{24,27}_secret_[A-Za-z0-9]{20,}",
    source: "https://docs.stripe.com/api/setup_intents/object",
  },
];

/** What Stripe prints around a credential of any shape: see `printedRules`. */
export const stripePrints: readonly ShapeRule[] = [
  {
    id: "stripe/webhook-signature",
    name: "Signature of a webhook of Stripe",
    source: "https://docs.stripe.com/webhooks#verify-manually",
    pattern: String.raw`\bstripe[_-]signature["':=> \[\\,]{1,12}t=\d{10},v1=([0-9a-f]{64})`,
    ignoreCase: true,
  },
];
