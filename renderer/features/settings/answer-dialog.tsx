import { useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView } from '#core/contract/answers.ts';
import type { RosterRequestView } from '#core/contract/roster-views.ts';
import { REQUEST_NOTE_LIMIT } from '#core/office/roster-acts.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { useAskedWords } from './asked-words.ts';
import { requestWords } from './request-words.ts';
import { settingsWords } from './words.ts';

/** The one question before the roster changes on somebody's word, or the reason why it will not. */
export function AnswerDialog(props: {
  readonly request: RosterRequestView;
  readonly grants: boolean;
  readonly office: OfficeView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(requestWords);
  const settings = useWords(settingsWords);
  const asked = useAskedWords(props.office);
  const { request, grants, onClose } = props;
  const { name, act } = request;
  const { run, isBusy, error } = useAct('office.answer-request');
  const [note, setNote] = useState('');
  const answer = async () => {
    const done = await run({ request: request.request, grant: grants, note: grants ? '' : note.trim() });
    if (done?.ok !== true) return;
    showToast({ text: t(grants ? 'grantDone' : 'refuseDone', { name }) });
    onClose();
  };
  const closed =
    act.type === 'roster.logs-closed'
      ? props.office.people.find(({ user }) => user === act.body.user)?.name
      : undefined;
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t(grants ? 'grantTitle' : 'refuseTitle', { name })}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant={grants && closed === undefined ? 'primary' : 'danger'}
            isDisabled={isBusy}
            onPress={() => void answer()}
          >
            {t(grants ? 'grantAct' : 'refuseAct')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="selectable rounded-control border border-line-strong bg-page px-3 py-2 text-13 text-ink">
          <Weighted text={asked(act)} />
        </p>
        {grants && closed !== undefined ? (
          <p className="text-13 text-danger">{settings('revokeTextWhole', { name: closed })}</p>
        ) : null}
        <p className="text-13 text-ink-2">{t(grants ? 'grantText' : 'refuseText', { name })}</p>
        {grants ? null : (
          <TextArea
            label={t('refuseReason')}
            rows={2}
            value={note}
            onChange={setNote}
            maxLength={REQUEST_NOTE_LIMIT}
          />
        )}
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
