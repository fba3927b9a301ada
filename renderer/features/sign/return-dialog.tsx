import { useState } from 'react';
import type { ReactNode } from 'react';

import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

import { signWords } from './words.ts';

/** Returns the memo to its proposer with what needs mending. */
export function ReturnDialog(props: {
  readonly isOpen: boolean;
  readonly letter: string;
  readonly revision: string;
  readonly onClose: () => void;
  readonly onReturned: () => void;
}): ReactNode {
  const t = useWords(signWords);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { run, error, isBusy } = useAct('memos.return');
  const send = async () => {
    setMissing(note.trim() === '');
    if (note.trim() === '') return;
    const answer = await run({ letter: props.letter, revision: props.revision, note });
    if (answer?.ok !== true) return;
    setNote('');
    props.onReturned();
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t('returnTitle')}
      onSubmit={() => void send()}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={props.onClose}
          submitLabel={t('returnIt')}
          submitIcon="undo"
          isSubmitDisabled={isBusy}
          onSubmit={() => void send()}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-13 text-ink-2">{t('returnText')}</p>
        <TextArea
          label={t('returnNote')}
          value={note}
          onChange={setNote}
          rows={4}
          maxLength={4000}
          autoFocus
          isRequired
          error={isMissing && note.trim() === '' ? t('returnNoteMissing') : undefined}
        />
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
