import { deepRedact } from "./deep-redact.js";
import { gitleaks } from "./gitleaks.js";
import { logtapeFields, logtapePatterns } from "./logtape.js";
import { openredaction } from "./openredaction.js";
import { pinoRedact } from "./pino-redact.js";
import { secretlint } from "./secretlint.js";
import { visulima } from "./visulima.js";

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
