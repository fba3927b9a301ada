import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceCards } from '#renderer/ui/choice-cards.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { DoomedList } from './doomed-list.tsx';
import { doomedBy, openProposals } from './open-proposals.ts';
import { destructionWords } from './words.ts';

/** The one question before documents are gone for good: which, under what decision, what stays. Cancel has the focus. */
export function DestroyDialog(props: {
  readonly letter: LetterView;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}): ReactNode {
  const { letter, onClose, onSettled } = props;
  const t = useWords(destructionWords);
  const format = useFormat();
  const { run, isBusy, error } = useAct('letters.destroy');
  const proposals = openProposals(letter).filter(({ mayDestroy }) => mayDestroy);
  // With several, the one whose decision was checked is chosen by a person; nothing stands ready.
  const [chosen, setChosen] = useState<string | null>(
    proposals.length === 1 ? (proposals[0]?.proposal ?? null) : null,
  );
  const [note, setNote] = useState('');
  const proposal = proposals.find((one) => one.proposal === chosen);
  const facts = (one: (typeof proposals)[number]) => ({
    label: t('byDecision', { decision: one.decision }),
    detail: t('proposedBy', { who: one.proposed.name, time: format.dayDateTime(one.proposed.time) }),
  });
  const only = proposals.length === 1 ? proposals[0] : undefined;

  async function destroy(): Promise<void> {
    if (proposal === undefined) return;
    const answer = await run({ letter: letter.id, proposal: proposal.proposal, note: note.trim() });
    if (answer?.ok !== true) return;
    showToast({ text: t('destroyed') });
    onClose();
    onSettled();
  }
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t('destroyTitle')}
      footer={
        <>
          <Button autoFocus shortcut="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="danger"
            icon="trash"
            isDisabled={isBusy || proposal === undefined}
            onPress={() => void destroy()}
          >
            {t('destroyAct')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="selectable text-13 font-medium text-ink">{letter.subject}</p>
        {only === undefined ? (
          <ChoiceCards
            label={t('destroyWhich')}
            choices={proposals.map((one) => ({ id: one.proposal, ...facts(one) }))}
            value={chosen}
            onChange={setChosen}
          />
        ) : (
          <div className="selectable -mt-2 text-12 text-ink-2">
            <p>{facts(only).label}</p>
            <p>{facts(only).detail}</p>
          </div>
        )}
        {proposal === undefined ? null : (
          <DoomedList letter={letter} documents={doomedBy(letter, proposal)} isProposal={false} />
        )}
        <p className="text-13 font-medium text-danger">{t('irreversible')}</p>
        <p className="text-12 text-ink-2">{t('stays')}</p>
        <TextArea label={t('note')} rows={2} value={note} onChange={setNote} maxLength={4000} />
        <ErrorNote error={error} />
      </div>
    </Dialog>
  );
}
