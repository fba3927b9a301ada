import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

import type { CodeSays } from './join-office.tsx';
import { LetterFrame } from './letter-frame.tsx';
import { isPassphrasePairReady } from './office-draft.ts';
import { PassphrasePair } from './passphrase-pair.tsx';
import { firstRunWords } from './words.ts';

/** Who invites whom, as the code says; then the person's own passphrase and the name of this computer. */
export function InvitedPage(props: {
  readonly says: CodeSays;
  readonly deviceName: string;
  readonly error: OfficeError | null;
  readonly isBusy: boolean;
  readonly onDeviceName: (name: string) => void;
  readonly onBack: () => void;
  readonly onJoin: (passphrase: string) => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const format = useFormat();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [showsFaults, setShowsFaults] = useState(false);
  const { says, deviceName, error, isBusy } = props;
  const known = [says.name, says.officeName];
  const join = () => {
    // Somebody's further PC opens with the passphrase that they have.
    const isPassphraseReady = says.device
      ? passphrase !== ''
      : isPassphrasePairReady(passphrase, again, known);
    const isReady = deviceName.trim() !== '' && isPassphraseReady;
    setShowsFaults(!isReady);
    if (isReady && !isBusy) props.onJoin(passphrase);
  };
  return (
    <LetterFrame
      question={t(says.device ? 'deviceQuestion' : 'meQuestion')}
      step={3}
      notice={error === null ? null : <ErrorNote error={error} />}
      actions={
        <>
          <Button variant="quiet" icon="chevronLeft" isDisabled={isBusy} onPress={props.onBack}>
            {t('back')}
          </Button>
          <Button variant="primary" icon="join" shortcut="Ctrl+Enter" isDisabled={isBusy} onPress={join}>
            {isBusy ? t('joining') : t(says.device ? 'deviceNow' : 'joinNow')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-4" onKeyDownCapture={submitKeys(join)}>
        <section className="flex items-center gap-4 rounded-control border border-line-strong bg-sheet px-4 py-3">
          <Avatar name={says.name} size={36} />
          <div className="min-w-0 flex-1">
            <p className="truncate text-12 text-ink-2">
              {says.device ? says.officeName : t('invitedBy', { office: says.officeName })}
            </p>
            <p className="truncate text-16 font-semibold text-ink">{says.name}</p>
            <p className="truncate text-13 text-ink-2">{says.title}</p>
          </div>
        </section>
        <p className="-mt-3 text-right text-12 text-ink-3">
          {t('invitedUntil', { date: format.dayDateTime(says.expires) })}
        </p>
        <TextField
          label={t('deviceName')}
          aside={t('deviceNameDetail')}
          value={deviceName}
          onChange={props.onDeviceName}
          error={showsFaults && deviceName.trim() === '' ? t('deviceNameMissing') : undefined}
          maxLength={64}
          autoFocus
          isRequired
        />
        {says.device ? (
          <PassphraseField
            label={t('passphrase')}
            description={t('passphraseKnown')}
            value={passphrase}
            onChange={setPassphrase}
            error={showsFaults && passphrase === '' ? t('passphraseKnownMissing') : undefined}
            showLabel={t('showPassphrase')}
            hideLabel={t('hidePassphrase')}
            isRequired
          />
        ) : (
          <>
            <PassphrasePair
              passphrase={passphrase}
              again={again}
              known={known}
              showsFaults={showsFaults}
              onPassphrase={setPassphrase}
              onAgain={setAgain}
            />
            <p className="-mt-3 text-12 text-ink-3">{t('passphraseOwn')}</p>
          </>
        )}
      </div>
    </LetterFrame>
  );
}
