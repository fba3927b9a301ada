import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import type { OfficeError, Result } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { dispositionWords } from './disposition-words.ts';

export interface NoteDialogProps {
  readonly letter: LetterView;
  readonly act: 'finish' | 'return' | 'returnMemo';
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

const keys = {
  finish: {
    title: 'finishTitle',
    note: 'finishNote',
    send: 'finishSend',
    done: 'finishDone',
    icon: 'checkCircle',
  },
  return: { title: 'returnTitle', note: 'returnNote', send: 'returnSend', done: 'returnDone', icon: 'undo' },
  returnMemo: {
    title: 'returnTitle',
    note: 'returnNote',
    send: 'returnSend',
    done: 'returnDone',
    icon: 'undo',
  },
} as const;

/** Finish with an optional note, or return with a reason. */
export function NoteDialog({ letter, act, onClose, onSettled }: NoteDialogProps): ReactNode {
  const t = useWords(dispositionWords);
  const office = useOffice();
  const draft = useDraft<string>(`${act} ${letter.id}`, '', (kept) =>
    typeof kept === 'string' ? kept : null,
  );
  const [error, setError] = useState<OfficeError | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const note = draft.value ?? '';
  const words = keys[act];

  async function call(): Promise<Result<unknown>> {
    const part = { letter: letter.id, disposition: letter.myDisposition, note: note.trim() };
    if (act === 'finish') return office.call('letters.finish', part);
    if (act === 'return') return office.call('letters.return', part);
    return office.call('memos.return', {
      letter: letter.id,
      revision: letter.memo?.revision ?? '',
      note: note.trim(),
    });
  }
  async function send(): Promise<void> {
    if (act !== 'finish' && note.trim() === '') {
      setMissing(true);
      return;
    }
    if (isBusy) return;
    setBusy(true);
    const result = await call();
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.clear();
    showToast({ text: t(words.done) });
    onClose();
    onSettled();
  }
  const submit = () => void send();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(words.title)}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t(words.send)}
          submitIcon={words.icon}
          isSubmitDisabled={isBusy}
          onSubmit={submit}
        />
      }
    >
      <p className="selectable pb-3 text-13 text-ink-2">{letter.subject}</p>
      <TextArea
        label={t(words.note)}
        value={note}
        onChange={(text) => {
          draft.set(text);
          setMissing(false);
        }}
        error={isMissing ? t('returnNeed') : undefined}
        maxLength={4000}
        autoFocus
      />
      {error === null ? null : (
        <div className="pt-3">
          <ErrorNote error={error} />
        </div>
      )}
    </Dialog>
  );
}
