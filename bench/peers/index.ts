import { deepRedact } from "./deep-redact.ts";
import { gitleaks } from "./gitleaks.ts";
import { logtapeFields, logtapePatterns } from "./logtape.ts";
import { openredaction } from "./openredaction.ts";
import { pinoRedact } from "./pino-redact.ts";
import { secretlint } from "./secretlint.ts";
import { visulima } from "./visulima.ts";

export const peers = [
  gitleaks,
  secretlint,
  openredaction,
  visulima,
  logtapePatterns,
  logtapeFields,
  deepRedact,
  pinoRedact,
];
