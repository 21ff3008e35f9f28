// A secret of the operator's own: where it comes out of a pipeline, something went past the redactor.
import { readGivenText } from "../../../node/given-file.ts";
import { UsageError } from "../../flags/read-flags.ts";

/** The rule that a canary is reported under. */
export const CANARY_RULE = "user/canary";

/** Characters of a canary: a shorter one may stand in a log by accident. */
const LEAST = 12;
const MOST = 1_000;
/** So many characters, each of four bytes, and white space around them. */
const MAX_BYTES = 8_192;

/**
 * A pattern of the canary in a file, as it is and in the forms that programs write: escaped for JSON, URLs and HTML, in
 * hexadecimal, and in base64 wherever it begins there.
 *
 * @throws UsageError for a file that cannot be read, or a canary that is too short; no message shows it
 */
export function canaryPattern(file: string): string {
  const canary = readGivenText(file, `--canary-file ${file}`, MAX_BYTES).trim();
  if (canary.length < LEAST || canary.length > MOST)
    throw new UsageError(`--canary-file ${file}: a canary must have ${LEAST} to ${MOST} characters`);
  return [...new Set(formsOf(canary))].map(escaped).join("|");
}

function formsOf(canary: string): readonly string[] {
  const bytes = Buffer.from(canary);
  const hex = bytes.toString("hex");
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const html = canary.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
  const json = JSON.stringify(canary).slice(1, -1);
  return [
    canary,
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(canary),
    percent,
    percent.toUpperCase(),
    html,
    hex,
    hex.toUpperCase(),
    ...[0, 1, 2].flatMap((skipped) => base64At(bytes, skipped)),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The base64 of bytes after so many others, but for the characters that depend on these or on what follows. */
function base64At(bytes: Uint8Array, before: number): readonly string[] {
  const all = Buffer.concat([new Uint8Array(before), bytes]);
  const whole = all.subarray(0, all.length - (all.length % 3)).toString("base64");
  const base64 = whole.slice(before === 0 ? 0 : 4);
  return [base64, base64.replaceAll("+", "-").replaceAll("/", "_")];
}

const escaped = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (sign) =>
    sign.charCodeAt(0) < 0x80 ? `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}` : sign,
  );
