import type { CatalogueShape } from "../catalogue-shape.ts";

/** Cookies as libraries and clients print them; headers are found by their names. */
// biome-ignore format: a table
export const cookieRules: readonly CatalogueShape[] = [
  {
    id: "cookie/wget",
    name: "Cookie that wget has stored, as --debug shows it",
    source: "https://git.savannah.gnu.org/cgit/wget.git/tree/src/cookies.c",
    pattern: String.raw`<(?:in)?secure> \[expiry [^\]\n]+\] [^\s]+ ([^\s]+)$`,
    example: "Stored cookie a.example 80 / <session> <insecure> [expiry none] sid «k3v9q7»",
    nearMiss: "Stored cookie a.example 80 / <session> <insecure> [expirx none] sid k3v9q7",
  },
  {
    id: "cookie/python",
    name: "Cookie of Python's http.cookiejar",
    source: "https://docs.python.org/3/library/http.cookiejar.html#cookie-objects",
    pattern: String.raw`\bCookie\(version=\w+, name='[^'\n]+', value='([^'\n]+)'`,
    example: "[Cookie(version=0, name='sid', value='«k3v9q7»', port=None",
    nearMiss: "[Cookie(version=0, name='sid', valux='k3v9q7', port=None",
  },
  {
    id: "cookie/python-short",
    name: "Cookie of Python's http.cookiejar, as a list of cookies shows it",
    source: "https://docs.python.org/3/library/http.cookiejar.html#cookie-objects",
    pattern: String.raw`<Cookie [^\s=<>]+=([^\s<>]+) for `,
    example: "<Cookie ann=«hunter22x» for ",
    nearMiss: "<Cookie ann=hunter22x fox ",
  },
  {
    id: "cookie/curl",
    name: "Cookie that curl has stored, as -v shows it",
    source: "https://curl.se/docs/http-cookies.html",
    pattern: String.raw`\* (?:Added|Replaced) cookie [^\s=]+="([^"\n]+)" for domain `,
    example: '* Added cookie ann="«hunter22x»" for domain ',
    nearMiss: '* Added cookie ann="hunter22x" for domaix ',
  },
  {
    id: "cookie/apache-client",
    name: "Cookie that Apache's HttpClient accepts, as its debug log shows it",
    source: "https://hc.apache.org/httpcomponents-client-4.5.x/logging.html",
    pattern: String.raw`\bCookie (?:accepted|rejected) \[[^\s="\]]+="([^"\n]+)", `,
    example: 'Cookie accepted [ann="«hunter22x»", version:',
    nearMiss: 'Cookie acceptex [ann="hunter22x", version:',
  },
  {
    id: "cookie/apache-client-record",
    name: "Cookie of Apache's HttpClient",
    source: "https://hc.apache.org/httpcomponents-client-4.5.x/logging.html",
    pattern: String.raw`\[version: \d\]\[name: [^\]\n]+\]\[value: ([^\[\]\n][^\]\n]*)\]`,
    example: "[version: 0][name: sid][value: «k3v9q7»]",
    nearMiss: "[version: 0][name: sid][valux: k3v9q7]",
  },
  {
    // Host, whether its subdomains have it, path, whether it is for TLS alone, until when, name, value
    id: "cookie/netscape-file",
    name: "Cookie in a file of curl, wget and browsers",
    source: "https://curl.se/docs/http-cookies.html",
    pattern: String.raw`\t(?:TRUE|FALSE)\t/[^\t\n]*\t(?:TRUE|FALSE)\t\d+\t[^\t\n]+\t([^\s]+)`,
    example: "a.example\tTRUE\t/\tTRUE\t1893456000\tsid\t«k3v9q7»",
    nearMiss: "a.example\tTRUE\t/\tTRUX\t1893456000\tsid\tk3v9q7",
  },
  {
    id: "cookie/session",
    name: "Session in an object of cookies",
    source: "https://github.com/tomas/needle#readme",
    pattern: String.raw`\bsess(?:ion)?["']?: ?["']([A-Za-z0-9_.%-]{38,})["']`,
    example: 'sess:"«‹base62 42›»"',
    nearMiss: 'sesx:"‹base62 42›"',
    check: "random",
    checkDecides: true,
  },
];
