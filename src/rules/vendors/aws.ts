import type { ShapeRule } from "../rule.ts";
import { gitleaks, noseyparker } from "./peers.ts";
import { BASE64, PADDING, PIPE } from "./spelling.ts";

const DOC =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids";

export const aws: readonly ShapeRule[] = [
  {
    id: "aws/access-key-id",
    name: "AWS access key id",
    pattern: "AKIA[A-Z0-9]{16}",
    token: true,
    source: DOC,
  },
  {
    id: "aws/temporary-access-key-id",
    name: "AWS temporary access key id",
    pattern: "ASIA[A-Z0-9]{16}\\b",
    source: DOC,
  },
  {
    id: "aws/bearer-token-id",
    name: "AWS STS service bearer token id",
    pattern: "\\bABIA[A-Z0-9]{16}\\b",
    source: DOC,
  },
  {
    id: "aws/context-credential-id",
    name: "AWS context-specific credential id",
    pattern: "\\bACCA[A-Z0-9]{16}\\b",
    source: DOC,
  },
  {
    id: "aws/legacy-access-key-id",
    name: "AWS access key id (legacy)",
    pattern: "\\bA3T[A-Z0-9]{17}\\b",
    source: gitleaks,
  },
  {
    id: "aws/unique-id",
    name: "AWS unique id of a user, role or key pair",
    pattern: "\\bA(?:GPA|IDA|IPA|NPA|NVA|PKA|ROA|SCA)[A-Z0-9]{16,17}\\b",
    optIn: true,
    source: DOC,
  },
  {
    id: "aws/session-token",
    name: "AWS STS session token",
    pattern: "IQoJb3JpZ2luX2Vj[A-Za-z0-9+/=]{200,}",
    token: true,
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html",
  },
  {
    id: "aws/session-token-v1",
    name: "AWS STS session token (earlier form)",
    pattern: "(?:F[Qw]oGZXIvYXdz|AQoDYXdz)[A-Za-z0-9+/=]{100,}",
    token: true,
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html",
  },
  {
    id: "aws/sigv4-signature",
    name: "AWS signature in a presigned URL",
    pattern: "X-Amz-Signature=([0-9a-f]{16,})",
    ignoreCase: true,
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
  },
  {
    id: "aws/presigned-session-token",
    name: "AWS session token in a presigned URL",
    pattern: "X-Amz-Security-Token=([\\w%+/=.-]{16,})",
    ignoreCase: true,
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
  },
  {
    id: "aws/bedrock-api-key",
    name: "Amazon Bedrock API key (long-term)",
    pattern: "ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{90,250}={0,2}",
    token: true,
    source: gitleaks,
  },
  {
    id: "aws/bedrock-api-key-plain",
    name: "Amazon Bedrock API key (long-term, other head)",
    pattern: `\\bABSK${BASE64}{40,}${PADDING}`,
    check: "entropy",
    checkDecides: true,
    source: gitleaks,
  },
  {
    id: "aws/bedrock-short-term-key",
    name: "Amazon Bedrock API key (short-term)",
    pattern: "bedrock-api-key-[A-Za-z0-9+/=]{60,}",
    token: true,
    source: gitleaks,
  },
  {
    id: "aws/appsync-api-key",
    name: "AWS AppSync API key",
    pattern: "\\bda2-[0-9a-z]{26}\\b",
    source: noseyparker("aws"),
  },
  {
    id: "aws/mws-token",
    name: "Amazon Marketplace Web Service token",
    pattern: "amzn\\.mws\\.[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}",
    token: true,
    source: noseyparker("aws"),
  },
  {
    id: "aws/lwa-client-secret",
    name: "Login with Amazon client secret",
    pattern: "amzn1\\.oa2-cs\\.v1\\.[0-9a-f]{64}",
    token: true,
    source: "https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html",
  },
  {
    id: "aws/lwa-token",
    name: "Login with Amazon access or refresh token",
    pattern: `Atz[ar]${PIPE}[\\w-]{40,}`,
    source: "https://developer.amazon.com/docs/login-with-amazon/access-token.html",
  },
];
