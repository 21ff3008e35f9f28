import type { ShapeRule } from "./rule.ts";

/** Credentials in the userinfo part of a URL. */
export const urlRules: readonly ShapeRule[] = [
  {
    id: "url/password",
    name: "Password in a URL",
    pattern: "://[^\\s/?#:@\"'<>\\\\]{0,100}:([^\\s/?#\"'<>\\\\]{1,256})@",
    exact: true,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
  {
    id: "url/token",
    name: "Token as a URL's user",
    pattern: "://([A-Za-z0-9_-]{20,256})@",
    exact: true,
    check: "entropy",
    checkDecides: true,
    source: "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
  },
];
