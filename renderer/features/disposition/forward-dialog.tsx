import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { dispositionWords } from './disposition-words.ts';
import { matchingPositions, positionOptions } from './recipient-choices.ts';

export interface ForwardDialogProps {
  readonly letter: LetterView;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** TU sends a returned letter on, to the same or another position. */
export function ForwardDialog({ letter, onClose, onSettled }: ForwardDialogProps): ReactNode {
  const t = useWords(dispositionWords);
  const status = useAsk('office.status', undefined);
  const forward = useAct('letters.forward');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const positions = status.data?.positions ?? [];
  const title = positions.find((p) => p.id === chosen)?.title ?? '';

  async function send(): Promise<void> {
    if (chosen === null) {
      setMissing(true);
      return;
    }
    const result = await forward.run({ letter: letter.id, forwardTo: chosen, note: note.trim() });
    if (result?.ok !== true) return;
    showToast({ text: t('forwardDone', { title }) });
    onClose();
    onSettled();
  }
  const submit = () => void send();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('forwardTitle')}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('forwardSend')}
          submitIcon="forward"
          isSubmitDisabled={forward.isBusy}
          onSubmit={submit}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="selectable text-13 text-ink-2">{letter.subject}</p>
        <ComboBox
          label={t('forwardTo')}
          placeholder={t('addRecipient')}
          options={positionOptions(
            matchingPositions(positions, chosen === null ? typed : '', new Set()),
            typed,
            t('vacant'),
          )}
          value={typed}
          onInput={(text) => {
            setTyped(text);
            if (text !== title) setChosen(null);
          }}
          onPick={(id) => {
            setChosen(id);
            setTyped(positions.find((p) => p.id === id)?.title ?? '');
            setMissing(false);
          }}
          allowsOwnText
          emptyText={t('noRecipient')}
          error={isMissing ? t('forwardNeed') : undefined}
          autoFocus
        />
        <TextArea label={t('forwardNote')} rows={3} value={note} onChange={setNote} maxLength={4000} />
        <ErrorNote error={forward.error} />
      </div>
    </Dialog>
  );
}
