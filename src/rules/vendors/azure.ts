import type { CatalogueShape } from "../catalogue-shape.ts";
import { gitleaks, trufflehog } from "./peers.ts";
import { BASE64, EQUALS, PADDING, PLUS } from "./spelling.ts";

const DOC =
  "https://github.com/microsoft/security-utilities/blob/main/GeneratedRegexPatterns/PreciselyClassifiedSecurityKeys.json";

export const azure: readonly CatalogueShape[] = [
  {
    id: "azure/storage-account-key",
    name: "Azure Storage account key in a connection string",
    pattern: "AccountKey=([A-Za-z0-9+/]{40,}={0,2})",
    example: "accountkey=«‹base64 44›»",
    nearMiss: "accountkey=‹base64 22›_‹base64 21›",
    ignoreCase: true,
    source: "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
  },
  {
    id: "azure/shared-access-key",
    name: "Azure shared access key in a connection string",
    pattern: "SharedAccessKey=([A-Za-z0-9+/]{40,}={0,2})",
    example: "sharedaccesskey=«‹base64 44›»",
    nearMiss: "sharedaccesskey=‹base64 4›",
    ignoreCase: true,
    source: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
  },
  {
    id: "azure/sas-signature",
    name: "Signature of a shared access signature",
    pattern: `(?:[?&;]|\\\\u0026|%26)sig=((?:${BASE64}|[_-]){43,}${PADDING})`,
    example: "&sig=«‹base64 43›»",
    nearMiss: "&six=‹base64 43›",
    source: "https://learn.microsoft.com/azure/storage/common/storage-sas-overview",
  },
  {
    id: "azure/client-secret",
    name: "Microsoft Entra client secret",
    pattern: "[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}",
    example: "«‹base62 3›‹digits 1›Q~‹base62 31›»",
    nearMiss: "‹base62 3›‹digits 1›Q~‹base62 15›!‹base62 15›",
    source: gitleaks,
  },
  {
    id: "azure/annotated-key",
    name: "Azure annotated security key (OpenAI, AI services, DevOps, and others)",
    pattern: "[A-Za-z0-9]{52}JQQJ9[89DH][A-Za-z0-9]{14}[A-Za-z0-9]{8}[A-Za-z0-9]{4}(?:==)?",
    example: "«‹base62 52›JQQJ99‹base62 26›»",
    nearMiss: "‹base62 52›JQQJ99‹base62 25›",
    source: DOC,
  },
  {
    id: "azure/account-key-32",
    name: "Azure 32-byte key with a service mark (Service Bus, Event Hubs, Relay)",
    pattern: `[A-Za-z0-9+/%\\\\]{33}${PLUS}A(?:Sb|Eh|Rm)[A-P]${BASE64}{5}${EQUALS}`,
    example: "«‹base62 33›+ASbI‹base64 5›=»",
    nearMiss: "‹base62 33›+ASbX‹base64 5›=",
    source: DOC,
  },
  {
    id: "azure/container-registry-key",
    name: "Azure Container Registry key",
    pattern: `[A-Za-z0-9+/%\\\\]{42}${PLUS}ACR[A-D]${BASE64}{5}`,
    example: "«‹base62 42›+ACRC‹base64 5›»",
    nearMiss: "‹base62 21›_‹base62 20›+ACRC‹base64 5›",
    source: DOC,
  },
  {
    id: "azure/api-management-git-key",
    name: "Azure API Management repository password",
    pattern: `git&\\d{12}&${BASE64}{20,}${PADDING}`,
    example: "«git&‹digits 12›&‹base64 32›»",
    nearMiss: "git&‹digits 12›&‹base64 19›",
    source: trufflehog("azureapimanagement/repositorykey"),
  },
  {
    id: "azure/search-key",
    name: "Azure AI Search key",
    pattern: "[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}",
    example: "«‹base62 42›AzSeC‹base62 5›»",
    nearMiss: "‹base62 42›AzSeX‹base62 5›",
    source: DOC,
  },
  {
    id: "azure/function-key",
    name: "Azure Functions key",
    pattern: `[\\w-]{44}AzFu[\\w-]{5}[AQgw]${EQUALS}{2}`,
    example: "«‹base64url 44›AzFu‹base64url 5›g==»",
    nearMiss: "‹base64url 22›!‹base64url 21›AzFu‹base64url 5›g==",
    source: DOC,
  },
  {
    // Cosmos DB, Service Bus, IoT Hub, as their lists of keys have them: 32 or 64 bytes of base64.
    id: "azure/primary-key",
    name: "Primary key of an Azure resource",
    pattern:
      'primary(?:Master|Readonly(?:Master)?)?Key\\\\{0,7}"[ \\t]{0,3}:[ \\t]{0,3}\\\\{0,7}"([A-Za-z0-9+/]{40,}={1,2})',
    example: 'primaryKey":"«‹base64 44›=»',
    nearMiss: 'primaryKey":"‹base64 4›=',
    source: "https://learn.microsoft.com/cli/azure/cosmosdb/keys",
  },
  {
    id: "azure/listed-key",
    name: "Key of a storage account in the answer to listKeys",
    pattern:
      '"permissions\\\\{0,7}"\\s*:\\s*\\\\{0,7}"(?:FULL|Full|READ|Read)\\\\{0,7}",\\s*\\\\{0,7}"value\\\\{0,7}"\\s*:\\s*\\\\{0,7}"([A-Za-z0-9+/]{40,}==)',
    example: '"permissions":"FULL","value":"«‹base64 44›==»',
    nearMiss: '"permissions":"FULL","valux":"‹base64 44›==',
    source: "https://learn.microsoft.com/rest/api/storagerp/storage-accounts/list-keys",
  },
  {
    id: "azure/refresh-token",
    name: "Microsoft Entra refresh token",
    pattern: "\\b[01]\\.A[\\w-]{20,}(?:\\.\\d)?\\.Ag[\\w-]{40,}",
    example: "«0.A‹base64url 24›.Ag‹base64url 104›»",
    nearMiss: "0.A‹base64url 24›.Ag‹base64url 24›!‹base64url 24›",
    source: "https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/azure_entra/refreshtoken",
  },
  {
    id: "azure/personal-refresh-token",
    name: "Microsoft account refresh token",
    pattern: "\\bM\\.[CR]\\d{1,3}_[A-Z0-9]{2,6}\\.[\\w!*$.-]{40,}",
    example: "«M.R‹digits 1›_‹BASE36 2›.‹base62 84›»",
    nearMiss: "M.R‹digits 1›_‹BASE36 1›.‹base62 84›",
    source: "https://learn.microsoft.com/entra/identity-platform/refresh-tokens",
  },
];

/** What Azure Pipelines prints around a credential of any shape: see `printedRules`. */
export const azurePrints: readonly CatalogueShape[] = [
  {
    id: "azure/set-secret",
    name: "Secret variable that a logging command of Azure Pipelines sets",
    source: "https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables",
    pattern: String.raw`##vso\[task\.setvariable variable=[\w.-]+;(?:isoutput=true;)?issecret=true(?:;isoutput=true|;isreadonly=true)?;?\]([^\s*\\"'$][^\r\n\\"']*)`,
    example: "##vso[task.setvariable variable=‹base62 24›;isoutput=true;issecret=true]«‹base62 12›»",
    nearMiss: "##vso[task.setvariable variablx=‹base62 24›;isoutput=true;issecret=true]‹base62 12›",
    ignoreCase: true,
  },
];
