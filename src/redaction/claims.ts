/** Claims are what somebody sent: of a value so much is shown, and of a run of letters and digits in it. */
const VALUE_MOST = 80;
const RUN_MOST = 32;
/** The end of the year 9999: later dates are written in another way. */
const SECONDS_MOST = 253_402_300_799;
/** Of several audiences so many are shown. */
const AUDIENCES_MOST = 3;

type Claims = Readonly<Record<string, unknown>>;

/**
 * What a JSON Web Token (RFC 7519) says of itself that explains a refusal: how it is signed, who issued it, for whom, and
 * until when. Never its signature, its subject or any other claim. Nothing of it was verified.
 *
 * @param pseudonym Gives the pseudonym of `jti`, where there is a key for one
 * @param now Milliseconds since 1970
 * @returns Undefined for what is no token, or an encrypted one
 */
export function claimsOf(
  token: string,
  pseudonym: ((secret: string) => string) | undefined,
  now: number,
): string | undefined {
  const [header, payload] = token.split(".", 2).map(claimsIn);
  if (header === undefined || payload === undefined) return undefined;
  const { iss, aud, exp, jti } = payload;
  const audiences = (Array.isArray(aud) ? aud : [aud]).slice(0, AUDIENCES_MOST).map(shown);
  const parts = [
    ["alg=", shown(header.alg)],
    ["iss=", shown(iss)],
    ["aud=", audiences.filter((each) => each !== "").join("+")],
    ["exp=", dateOf(exp)],
    ["expired=", typeof exp === "number" ? since(now / 1000 - exp) : ""],
    ["jti#", typeof jti === "string" && pseudonym ? pseudonym(jti) : ""],
  ];
  return parts
    .filter(([, value]) => value !== "")
    .map((part) => part.join(""))
    .join(" ");
}

function claimsIn(part: string): Claims | undefined {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
      c.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null && !Array.isArray(claims)
      ? (claims as Claims)
      : undefined;
  } catch {
    return undefined;
  }
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
