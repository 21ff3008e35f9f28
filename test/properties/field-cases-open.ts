/** Field cases that are not right yet. One that is right fails its test until it is taken out of this list. */
// biome-ignore format: a list
export const mayStillFail: ReadonlySet<string> = new Set([
  "table-sentence",
  "header-quoted", "xml-quote-inside", "xml-any-child", "go-any-type", "braces-with-blank", "braces-with-blank as an object", 
  "json-in-inspect", "phpinfo", "cri-partial",
  "F06-php-vardump-visibility", 
  "F10-laravel-unquoted", "F10b-query-and-parameters", "F11-envoy-pairs", "F12-terraform-plus-list",
  "F13-value-before-name", "F16-ioredis-error", 
  "F21-odbc-braces",
  "F23-symbol-key", "F26-ps-binding", 
  "F29-nested-call", "F31-mysql-duplicate", "F33-argv-multiline", "F34-infix-name",
  
]);
