import type { ShapeRule } from "./rule.ts";
import { ai } from "./vendors/ai.ts";
import { aiAgents } from "./vendors/ai-agents.ts";
import { aiPlatforms } from "./vendors/ai-platforms.ts";
import { anthropic } from "./vendors/anthropic.ts";
import { apps } from "./vendors/apps.ts";
import { atlassian } from "./vendors/atlassian.ts";
import { aws } from "./vendors/aws.ts";
import { azure } from "./vendors/azure.ts";
import { chain } from "./vendors/chain.ts";
import { chat } from "./vendors/chat.ts";
import { ci } from "./vendors/ci.ts";
import { cloud } from "./vendors/cloud.ts";
import { commerce } from "./vendors/commerce.ts";
import { databases } from "./vendors/databases.ts";
import { developerTools } from "./vendors/developer-tools.ts";
import { featureFlags } from "./vendors/feature-flags.ts";
import { generic } from "./vendors/generic.ts";
import { github } from "./vendors/github.ts";
import { gitlab } from "./vendors/gitlab.ts";
import { google } from "./vendors/google.ts";
import { hosting } from "./vendors/hosting.ts";
import { mail } from "./vendors/mail.ts";
import { moreServices } from "./vendors/more-services.ts";
import { network } from "./vendors/network.ts";
import { observability } from "./vendors/observability.ts";
import { openai } from "./vendors/openai.ts";
import { passwordHashes } from "./vendors/password-hashes.ts";
import { payments } from "./vendors/payments.ts";
import { registries } from "./vendors/registries.ts";
import { saas } from "./vendors/saas.ts";
import { secretStores } from "./vendors/secret-stores.ts";
import { slack } from "./vendors/slack.ts";
import { social } from "./vendors/social.ts";
import { stripe } from "./vendors/stripe.ts";

/** Every vendor's credential formats, and the generic ones. */
export const vendorRules: readonly ShapeRule[] = [
  ...ai,
  ...aiAgents,
  ...aiPlatforms,
  ...anthropic,
  ...apps,
  ...atlassian,
  ...aws,
  ...azure,
  ...chain,
  ...chat,
  ...ci,
  ...cloud,
  ...commerce,
  ...databases,
  ...developerTools,
  ...featureFlags,
  ...generic,
  ...github,
  ...gitlab,
  ...google,
  ...hosting,
  ...mail,
  ...moreServices,
  ...network,
  ...observability,
  ...openai,
  ...passwordHashes,
  ...payments,
  ...registries,
  ...saas,
  ...secretStores,
  ...slack,
  ...social,
  ...stripe,
];
