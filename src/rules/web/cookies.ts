import type { ShapeRule } from "../rule.ts";

/** Cookies as libraries and clients print them; headers are found by their names. */
// biome-ignore format: a table
export const cookieRules: readonly ShapeRule[] = [
  {
    id: "cookie/wget",
    name: "Cookie that wget has stored, as --debug shows it",
    source: "https://git.savannah.gnu.org/cgit/wget.git/tree/src/cookies.c",
    pattern: String.raw`<(?:in)?secure> \[expiry [^\]\n]+\] [^\s]+ ([^\s]+)$`,
  },
  {
    id: "cookie/python",
    name: "Cookie of Python's http.cookiejar",
    source: "https://docs.python.org/3/library/http.cookiejar.html#cookie-objects",
    pattern: String.raw`\bCookie\(version=\w+, name='[^'\n]+', value='([^'\n]+)'`,
  },
  {
    id: "cookie/python-short",
    name: "Cookie of Python's http.cookiejar, as a list of cookies shows it",
    source: "https://docs.python.org/3/library/http.cookiejar.html#cookie-objects",
    pattern: String.raw`<Cookie [^\s=<>]+=([^\s<>]+) for `,
  },
  {
    id: "cookie/curl",
    name: "Cookie that curl has stored, as -v shows it",
    source: "https://curl.se/docs/http-cookies.html",
    pattern: String.raw`\* (?:Added|Replaced) cookie [^\s=]+="([^"\n]+)" for domain `,
  },
  {
    id: "cookie/apache-client",
    name: "Cookie that Apache's HttpClient accepts, as its debug log shows it",
    source: "https://hc.apache.org/httpcomponents-client-4.5.x/logging.html",
    pattern: String.raw`\bCookie (?:accepted|rejected) \[[^\s="\]]+="([^"\n]+)", `,
  },
  {
    id: "cookie/apache-client-record",
    name: "Cookie of Apache's HttpClient",
    source: "https://hc.apache.org/httpcomponents-client-4.5.x/logging.html",
    pattern: String.raw`\[version: \d\]\[name: [^\]\n]+\]\[value: ([^\[\]\n][^\]\n]*)\]`,
  },
  {
    // Host, whether its subdomains have it, path, whether it is for TLS alone, until when, name, value
    id: "cookie/netscape-file",
    name: "Cookie in a file of curl, wget and browsers",
    source: "https://curl.se/docs/http-cookies.html",
    pattern: String.raw`\t(?:TRUE|FALSE)\t/[^\t\n]*\t(?:TRUE|FALSE)\t\d+\t[^\t\n]+\t([^\s]+)`,
  },
  {
    id: "cookie/session",
    name: "Session in an object of cookies",
    source: "https://github.com/tomas/needle#readme",
    pattern: String.raw`\bsess(?:ion)?["']?: ?["']([A-Za-z0-9_.%-]{38,})["']`,
    check: "random",
    checkDecides: true,
  },
];
