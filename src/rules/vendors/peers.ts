/** Where a format comes from when its issuer does not document it: the rules of peer scanners. */
export const gitleaks = "https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml";
export const betterleaks = "https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml";
export const credsweeper = "https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml";

export function kingfisher(file: string): string {
  return `https://github.com/mongodb/kingfisher/blob/main/data/rules/${file}.yml`;
}

export function noseyparker(file: string): string {
  return `https://github.com/praetorian-inc/noseyparker/blob/main/crates/noseyparker/data/default/builtin/rules/${file}.yml`;
}

export function titus(file: string): string {
  return `https://github.com/praetorian-inc/titus/blob/main/pkg/rule/rules/${file}.yml`;
}

export function trufflehog(detector: string): string {
  return `https://github.com/trufflesecurity/trufflehog/tree/main/pkg/detectors/${detector}`;
}
