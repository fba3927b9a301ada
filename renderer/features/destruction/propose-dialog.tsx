import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { DoomedList } from './doomed-list.tsx';
import { documentsLeft, openProposals } from './open-proposals.ts';
import { destructionWords } from './words.ts';

interface Draft {
  readonly decision: string;
  readonly note: string;
}
const empty: Draft = { decision: '', note: '' };

function readDraft(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { decision, note } = kept as Readonly<Record<string, unknown>>;
  return typeof decision === 'string' && typeof note === 'string' ? { decision, note } : null;
}

/** Proposes to destroy what the letter still has, under a retention decision; nothing goes by it. */
export function ProposeDestructionDialog(props: {
  readonly letter: LetterView;
  readonly onClose: () => void;
}): ReactNode {
  const { letter, onClose } = props;
  const t = useWords(destructionWords);
  const draft = useDraft<Draft>(`propose-destruction ${letter.id}`, empty, readDraft);
  const { run, isBusy, error } = useAct('letters.propose-destruction');
  const [showsFaults, setShowsFaults] = useState(false);
  const { decision, note } = draft.value ?? empty;
  const isMissing = decision.trim() === '';
  const [standing] = openProposals(letter);

  async function propose(): Promise<void> {
    setShowsFaults(isMissing);
    if (isMissing) return;
    const answer = await run({ letter: letter.id, decision: decision.trim(), note: note.trim() });
    if (answer?.ok !== true) return;
    draft.clear();
    showToast({ text: t('proposed') });
    onClose();
  }
  const submit = () => void propose();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('proposeTitle')}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('proposeAct')}
          submitIcon="trash"
          isSubmitDisabled={isBusy}
          onSubmit={submit}
        />
      }
    >
      <div className="flex flex-col gap-3">
        <p className="selectable text-13 text-ink-2">{letter.subject}</p>
        <TextField
          label={t('decision')}
          description={t('decisionDetail')}
          value={decision}
          onChange={(next) => draft.set({ decision: next, note })}
          error={showsFaults && isMissing ? t('decisionMissing') : undefined}
          maxLength={200}
          autoFocus
          isRequired
        />
        {standing === undefined ? null : (
          <p className="selectable text-12 text-warning">
            {t('already', { who: standing.proposed.name, decision: standing.decision })}
          </p>
        )}
        <TextArea
          label={t('note')}
          rows={2}
          value={note}
          onChange={(next) => draft.set({ decision, note: next })}
          maxLength={4000}
        />
        <DoomedList letter={letter} documents={documentsLeft(letter)} isProposal />
        <p className="text-12 text-ink-2">{t('proposeText')}</p>
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
