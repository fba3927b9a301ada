import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import type { ClosingReason } from '#core/office/roster-acts.ts';
import { REQUEST_NOTE_LIMIT } from '#core/office/roster-acts.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { requestWords } from './request-words.ts';
import { revokeReasons } from './revoke-reasons.ts';
import { settingsWords } from './words.ts';

/** An admin who does not write the roster asks to close a person's key. */
export function AskRevokeDialog(props: {
  readonly person: OfficeView['people'][number];
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(requestWords);
  const settings = useWords(settingsWords);
  const { person, onClose } = props;
  const { name, user } = person;
  const [reason, setReason] = useState<ClosingReason>('left');
  const [note, setNote] = useState('');
  const { run, isBusy, error } = useAct('office.request');
  const ask = async () => {
    const answer = await run({
      act: { type: 'roster.logs-closed', body: { user, reason } },
      note: note.trim(),
    });
    if (answer?.ok !== true) return;
    showToast({ text: t('sent') });
    onClose();
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t('askRevokeTitle', { name })}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void ask()}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={settings('revokeReason')}
          options={revokeReasons.map((id) => ({ id, label: settings(`reason_${id}`) }))}
          value={reason}
          onChange={(id) => setReason(revokeReasons.find((known) => known === id) ?? reason)}
        />
        <TextArea
          label={t('explanation')}
          rows={2}
          value={note}
          onChange={setNote}
          maxLength={REQUEST_NOTE_LIMIT}
        />
        <p className="text-13 text-ink-2">{t('askRevokeText', { name })}</p>
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
