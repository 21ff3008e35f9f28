/** What the kernel's entropy check asks for, said again: length, Shannon entropy, and kinds that keep changing. */
export function isRandomLooking(text: string): boolean {
  const seen = text.slice(0, 128);
  if (text.length < 12 || shannonBits(text.slice(0, 64)) < 3 || !/[a-z]/i.test(seen) || !/\d/.test(seen))
    return false;
  return kindChanges(seen) * 8 >= seen.length;
}

/** Shannon entropy, in bits for a character. */
export function shannonBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** How often a small letter, a capital or a digit stands beside one of another kind; a capital may begin a word. */
export function kindChanges(text: string): number {
  const kinds = [...text].map((c) => (/[a-z]/.test(c) ? 1 : /[A-Z]/.test(c) ? 2 : /\d/.test(c) ? 3 : 0));
  return kinds.filter((kind, i) => {
    const last = kinds[i - 1];
    return kind !== 0 && last !== undefined && last !== 0 && kind !== last && !(last === 2 && kind === 1);
  }).length;
}
