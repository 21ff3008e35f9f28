// For the peers that know no names and ask for a list: the credential names that their own examples, and
// LogTape's defaults, have between them, but for `auth` and `signature`, which name much else too.

const words = [
  ["password"],
  ["passphrase"],
  ["passcode"],
  ["user", "passwd"],
  ["db", "password"],
  ["secret"],
  ["client", "secret"],
  ["token"],
  ["access", "token"],
  ["refresh", "token"],
  ["auth", "token"],
  ["api", "key"],
  ["private", "key"],
  ["credential"],
  ["credentials"],
  ["authorization"],
  ["proxy", "authorization"],
  ["cookie"],
  ["set", "cookie"],
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** One spelling of each, for a peer that takes all spellings for one. */
export const names = words.map((each) => each.join("_"));

/** `access_token`, `access-token`, `accessToken`, `Access-Token` */
export const spellings = [
  ...new Set(
    words.flatMap((each) => [
      each.join("_"),
      each.join("-"),
      each.map((word, i) => (i === 0 ? word : capital(word))).join(""),
      each.map(capital).join("-"),
    ]),
  ),
];
