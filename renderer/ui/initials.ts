/** Initials of the first two words of a name without titles: "Arif Nugroho, S.Kom., M.T." gives AN. */
export function initialsOf(name: string): string {
  const bare = name.split(',')[0] ?? name;
  const words = bare.split(/\s+/u).filter((word) => word !== '' && !word.endsWith('.'));
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase('id') ?? '')
    .join('');
}
