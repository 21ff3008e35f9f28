// Key spellings: a notation asks for the one its language would have used.

/** @param {string} key */
const words = (key) =>
  key
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2")
    .split(/[\s_-]+/)
    .map((word) => word.toLowerCase());

const capital = (/** @type {string} */ word) => word.charAt(0).toUpperCase() + word.slice(1);

/** `apiKey` → `api-key` @param {string} key */
export const kebab = (key) => words(key).join("-");
/** `apiKey` → `api_key` @param {string} key */
export const snake = (key) => words(key).join("_");
/** `apiKey` → `API_KEY` @param {string} key */
export const upper = (key) => snake(key).toUpperCase();
/** `apiKey` → `Api-Key`, as a header is written @param {string} key */
export const header = (key) => words(key).map(capital).join("-");
/** `apiKey` → `ApiKey`, an exported field @param {string} key */
export const pascal = (key) => words(key).map(capital).join("");
/** `api-key` → `apiKey` @param {string} key */
export const camel = (key) =>
  words(key)
    .map((word, i) => (i === 0 ? word : capital(word)))
    .join("");
