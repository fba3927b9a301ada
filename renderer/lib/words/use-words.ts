import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { type FillValues, fill } from '#core/words/fill.ts';
import { type Language, languages, localeTags } from '#core/words/language.ts';
import { type OfficeWords, officeWords } from '#core/words/office-words.ts';

import type { Translate, WordSet } from './define-words.ts';

type AnySource = Readonly<Record<string, string | { readonly one: string; readonly other: string }>>;

/** The language of the interface. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? 'id';
}

/** Numbers among the values as the language prints them. */
function printed(values: FillValues, language: Language): FillValues {
  const numbers = new Intl.NumberFormat(localeTags[language]);
  return Object.fromEntries(
    Object.entries(values).map(([name, v]) => [name, typeof v === 'number' ? numbers.format(v) : v]),
  );
}

/** The translator of a feature's words in the chosen language. */
export function useWords<Id extends AnySource>(words: WordSet<Id>): Translate<Id> {
  const { t } = useTranslation(words.namespace);
  const language = useLanguage();
  return useCallback(
    (key: string, ...given: readonly FillValues[]) => {
      const values: FillValues = given[0] ?? {};
      const { count } = values;
      const sentence = typeof count === 'number' ? t(key, { count }) : t(key);
      return fill(sentence, printed(values, language));
    },
    [t, language],
  );
}

/** The words of the trade (instructions, urgency, statuses) in the chosen language. */
export function useOfficeWords(): OfficeWords {
  const language = useLanguage();
  return useMemo(() => officeWords(language), [language]);
}
