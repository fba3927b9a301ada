import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ChoiceCards } from '#renderer/ui/choice-cards.tsx';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { holderNames, sharingChoices, waitingMembers } from './circle.ts';
import { secretWords } from './words.ts';

/** Hands the key of a secret letter to the holder of a position on its route. */
export function ShareKeyDialog(props: {
  readonly letter: LetterView;
  readonly onClose: () => void;
}): ReactNode {
  const { letter, onClose } = props;
  const t = useWords(secretWords);
  const me = useMe();
  const { run, isBusy, error } = useAct('letters.share-key');
  const choices = letter.circle === null ? [] : sharingChoices(letter.circle, me?.user ?? '');
  const waiting = letter.circle === null ? [] : waitingMembers(letter.circle);
  // The one who waits is who this is about; among several a person chooses.
  const [chosen, setChosen] = useState<string | null>(
    waiting.length === 1 ? (waiting[0]?.position ?? null) : null,
  );
  const member = choices.find((choice) => choice.position === chosen);
  async function share(): Promise<void> {
    if (member === undefined) return;
    const answer = await run({ letter: letter.id, position: member.position });
    if (answer?.ok !== true) return;
    showToast({ text: t('done', { name: holderNames(member) }) });
    onClose();
  }
  const submit = () => void share();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dialogTitle')}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('submit')}
          submitIcon="key"
          isSubmitDisabled={isBusy || member === undefined}
          onSubmit={submit}
        />
      }
    >
      <p className="selectable pb-3 text-13 text-ink-2">{letter.subject}</p>
      {choices.length === 0 ? (
        <p className="text-13 text-ink-2">{t('noOther')}</p>
      ) : (
        <ChoiceCards
          label={t('dialogChoose')}
          choices={choices.map((choice) => ({
            id: choice.position,
            label: choice.title,
            detail: t(choice.holders.every((holder) => holder.hasKey) ? 'hasKey' : 'lacksKey', {
              name: holderNames(choice),
            }),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <p className="pt-3 text-12 text-ink-2">{t('consequence')}</p>
      {error === null ? null : (
        <div className="pt-3">
          <ErrorNote error={error} />
        </div>
      )}
    </Dialog>
  );
}
