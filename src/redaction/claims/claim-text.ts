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

/** A word of a name or a host, without and with the words that are joined to it. */
const WORD = "[A-Za-z0-9]{1,63}(?:-[A-Za-z0-9]{1,63})*";
const HOST = `${WORD}(?:\\.${WORD})*`;
/** A URL of such words, or a few of them; no port, as `password:8443` is a name and its value. */
const PLAIN = new RegExp(`^(?:[A-Za-z]{2,16}://)?${HOST}(?:/${HOST})*/?$`);

const ORIGIN = new RegExp(`^[A-Za-z]{2,16}://${HOST}(?=[/:]|$)`);

/** Letters and digits in a row that could be a token, or its beginning. */
const RUN = /[A-Za-z0-9-]{16,}/g;
const RUN_SHOWN = 8;
/** Of a value that is not plain so much is shown. */
const BEGINNING = 8;

/**
 * A value as it can stand in every notation, and in which no rule finds a credential: the value is what an attacker
 * sent. A URL's user and query are left out. Of what is no plain name and no plain URL the beginning is shown, and a
 * long run with a digit is cut.
 */
function shown(value: unknown): string {
  if (typeof value !== "string" || value === "") return "";
  const plain = value.replace(/[?#].*$/su, "").replace(/\/\/[^/]*@/u, "//");
  if (plain.length > VALUE_MOST || !PLAIN.test(plain) || plain.includes("eyJ")) return beginning(plain);
  return cut(plain);
}

/** Of a URL its origin. */
function beginning(value: string): string {
  const origin = ORIGIN.exec(value)?.[0];
  if (origin !== undefined && origin.length <= VALUE_MOST && !origin.includes("eyJ"))
    return `${cut(origin)}/...`;
  // The beginning of another token.
  const token = value.indexOf("eyJ");
  const length = token < 0 ? BEGINNING : Math.min(BEGINNING, token + 3);
  return `${value.slice(0, length).replace(/[^A-Za-z0-9]+/g, ".")}...`;
}

const cut = (text: string): string =>
  text.replace(RUN, (run) =>
    /\d/.test(run) || run.length > RUN_MOST ? `${run.slice(0, RUN_SHOWN)}...` : run,
  );

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
