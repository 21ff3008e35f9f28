/**
 * A token's punctuation in every spelling that logs have: as it is, percent-encoded in a URL (`%2F`), or in a
 * URL within a URL (`%252F`), a slash as PHP writes JSON (`\/`), a dollar sign as a shell writes it (`\$`).
 */
const encoded = (hex: string): string => `%(?:25){0,2}${hex}`;

export const SLASH: string = `(?:\\\\{0,3}/|${encoded("2[Ff]")})`;
export const COLON: string = `(?::|${encoded("3[Aa]")})`;
export const EQUALS: string = `(?:=|${encoded("3[Dd]")})`;
export const PLUS: string = `(?:\\+|${encoded("2[Bb]")})`;
export const DOLLAR: string = `(?:\\\\{0,3}\\$|${encoded("24")})`;
export const PIPE: string = `(?:\\||${encoded("7[Cc]")})`;
export const AT: string = `(?:@|${encoded("40")})`;
export const QUESTION: string = `(?:\\?|${encoded("3[Ff]")})`;
/** A character of base64. Its length is not bounded: nothing that the prefilter has to find may stand after it. */
export const BASE64 = "(?:[A-Za-z0-9+/]|%(?:25)*2[BbFf]|\\\\/)";
/** Those two of its characters that are signs. */
export const BASE64_SIGN = "(?:[+/]|%(?:25)*2[BbFf]|\\\\/)";
/** A character of crypt(3) hashes, which stand in JSON but not in URLs. */
export const CRYPT64 = "(?:[./A-Za-z0-9]|\\\\/)";
export const PADDING: string = `${EQUALS}{0,2}`;
