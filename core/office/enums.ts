/** Sifat / klasifikasi keamanan. Never mixed with urgency. */
export const securityClasses = ['biasa', 'terbatas', 'rahasia', 'sangatRahasia'] as const;
export type SecurityClass = (typeof securityClasses)[number];

/** Rahasia and above. */
export type SecretClass = Exclude<SecurityClass, 'biasa' | 'terbatas'>;

/** Rahasia and above: letters whose content only their route may see. */
export function isSecret(securityClass: SecurityClass): securityClass is SecretClass {
  return securityClass === 'rahasia' || securityClass === 'sangatRahasia';
}

/** Tingkat urgensi. */
export const urgencies = ['biasa', 'segera', 'sangatSegera'] as const;
export type Urgency = (typeof urgencies)[number];

/** Kinds of letters of this round; the office adds no kinds of its own. */
export const letterKinds = ['incomingLetter', 'officialMemo'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Roles, given to a position by the roster. */
export const roles = ['admin', 'tu', 'pimpinan', 'pejabat', 'staf'] as const;
export type Role = (typeof roles)[number];

/**
 * Instruction checkboxes seen on real lembar disposisi (1-product). Codes are stable and travel in entries;
 * the words are in `core/words`.
 */
export const instructionCodes = [
  'tanggapan',
  'proses',
  'koordinasi',
  'wakili',
  'baca',
  'tindaklanjuti',
  'jawab',
  'arsipkan',
  'pedoman',
  'siapkan',
  'diketahui',
  'jadwalkan',
  'pelajari',
  'pantau',
  'selesaikan',
] as const;
export type InstructionCode = (typeof instructionCodes)[number];
