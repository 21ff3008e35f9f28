/** What the kernel's entropy check asks for, said again: length, Shannon entropy, and kinds that keep changing. */
export function isRandomLooking(text: string): boolean {
  if (text.length < 12) return false;
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  if (bits < 3 || !/[a-z]/i.test(text) || !/\d/.test(text)) return false;
  const kinds = [...text].map((c) => (/[a-z]/.test(c) ? 1 : /[A-Z]/.test(c) ? 2 : /\d/.test(c) ? 3 : 0));
  const changes = kinds.filter((kind, i) => {
    const last = kinds[i - 1];
    return kind !== 0 && last !== undefined && last !== 0 && kind !== last && !(last === 2 && kind === 1);
  });
  return changes.length * 8 >= text.length;
}
