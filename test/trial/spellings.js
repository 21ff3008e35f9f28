// Where a secret stands in a program's output, however it is written there: after backslashes, percent-encoded
// (twice, too), as \u0022, \x22, \042 or &quot;, in base64 at each of its three offsets, in hexadecimal.

/** What colours a text may stand between any two of its characters. */
const COLOUR = "(?:\\x1b\\[[\\d;]*m)*";

/** @param {string} secret @returns {RegExp[]} */
export function spellingsOf(secret) {
  // Of a key block, its third line stands for all.
  const text = secret.startsWith("-----BEGIN") ? secret.split("\n")[3] : secret;
  const bytes = Buffer.from(text);
  return [
    new RegExp(Array.from(text, spellCharacter).join(COLOUR), "g"),
    ...[0, 1, 2].map((offset) => new RegExp(escapeSigns(coreInBase64(bytes, offset)), "g")),
    new RegExp(bytes.toString("hex"), "gi"),
    // A list of bytes, as Go and Java print it.
    new RegExp(`\\b${Array.from(bytes).join(",? ?")}\\b`, "g"),
  ];
}

/** @param {string} character */
function spellCharacter(character) {
  if (/[A-Za-z0-9]/.test(character)) return character;
  const code = character.charCodeAt(0);
  const hex = code
    .toString(16)
    .padStart(2, "0")
    .replace(/[a-f]/g, (x) => `[${x}${x.toUpperCase()}]`);
  const octal = code.toString(8).padStart(3, "0");
  const entities = { '"': "quot", "'": "apos", "&": "amp", "<": "lt", ">": "gt" };
  const entity = entities[/** @type {keyof typeof entities} */ (character)] ?? "none";
  const ways = [
    `\\\\*${escapeSigns(character)}`,
    `%(?:25)*${hex}`,
    `\\\\+u00${hex}`,
    `\\\\+x${hex}`,
    `\\\\+${octal}`,
    `&(?:${entity}|#${code}|#x0*${hex});`,
  ];
  if (character === " ") ways.push("\\+");
  // A shell's way to write a quote in a quoted text.
  if (character === "'") ways.push(`'\\\\''`, `'"'"'`, "''");
  return `(?:${ways.join("|")})`;
}

/** The characters that are the same whatever stands around these bytes. @param {Buffer} bytes @param {number} offset */
function coreInBase64(bytes, offset) {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
  const from = Math.ceil((offset * 8) / 6);
  const until = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(from, until);
}

const escapeSigns = (/** @type {string} */ text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
