export type { OwnRule, OwnRuleParts } from "./config/own-rules.ts";
export { type ConfigErrorCode, RedactorConfigError } from "./config-error.ts";
export type {
  Censor,
  CensoredMatch,
  CensorFunction,
  CensorName,
  CensorsByRule,
  PlainCensor,
} from "./redaction/censors.ts";
export type { MatchEvent } from "./redaction/replacing.ts";
export {
  type CensoredKey,
  createRedactor,
  type Match,
  type Redactor,
  type RedactorOptions,
  redact,
  type Secrets,
  type Stats,
} from "./redactor/redactor.ts";
export type { AuthScheme, BlockRule, CheckName, KeyRule, Rule, ShapeRule, ValueKind } from "./rules/rule.ts";
