import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

import { LetterFrame } from './letter-frame.tsx';
import { PassphrasePair } from './passphrase-pair.tsx';
import { recovererFaults } from './recoverer.ts';
import type { Recoverer } from './recoverer.ts';
import { firstRunWords } from './words.ts';

const ReplayPanel = lazy(async () => ({
  default: (await import('#renderer/features/sync/index.ts')).ReplayPanel,
}));

/** Who takes over, on which PC, with which new passphrase; and how far the reading of the folder is. */
export function RecovererPage(props: {
  readonly person: Recoverer;
  readonly showsFaults: boolean;
  readonly error: OfficeError | null;
  readonly isBusy: boolean;
  readonly onChange: (part: Partial<Recoverer>) => void;
  readonly onBack: () => void;
  readonly onFinish: (passphrase: string, again: string) => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { person, onChange, isBusy, error } = props;
  const faults = props.showsFaults ? recovererFaults(person) : {};
  const said = (field: keyof Recoverer) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(fault);
  };
  const finish = () => {
    if (!isBusy) props.onFinish(passphrase, again);
  };
  return (
    <LetterFrame
      question={t('recovererQuestion')}
      step={3}
      notice={error === null ? isBusy ? <Reading /> : null : <ErrorNote error={error} />}
      actions={
        <>
          <Button variant="quiet" icon="chevronLeft" isDisabled={isBusy} onPress={props.onBack}>
            {t('back')}
          </Button>
          <Button variant="primary" icon="key" shortcut="Ctrl+Enter" isDisabled={isBusy} onPress={finish}>
            {isBusy ? t('recovering') : t('recoverNow')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-4" onKeyDownCapture={submitKeys(finish)}>
        <Segments
          label={t('recovererQuestion')}
          isLabelHidden
          segments={[
            { id: 'former', label: t('recovererFormer') },
            { id: 'other', label: t('recovererOther') },
          ]}
          value={person.isFormerAdmin ? 'former' : 'other'}
          onChange={(id) => onChange({ isFormerAdmin: id === 'former' })}
        />
        <p className="-mt-2 text-12 text-ink-3">
          {t(person.isFormerAdmin ? 'recovererFormerDetail' : 'recovererOtherDetail')}
        </p>
        {person.isFormerAdmin ? null : (
          <div className="grid grid-cols-2 gap-x-4 gap-y-3">
            <TextField
              label={t('fullName')}
              value={person.name}
              onChange={(name) => onChange({ name })}
              error={said('name')}
              isRequired
            />
            <TextField
              label={t('jobTitle')}
              value={person.title}
              onChange={(title) => onChange({ title })}
              error={said('title')}
              isRequired
            />
            <TextField
              label={t('nip')}
              aside={t('nipDetail')}
              value={person.nip}
              onChange={(nip) => onChange({ nip })}
              inputMode="numeric"
              maxLength={32}
            />
          </div>
        )}
        <TextField
          label={t('deviceName')}
          aside={t('deviceNameDetail')}
          value={person.deviceName}
          onChange={(deviceName) => onChange({ deviceName })}
          error={said('deviceName')}
          maxLength={64}
          isRequired
        />
        <PassphrasePair
          passphrase={passphrase}
          again={again}
          known={person.isFormerAdmin ? [] : [person.name]}
          showsFaults={props.showsFaults}
          onPassphrase={setPassphrase}
          onAgain={setAgain}
        />
        <p className="-mt-3 text-12 text-ink-3">{t('passphraseOwn')}</p>
      </div>
    </LetterFrame>
  );
}

/** A large office takes its time: the take-over begins at the end of what is on the share. */
function Reading(): ReactNode {
  const sync = useAsk('sync.status', undefined).data;
  if (sync === undefined || sync.replay === null) return null;
  return (
    <Suspense fallback={null}>
      <ReplayPanel replay={sync.replay} readingPaused={false} />
    </Suspense>
  );
}
