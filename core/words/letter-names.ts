import type { LetterKind, SecurityClass } from '../office/enums.ts';
import { isSecret } from '../office/enums.ts';
import { SECRET_TEXT } from '../office/secret-content.ts';
import type { OfficeWords } from './office-words.ts';

/** What names a letter in a list or a heading. */
export interface NamedLetter {
  readonly kind: LetterKind;
  readonly securityClass: SecurityClass;
  readonly sealed: boolean;
  readonly from: string;
  readonly subject: string;
}

/**
 * Subject and sender of a letter as people read them. Where the session does not open a secret letter the neutral word
 * that travels in its acts gives way to the class, in the reader's language.
 */
export function letterNames(
  letter: NamedLetter,
  words: Pick<OfficeWords, 'sealedSubject' | 'sealedFrom'>,
): { readonly subject: string; readonly from: string } {
  const { kind, securityClass, sealed, from, subject } = letter;
  if (!sealed || !isSecret(securityClass)) return { subject, from };
  return {
    subject: words.sealedSubject[kind][securityClass],
    // A colleague who put it here, or the unit that a memo comes from, is no secret.
    from: from === SECRET_TEXT ? words.sealedFrom : from,
  };
}
