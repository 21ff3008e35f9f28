// What is measured, and what it was in 0.1.0.

const COMPILED = ["493 to 528 ms", "227 to 244 ms", "69 MB, 9 MB again"] as const;

export const tables = {
  options: [
    { options: { keys: ["ssn"] }, show: 'keys: ["ssn"]', before: COMPILED },
    {
      options: { keys: [{ name: "ssn", censor: "mask" }] },
      show: 'keys: [{ name: "ssn", censor: "mask" }]',
      before: ["", "", ""],
    },
    { options: { allow: ["x"] }, show: 'allow: ["x"]', before: COMPILED },
    { options: { allow: [{ pattern: "test-[a-z]+" }] }, show: "allow: [{ pattern }]", before: COMPILED },
    { options: { rules: ["!url/password"] }, show: 'rules: ["!url/password"]', before: COMPILED },
    { options: { rules: ["header/*"] }, show: 'rules: ["header/*"]', before: ["202 ms", "32 ms", "39 MB"] },
    {
      options: { rules: [{ id: "acme/ticket", pattern: "\\bticket-([0-9a-f]{8})\\b" }] },
      show: "rules: [{ id, pattern }]",
      before: COMPILED,
    },
    { options: { rules: ["pii/*"] }, show: 'rules: ["pii/*"]', before: ["", "", ""] },
    {
      options: { paths: ["user.mail"] },
      show: 'paths: ["user.mail"]',
      before: ["43 to 50 ms", "0 ms", "12 MB"],
    },
    { options: { censor: "label" }, show: 'censor: "label"', before: ["43 to 50 ms", "0 ms", "12 MB"] },
  ],
  filter: [
    { flags: [], before: "1.4 ×, 52 MB" },
    { flags: ["--keys", "ssn"], before: "12 ×, 124 MB" },
    { flags: ["--allow", "foo"], before: "12 ×, 124 MB" },
    { flags: ["--rules", "!url/password"], before: "12 ×, 124 MB" },
    { flags: ["--rules", "pii/*"], before: "" },
  ],
};
