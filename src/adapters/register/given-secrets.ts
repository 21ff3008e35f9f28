import { secretsOfEnvironment, secretsOfFile } from "../../node/secret-sources.ts";
import { type RedactorOptions, refusalOfSecret, secretSources } from "../../redactor/stream-redactor.ts";

/**
 * The options with the values that `SCRUBJAY_SECRET_ENV` and `SCRUBJAY_SECRET_FILE` name.
 *
 * @param tell Gets the names of variables whose values cannot be looked for
 * @throws RedactorConfigError for what names nothing, and for a file that cannot be used
 */
export function withGivenSecrets(
  options: RedactorOptions,
  env: Readonly<Record<string, string | undefined>>,
  tell: (text: string) => void,
): RedactorOptions {
  const { secretEnv = [], secretFiles = [] } = secretSources(env);
  if (secretEnv.length === 0 && secretFiles.length === 0) return options;
  const { secrets, skipped } = secretsOfEnvironment(secretEnv, env, "SCRUBJAY_SECRET_ENV", refusalOfSecret);
  if (skipped.length > 0)
    tell(`SCRUBJAY_SECRET_ENV: too short or like a word, so not looked for: ${skipped.join(", ")}`);
  const ofFiles = secretFiles.flatMap((file) =>
    secretsOfFile(file, `SCRUBJAY_SECRET_FILE ${file}`, refusalOfSecret),
  );
  const known = Array.isArray(options.secrets) ? (options.secrets as readonly string[]) : [];
  return { ...options, secrets: [...known, ...secrets, ...ofFiles] };
}
