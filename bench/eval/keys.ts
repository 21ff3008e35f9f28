// Key spellings: a notation asks for the one its language would have used.

const words = (key: string) =>
  key
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2")
    .split(/[\s_-]+/)
    .map((word) => word.toLowerCase());

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `apiKey` → `api-key` */
export const kebab = (key: string) => words(key).join("-");
/** `apiKey` → `api_key` */
export const snake = (key: string) => words(key).join("_");
/** `apiKey` → `API_KEY` */
export const upper = (key: string) => snake(key).toUpperCase();
/** `apiKey` → `Api-Key`, as a header is written */
export const header = (key: string) => words(key).map(capital).join("-");
/** `apiKey` → `ApiKey`, an exported field */
export const pascal = (key: string) => words(key).map(capital).join("");
/** `api-key` → `apiKey` */
export const camel = (key: string) =>
  words(key)
    .map((word, i) => (i === 0 ? word : capital(word)))
    .join("");
