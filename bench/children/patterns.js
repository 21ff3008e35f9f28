// Ten of the patterns, in the dialect that ERE, PCRE, Rust's regex and JavaScript share: what the
// other engines are given. The generated data hold credentials of these kinds only, so that every
// engine has the same number to find.

export const patterns = [
  "gh[pousr]_[A-Za-z0-9]{36}",
  "github_pat_[A-Za-z0-9_]{82}",
  "xox[abpr]-[A-Za-z0-9-]{20,}",
  "eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
  "glpat-[A-Za-z0-9_-]{20}",
  "npm_[A-Za-z0-9]{36}",
  "sk_live_[A-Za-z0-9]{24,}",
  "AIza[A-Za-z0-9_-]{35}",
  "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}",
  "dop_v1_[a-f0-9]{64}",
];

export const replacement = "[REDACTED]";
