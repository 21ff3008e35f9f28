/** A program of the trial: a row of data. In its texts `{NAME}` is a secret, `{NAME:url}` the same percent-encoded. */
export interface Program {
  readonly name: string;
  readonly language: "python" | "node" | "go" | "java" | "rust" | "debian";
  /** What its registry brings: `name==version`, `name@version`, `group:artifact:version`, `name = "version"`. */
  readonly packages: readonly string[];
  /** The command and its arguments. `{HTTP}`, `{SMTP}`, `{REDIS}`, `{FTP}`, `{DEAD}` are ports of the loopback server. */
  readonly run?: readonly string[];
  /** Or a program of its language; the secrets and ports are in its environment, with `T_` in front of their names. */
  readonly code?: string;
  /** What reads `code`, where the language does not say it: `ruby`. */
  readonly interpreter?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Files of its own in the folder that it runs in, which is its home, too. */
  readonly files?: Readonly<Record<string, string>>;
  /** The secrets that it is given, by name, with their kind. */
  readonly secrets: Readonly<Record<string, SecretKind>>;
}

export type SecretKind =
  | "plain"
  | "password"
  | "phrase"
  | "opaque"
  | "hex"
  | "uuid"
  | "jwt"
  | "aws"
  | "azure"
  | "anthropic"
  | "github"
  | "gitlab"
  | "google"
  | "npm"
  | "openai"
  | "pem"
  | "pypi"
  | "slack"
  | "stripe"
  | "cloudflare";
