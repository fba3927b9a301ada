import type { PersonInput } from '#core/contract/inputs.ts';

/** A person as typed, `"Nama|Jabatan|NIP"`; null when it has not that form. The NIP may be empty or left out. */
export function parsePerson(text: string): PersonInput | null {
  const parts = text.split('|').map((part) => part.trim());
  const [name = '', title = '', nip = ''] = parts;
  return parts.length > 3 || name === '' || title === '' ? null : { name, title, nip };
}
