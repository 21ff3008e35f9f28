/** The rule of the names that a user gives. */
export const USER_KEY = "user/key";

/** Each name with a censor of its own has a rule of its own; all are shown as one. */
export function censoredKeyId(index: number): string {
  return `${USER_KEY}\0${index}`;
}

/** A rule's id as it is shown. */
export function shownId(id: string): string {
  return id.split("\0", 1)[0]!;
}
