import { type ReactNode, useState } from 'react';

import type { ConflictView, LetterView } from '#core/contract/views.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useBinding } from '#renderer/lib/office/passphrase.tsx';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ChoiceCards } from '#renderer/ui/choice-cards.tsx';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { useConflictWording } from './conflict-words.ts';
import { letterWords } from './letter-words.ts';

export interface SettleDialogProps {
  readonly letter: LetterView;
  readonly conflict: ConflictView;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** Chooses which side counts. Nothing is chosen beforehand: a decision is never the result of a hasty Enter. */
export function SettleDialog({ letter, conflict, onClose, onSettled }: SettleDialogProps): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  const wording = useConflictWording(conflict);
  const binding = useBinding();
  const draft = useDraft<string>(`settle ${letter.id}`, '', (kept) =>
    typeof kept === 'string' ? kept : null,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<OfficeError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const note = draft.value ?? '';

  async function settle(): Promise<void> {
    if (chosen === null || isBusy) return;
    setBusy(true);
    const decision = { letter: letter.id, keep: chosen, note: note.trim() };
    const result =
      conflict.field === null
        ? await binding('memos.settle', decision)
        : await binding('letters.settle', { ...decision, field: conflict.field });
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    draft.clear();
    showToast({ text: t('settled') });
    onClose();
    onSettled();
  }
  const submit = () => void settle();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('settleTitle')}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('settle')}
          submitIcon="check"
          isSubmitDisabled={isBusy || chosen === null}
          onSubmit={submit}
        />
      }
    >
      <p className="selectable pb-3 text-13 text-ink-2">{letter.subject}</p>
      <ChoiceCards
        label={wording.title}
        choices={conflict.sides.map((side) => ({
          id: side.entry,
          label: wording.kept(side),
          detail: t('sideBy', {
            who: side.by.title === '' ? side.by.name : side.by.title,
            time: format.dayDateTime(side.by.time),
          }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <div className="pt-3">
        <TextArea
          label={t('settleNote')}
          value={note}
          onChange={(text) => {
            draft.set(text);
          }}
          maxLength={4000}
        />
      </div>
      <p className="pt-2 text-12 text-ink-2">{t('settleText')}</p>
      {error === null ? null : (
        <div className="pt-3">
          <ErrorNote error={error} />
        </div>
      )}
    </Dialog>
  );
}
