import type { ShapeRule } from "../rule.ts";
import { COLON, SLASH } from "./spelling.ts";

/** Nodes of blockchains, whose keys stand in the path of their URLs. */
export const chain: readonly ShapeRule[] = [
  {
    id: "infura/project-url",
    name: "Infura API key in a URL",
    pattern: `\\.infura\\.io${SLASH}(?:ws${SLASH})?v3${SLASH}([0-9a-f]{32})\\b`,
    exact: true,
    source: "https://docs.metamask.io/services/get-started/endpoints/",
  },
  {
    id: "alchemy/project-url",
    name: "Alchemy API key in a URL",
    pattern: `\\.(?:g\\.alchemy\\.com|alchemyapi\\.io)${SLASH}(?:(?:nft|data|prices)${SLASH})?v\\d${SLASH}([\\w-]{20,})`,
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://www.alchemy.com/docs/reference/node-supported-chains",
  },
  {
    id: "quicknode/endpoint",
    name: "Token in an endpoint's URL (QuickNode, Chainstack, GetBlock, Tenderly)",
    pattern: `(?:\\.quiknode\\.pro|\\.(?:p2pify|chainstack)\\.com|go\\.getblock\\.io|\\.gateway\\.tenderly\\.co)${SLASH}([A-Za-z0-9]{16,})`,
    check: "entropy",
    checkDecides: true,
    exact: true,
    source: "https://www.quicknode.com/guides/quicknode-products/how-to-set-up-endpoint-security",
  },
  {
    id: "ankr/endpoint",
    name: "Ankr API key in an endpoint's URL",
    pattern: `rpc\\.ankr\\.com${SLASH}(?:[a-z_]+${SLASH})+([0-9a-f]{64})`,
    exact: true,
    source: "https://www.ankr.com/docs/rpc-service/getting-started/basics-premium/",
  },
  {
    id: "circle/api-key",
    name: "Circle API key",
    pattern: `\\b(?:TEST|LIVE|SAND)_API_KEY${COLON}[0-9a-f]{32}${COLON}[0-9a-f]{32}\\b`,
    exact: true,
    source: "https://developers.circle.com/w3s/circle-developer-account",
  },
];
