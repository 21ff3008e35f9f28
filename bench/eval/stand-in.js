const pattern =
  /gh[pousr]_\w{20,}|eyJ[\w-]{10,}(\.[\w-]+)*|(?<=(?:password|apiKey|api_key|token|secret)["'\\]*\s*[:=]>?\s*["'\\]*)[^\s"'\\,;&}]{4,}|(?<=Bearer |Basic )[\w.~+/=-]+/gi;
export const standIn = {
  scan: (text) =>
    [...text.matchAll(pattern)].map((m) => ({
      rule: "stand/in",
      start: m.index,
      end: m.index + m[0].length,
    })),
  redact: (text) => text.replace(pattern, "[REDACTED]"),
};
