import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { shell } from '#renderer/lib/office/shell-bridge.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { submitKeys } from '#renderer/ui/submit-keys.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

import { LetterFrame } from './letter-frame.tsx';
import type { AdminFault, OfficeDraft } from './office-draft.ts';
import { PassphrasePair } from './passphrase-pair.tsx';
import { PathField } from './path-field.tsx';
import { firstRunWords } from './words.ts';

/** Who administers the office, the passphrase, and where the recovery file goes before anything else is made. */
export function AdminPage(props: {
  readonly draft: OfficeDraft;
  readonly faults: Partial<Record<keyof OfficeDraft, AdminFault>>;
  readonly showsFaults: boolean;
  readonly error: OfficeError | null;
  readonly isBusy: boolean;
  readonly onChange: (part: Partial<OfficeDraft>) => void;
  readonly onBack: () => void;
  readonly onFinish: (passphrase: string, again: string) => void;
}): ReactNode {
  const t = useWords(firstRunWords);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const { draft, faults, onChange, isBusy, error } = props;
  const finish = () => props.onFinish(passphrase, again);
  const said = (field: keyof OfficeDraft) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(fault);
  };
  const chooseKit = async () => {
    const office = draft.name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 60);
    const chosen = await shell.chooseTarget({
      title: t('chooseKitTitle'),
      name: t('kitFileName', { office }),
    });
    if (chosen !== null) onChange({ kit: chosen.path });
  };
  return (
    <LetterFrame
      question={t('adminQuestion')}
      step={3}
      notice={error === null ? null : <ErrorNote error={error} />}
      actions={
        <>
          <Button variant="quiet" icon="chevronLeft" isDisabled={isBusy} onPress={props.onBack}>
            {t('back')}
          </Button>
          <Button variant="primary" icon="office" shortcut="Ctrl+Enter" isDisabled={isBusy} onPress={finish}>
            {isBusy ? t('creating') : t('createNow')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-4" onKeyDownCapture={submitKeys(finish)}>
        <div className="grid grid-cols-2 gap-x-4 gap-y-3">
          <TextField
            label={t('fullName')}
            value={draft.adminName}
            onChange={(adminName) => onChange({ adminName })}
            error={said('adminName')}
            autoFocus
            isRequired
          />
          <TextField
            label={t('jobTitle')}
            value={draft.adminTitle}
            onChange={(adminTitle) => onChange({ adminTitle })}
            error={said('adminTitle')}
            isRequired
          />
          <TextField
            label={t('nip')}
            aside={t('nipDetail')}
            value={draft.adminNip}
            onChange={(adminNip) => onChange({ adminNip })}
            inputMode="numeric"
            maxLength={32}
          />
          <TextField
            label={t('deviceName')}
            aside={t('deviceNameDetail')}
            value={draft.deviceName}
            onChange={(deviceName) => onChange({ deviceName })}
            error={said('deviceName')}
            maxLength={64}
            isRequired
          />
        </div>
        <PassphrasePair
          passphrase={passphrase}
          again={again}
          known={[draft.name, draft.adminName]}
          showsFaults={props.showsFaults}
          onPassphrase={setPassphrase}
          onAgain={setAgain}
        />
        <PathField
          label={t('kit')}
          description={t('kitDetail')}
          error={said('kit')}
          icon="key"
          path={draft.kit}
          chooseLabel={t('chooseKit')}
          onChoose={() => void chooseKit()}
        />
      </div>
    </LetterFrame>
  );
}
