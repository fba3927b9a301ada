import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { PASSPHRASE_MIN } from './passphrase-strength.ts';
import type { PassphraseJudgement } from './passphrase-strength.ts';
import { firstRunWords } from './words.ts';

/** How strong the passphrase is, said in words while it is typed. */
export function StrengthLine(props: { readonly judgement: PassphraseJudgement }) {
  const t = useWords(firstRunWords);
  const { strength, missing } = props.judgement;
  const text = {
    empty: () => t('passphraseEmpty', { min: PASSPHRASE_MIN }),
    short: () => t('passphraseShort', { count: missing }),
    guessable: () => t('passphraseGuessable'),
    enough: () => t('passphraseEnough'),
    strong: () => t('passphraseStrong'),
  }[strength]();
  const isGood = strength === 'enough' || strength === 'strong';
  const tone = strength === 'empty' ? 'text-ink-3' : isGood ? 'text-success' : 'text-warning';
  return (
    <p aria-live="polite" className={`flex gap-1.5 text-12 ${tone}`}>
      {strength === 'empty' ? null : (
        <Icon name={isGood ? 'checkCircle' : 'infoCircle'} size={14} className="mt-px" />
      )}
      {text}
    </p>
  );
}
