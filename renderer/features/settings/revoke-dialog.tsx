import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import type { ClosingReason } from '#core/office/roster-acts.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { revokeReasons as reasons } from './revoke-reasons.ts';
import { settingsWords } from './words.ts';

const everything = '-';

/** Closes a person's key, or one of their PCs: what is written later has no effect on any PC. */
export function RevokeDialog(props: {
  readonly person: OfficeView['people'][number];
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { person, onClose } = props;
  const [what, setWhat] = useState(everything);
  const [reason, setReason] = useState<ClosingReason>('left');
  const [rotates, setRotates] = useState(false);
  const { run, isBusy, error } = useAct('office.revoke');
  const isWhole = what === everything;
  const revoke = async () => {
    const answer = await run({
      user: person.user,
      logs: isWhole ? null : [what],
      reason,
      rotateKey: rotates,
    });
    if (answer?.ok !== true) return;
    showToast({ text: t(isWhole ? 'revokedAll' : 'revokedPc', { name: person.name }) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t('revokeTitle', { name: person.name })}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="danger" isDisabled={isBusy} onPress={() => void revoke()}>
            {t('revokeAct')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t('revokeWhat')}
          options={[
            { id: everything, label: t('revokeWhole') },
            ...person.logs.map(({ log, device, lastSeen }) => ({
              id: log,
              label: t('revokePc', { device }),
              detail: t('lastSeen', { date: format.shortDateTime(lastSeen) }),
            })),
          ]}
          value={what}
          onChange={setWhat}
        />
        <Select
          label={t('revokeReason')}
          options={reasons.map((id) => ({ id, label: t(`reason_${id}`) }))}
          value={reason}
          onChange={(id) => setReason(reasons.find((known) => known === id) ?? reason)}
        />
        <p className="text-13 text-ink-2">
          {t(isWhole ? 'revokeTextWhole' : 'revokeTextPc', { name: person.name })}
        </p>
        <Checkbox isChecked={rotates} onChange={setRotates}>
          {t('revokeRotate')}
        </Checkbox>
        <p className="-mt-2 pl-6 text-12 text-ink-3">{t('revokeRotateText')}</p>
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
