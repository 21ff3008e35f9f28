import type { ShapeRule } from "../rule.ts";
import { betterleaks } from "./peers.ts";
import { SLASH } from "./spelling.ts";

const DOC = "https://launchdarkly.com/docs/home/account/environment/keys";

export const featureFlags: readonly ShapeRule[] = [
  {
    id: "launchdarkly/sdk-key",
    name: "LaunchDarkly SDK key",
    pattern: "\\bsdk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
    exact: true,
    source: DOC,
  },
  {
    id: "launchdarkly/api-key",
    name: "LaunchDarkly API access token",
    pattern: "\\bapi-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
    exact: true,
    source: DOC,
  },
  {
    id: "launchdarkly/mobile-key",
    name: "LaunchDarkly mobile key",
    pattern: "\\bmob-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
    exact: true,
    optIn: true,
    source: DOC,
  },
  {
    id: "configcat/sdk-key",
    name: "ConfigCat SDK key",
    pattern: `configcat-sdk-1${SLASH}[\\w-]{22}(?:${SLASH}[\\w-]+)?`,
    exact: true,
    source: betterleaks,
  },
  {
    id: "devcycle/server-key",
    name: "DevCycle server SDK key",
    pattern: "dvc_server_\\w{12,}",
    exact: true,
    check: "entropy",
    checkDecides: true,
    source: betterleaks,
  },
  {
    id: "devcycle/client-key",
    name: "DevCycle client or mobile SDK key",
    pattern: "dvc_(?:client|mobile)_\\w{12,}",
    exact: true,
    check: "entropy",
    checkDecides: true,
    optIn: true,
    source: betterleaks,
  },
];
