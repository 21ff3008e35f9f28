/** No text takes more steps a byte with the catalogue's program: SECURITY.md says so, too. */
export const MOST_STEPS = 650;

/** Units of texts that took long once, each repeated without end. */
export const knownTexts: readonly string[] = [
  "}IDENTIFIED BY }}7z -p}7z -p",
  "curl -u mysql -p}mysql -p}mysql -pIDENTIFIED BY }",
  "zip -P a ",
  "mysql -p[",
  "az login -p [",
  "CREATE ROLE a PASSWORD ",
  "bAsic+",
  "eyJ",
  "eyJhbGciOi.",
  "://",
  "://a:a",
  "password\x1b[",
  "<password>",
  "/Cookie:",
  "auth\\u003d",
  "<password a=",
  'password="',
  "password: ",
  "Authorization: ",
  '"password",',
  "password1",
  "signature=",
  "refresh_uQp(passwordKz:",
  "passwordO:",
  "ak_t&sig=",
  "_auth=$2 $9",
  "_5auth;P=",
  "?sig=",
  // Each name is looked at on its line and in the string that the one before it opens.
  "sig=auth=('sig=sig=sig=sig=sig=sig=sig=",
  "sig=auth=('",
  "--auth='",
  '-b"sig=sig=sig=',
  '-b"sig=sig=sig',
  // 583 steps, the worst that is known; it took 695.
  '"sig=sig=sig',
  "[verFtO g=auth=('sig=sig=sig=sig=sig=sig=sig=",
  "auth\\u003",
  "Cookie:",
];

/** A text that begins so and goes on with one unit, and the most steps a byte that it may take. */
export interface OpenText {
  readonly head: string;
  readonly unit: string;
  readonly most: number;
}

/** Twice what they take, at least: each turn at a bracket once asked all patterns of a placeholder or of a schema. */
const BRACKET_STEPS = 45;

/** Brackets that open in one another after a name: each is at a value's start, and none is a placeholder's or a schema's. */
export const openBrackets: readonly OpenText[] = [
  "password=",
  "token: ",
  '{"password":',
  '"secret" => ',
  "--password ",
  "password={[",
].flatMap((head) =>
  ["[", "{", "{[", "[{", " [", " {", "[[[[a", "{{{{a"].map((unit) => ({ head, unit, most: BRACKET_STEPS })),
);
