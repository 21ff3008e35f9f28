// How claims are written: they are what somebody sent.

/** Of a value so much is shown, and of a run of letters and digits in it. */
const VALUE_MOST = 80;
const RUN_MOST = 32;
/** The end of the year 9999: later dates are written in another way. */
const SECONDS_MOST = 253_402_300_799;
/** Of several audiences so many are shown. */
const AUDIENCES_MOST = 3;

/** What is claimed of a credential, as far as it is. */
export interface Claims {
  readonly alg?: unknown;
  readonly iss?: unknown;
  readonly aud?: readonly unknown[];
  /** Seconds since 1970. */
  readonly exp?: unknown;
  /** The pseudonym of `jti`. */
  readonly jti?: string | undefined;
}

/**
 * Claims as they stand in a mark, those that are missing or of another type left out.
 *
 * @param now Milliseconds since 1970
 */
export function claimText({ alg, iss, aud = [], exp, jti = "" }: Claims, now: number): string {
  const audiences = aud.slice(0, AUDIENCES_MOST).map(shown);
  const parts = [
    ["alg=", shown(alg)],
    ["iss=", shown(iss)],
    ["aud=", audiences.filter((each) => each !== "").join("+")],
    ["exp=", dateOf(exp)],
    ["expired=", typeof exp === "number" ? since(now / 1000 - exp) : ""],
    ["jti#", jti],
  ];
  return parts
    .filter(([, value]) => value !== "")
    .map((part) => part.join(""))
    .join(" ");
}

/**
 * A value as it can stand in every notation, without what could be a credential or a text of an attacker's: a URL's user
 * and query, another token, a long run of letters and digits.
 */
function shown(value: unknown): string {
  if (typeof value !== "string") return "";
  const plain = value
    .replace(/[?#].*$/su, "")
    .replace(/\/\/[^/]*@/u, "//")
    .replace(/eyJ.*$/su, "eyJ...");
  const safe = plain.replace(/[^A-Za-z0-9._:/-]/g, "_").slice(0, VALUE_MOST);
  return safe.replace(/\w{33,}/g, (run) => `${run.slice(0, RUN_MOST / 4)}...`);
}

function dateOf(seconds: unknown): string {
  if (typeof seconds !== "number" || !(Math.abs(seconds) <= SECONDS_MOST)) return "";
  const date = new Date(seconds * 1000);
  return date.toISOString().replace(/\.\d+/, "");
}

/** How long it is since then, in the largest unit that makes one of it: 45s, 3m, 7h, 12d. */
function since(seconds: number): string {
  if (!(seconds >= 0)) return "";
  const units = [
    [86_400, "d"],
    [3600, "h"],
    [60, "m"],
  ] as const;
  const unit = units.find(([length]) => seconds >= length);
  return unit ? `${Math.floor(seconds / unit[0])}${unit[1]}` : `${Math.floor(seconds)}s`;
}

/** @throws Error where it is no base64 */
export function decodeBase64(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
