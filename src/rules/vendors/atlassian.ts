import type { ShapeRule } from "../rule.ts";
import { noseyparker, trufflehog } from "./peers.ts";

export const atlassian: readonly ShapeRule[] = [
  {
    id: "atlassian/api-token",
    name: "Atlassian API token",
    pattern: "ATATT3[\\w-]{177,190}=[0-9A-F]{8}",
    source: noseyparker("atlassian"),
  },
  {
    id: "bitbucket/access-token",
    name: "Bitbucket repository, project or workspace access token",
    pattern: "ATCTT3[\\w-]{177,190}=[0-9A-F]{8}",
    source: trufflehog("atlassian/v2"),
  },
  {
    id: "bitbucket/app-password",
    name: "Bitbucket app password",
    pattern: "ATBB[A-Za-z0-9]{24}[0-9A-F]{8}",
    exact: true,
    source: noseyparker("bitbucket"),
  },
  {
    id: "bitbucket/data-center-token",
    name: "Bitbucket Data Center HTTP access token",
    pattern: "BBDC-[MNO][A-Za-z0-9+/_-]{39,49}",
    source: trufflehog("atlassiandatacenter/bitbucketdatacenter"),
  },
  {
    id: "trello/api-token",
    name: "Trello API token",
    pattern: "\\bATTA[0-9a-f]{64}[0-9A-F]{8}",
    exact: true,
    source: "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/",
  },
];
