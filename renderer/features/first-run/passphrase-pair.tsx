import type { ReactNode } from 'react';

import { useWords } from '#renderer/lib/words/use-words.ts';
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx';

import { judgePassphrase } from './passphrase-strength.ts';
import { StrengthLine } from './strength-line.tsx';
import { firstRunWords } from './words.ts';

/** A new passphrase, typed twice, with its strength said in words. */
export function PassphrasePair(props: {
  readonly passphrase: string;
  readonly again: string;
  /** What a colleague would try first: names of the person and the office. */
  readonly known: readonly string[];
  readonly showsFaults: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onAgain: (passphrase: string) => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const { passphrase, again } = props;
  const differs =
    again !== '' && !passphrase.startsWith(again) ? true : props.showsFaults && again !== passphrase;
  const eye = { showLabel: t('showPassphrase'), hideLabel: t('hidePassphrase') };
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-1">
      <PassphraseField
        label={t('passphrase')}
        value={passphrase}
        onChange={props.onPassphrase}
        isRequired
        {...eye}
      />
      <PassphraseField
        label={t('passphraseAgain')}
        value={again}
        onChange={props.onAgain}
        error={differs ? t('passphraseAgainWrong') : undefined}
        isRequired
        {...eye}
      />
      <div className="col-span-2">
        <StrengthLine judgement={judgePassphrase(passphrase, props.known)} />
      </div>
    </div>
  );
}
