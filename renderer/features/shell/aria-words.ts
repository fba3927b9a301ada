import { fill } from '#core/words/fill.ts';
import { i18n } from '#renderer/lib/words/i18n.ts';
import { type AriaWords, installAriaWords } from '#renderer/ui/aria-words.ts';

import { shellWords } from './shell-words.ts';

const said = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(i18n.t(key, { ns: shellWords.namespace, ...values }), values);

/** The shell's words for what React Aria says by itself. */
const words: AriaWords = {
  showSuggestions: () => said('ariaShowSuggestions'),
  suggestions: () => said('ariaSuggestions'),
  dismiss: () => said('close'),
  clearSearch: () => said('ariaClearSearch'),
  choose: () => said('ariaChoose'),
  dropFiles: () => said('ariaDropFiles'),
  openMenu: () => said('ariaOpenMenu'),
  choices: (count) => said('ariaChoices', { count }),
  chosen: (text) => said('ariaChosen', { text }),
  group: (title, count) => said('ariaGroup', { title, count }),
};

/** To be called once, before the first render. */
export function speakOurWords(): void {
  installAriaWords(words);
}
