import type { ShapeRule } from "../rule.ts";
import { gitleaks, trufflehog } from "./peers.ts";
import { BASE64, EQUALS, PADDING, PLUS } from "./spelling.ts";

const DOC =
  "https://github.com/microsoft/security-utilities/blob/main/GeneratedRegexPatterns/PreciselyClassifiedSecurityKeys.json";

export const azure: readonly ShapeRule[] = [
  {
    id: "azure/storage-account-key",
    name: "Azure Storage account key in a connection string",
    pattern: "AccountKey=([A-Za-z0-9+/]{40,}={0,2})",
    ignoreCase: true,
    source: "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
  },
  {
    id: "azure/shared-access-key",
    name: "Azure shared access key in a connection string",
    pattern: "SharedAccessKey=([A-Za-z0-9+/]{40,}={0,2})",
    ignoreCase: true,
    source: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
  },
  {
    id: "azure/sas-signature",
    name: "Signature of a shared access signature",
    pattern: `(?:[?&;]|\\\\u0026|%26)sig=((?:${BASE64}|[_-]){43,}${PADDING})`,
    source: "https://learn.microsoft.com/azure/storage/common/storage-sas-overview",
  },
  {
    id: "azure/client-secret",
    name: "Microsoft Entra client secret",
    pattern: "[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}",
    source: gitleaks,
  },
  {
    id: "azure/annotated-key",
    name: "Azure annotated security key (OpenAI, AI services, DevOps, and others)",
    pattern: "[A-Za-z0-9]{52}JQQJ9[89DH][A-Za-z0-9]{14}[A-Za-z0-9]{8}[A-Za-z0-9]{4}(?:==)?",
    source: DOC,
  },
  {
    id: "azure/account-key-32",
    name: "Azure 32-byte key with a service mark (Service Bus, Event Hubs, Relay)",
    pattern: `[A-Za-z0-9+/%\\\\]{33}${PLUS}A(?:Sb|Eh|Rm)[A-P]${BASE64}{5}${EQUALS}`,
    source: DOC,
  },
  {
    id: "azure/container-registry-key",
    name: "Azure Container Registry key",
    pattern: `[A-Za-z0-9+/%\\\\]{42}${PLUS}ACR[A-D]${BASE64}{5}`,
    source: DOC,
  },
  {
    id: "azure/api-management-git-key",
    name: "Azure API Management repository password",
    pattern: `git&\\d{12}&${BASE64}{32,}${PADDING}`,
    source: trufflehog("azureapimanagement/repositorykey"),
  },
  {
    id: "azure/search-key",
    name: "Azure AI Search key",
    pattern: "[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}",
    source: DOC,
  },
  {
    id: "azure/function-key",
    name: "Azure Functions key",
    pattern: `[\\w-]{44}AzFu[\\w-]{5}[AQgw]${EQUALS}{2}`,
    source: DOC,
  },
  {
    // Cosmos DB, Service Bus, IoT Hub, as their lists of keys have them: 32 or 64 bytes of base64.
    id: "azure/primary-key",
    name: "Primary key of an Azure resource",
    pattern:
      'primary(?:Master|Readonly(?:Master)?)?Key\\\\{0,7}"[ \\t]{0,3}:[ \\t]{0,3}\\\\{0,7}"([A-Za-z0-9+/]{40,}={1,2})',
    source: "https://learn.microsoft.com/cli/azure/cosmosdb/keys",
  },
  {
    id: "azure/listed-key",
    name: "Key of a storage account in the answer to listKeys",
    pattern:
      '"permissions\\\\{0,7}"\\s*:\\s*\\\\{0,7}"(?:FULL|Full|READ|Read)\\\\{0,7}",\\s*\\\\{0,7}"value\\\\{0,7}"\\s*:\\s*\\\\{0,7}"([A-Za-z0-9+/]{40,}==)',
    source: "https://learn.microsoft.com/rest/api/storagerp/storage-accounts/list-keys",
  },
  {
    id: "azure/refresh-token",
    name: "Microsoft Entra refresh token",
    pattern: "\\b[01]\\.A[\\w-]{20,}(?:\\.\\d)?\\.Ag[\\w-]{100,}",
    source: "https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/azure_entra/refreshtoken",
  },
  {
    id: "azure/personal-refresh-token",
    name: "Microsoft account refresh token",
    pattern: "\\bM\\.[CR]\\d{1,3}_[A-Z0-9]{2,6}\\.[\\w!*$.-]{80,}",
    source: "https://learn.microsoft.com/entra/identity-platform/refresh-tokens",
  },
];

/** What Azure Pipelines prints around a credential of any shape: see `printedRules`. */
export const azurePrints: readonly ShapeRule[] = [
  {
    id: "azure/set-secret",
    name: "Secret variable that a logging command of Azure Pipelines sets",
    source: "https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables",
    pattern: String.raw`##vso\[task\.setvariable variable=[\w.-]+;(?:isoutput=true;)?issecret=true(?:;isoutput=true|;isreadonly=true)?;?\]([^\s*\\"'$][^\r\n\\"']*)`,
    ignoreCase: true,
  },
];
