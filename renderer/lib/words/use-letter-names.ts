import { useCallback } from 'react';

import { type NamedLetter, letterNames } from '#core/words/letter-names.ts';

import { useOfficeWords } from './use-words.ts';

/** Subject and sender of a letter as shown: of a sealed one its class instead. */
export function useLetterNames(): (letter: NamedLetter) => ReturnType<typeof letterNames> {
  const words = useOfficeWords();
  return useCallback((letter: NamedLetter) => letterNames(letter, words), [words]);
}
