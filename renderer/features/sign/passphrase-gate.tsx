import type { KeyboardEvent, ReactNode, Ref } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { SamplePassphrase } from '#renderer/features/sample/index.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx';

import { signWords } from './words.ts';

/** The passphrase, asked once a session and again after the idle lock; afterwards a sentence in its place. */
export function PassphraseGate(props: {
  readonly isUnlocked: boolean;
  readonly passphrase: string;
  readonly error: OfficeError | null;
  readonly isMissing: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange: (passphrase: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}): ReactNode {
  const t = useWords(signWords);
  const language = useLanguage();
  if (props.isUnlocked) {
    return (
      <p className="flex items-center gap-2 text-12 text-ink-2">
        <Icon name="key" size={14} />
        {t('unlocked')}
      </p>
    );
  }
  const failure = props.error === null ? null : errorSentences(language, props.error);
  return (
    <>
      <PassphraseField
        label={t('passphrase')}
        aside={t('passphraseOnce')}
        value={props.passphrase}
        onChange={props.onChange}
        error={
          failure === null
            ? props.isMissing
              ? t('passphraseMissing')
              : undefined
            : `${failure.what} ${failure.todo}`
        }
        showLabel={t('showPassphrase')}
        hideLabel={t('hidePassphrase')}
        autoFocus={props.autoFocus}
        inputRef={props.inputRef}
        onKeyDown={props.onKeyDown}
      />
      <SamplePassphrase onFill={props.onChange} />
    </>
  );
}
