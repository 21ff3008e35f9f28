/** No text takes more steps a byte with the catalogue's program: SECURITY.md says so, too. */
export const MOST_STEPS = 700;

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
  // 420 steps; a climb of 15 minutes found 427: each name is looked at on its line and in the string that the one before
  // it opens.
  "sig=auth=('sig=sig=sig=sig=sig=sig=sig=",
];
