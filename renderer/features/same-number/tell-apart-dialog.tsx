import { type ReactNode, useState } from 'react';

import type { LetterKind, SecurityClass } from '#core/office/enums.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { ChoiceCards } from '#renderer/ui/choice-cards.tsx';
import { DialogButtons } from '#renderer/ui/dialog-buttons.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { isSuffix, nextSuffix } from './next-suffix.ts';
import { sameNumberWords } from './words.ts';

/** One of the letters that hold the number; subject and sender are null where they are sealed. */
export interface ApartLetter {
  readonly letter: string;
  readonly kind: LetterKind;
  readonly securityClass: SecurityClass;
  readonly subject: string | null;
  readonly from: string | null;
  readonly receivedAt: number;
}

export interface TellApartDialogProps {
  /** The number as printed, without a suffix: 1.284. */
  readonly number: string;
  readonly letters: readonly ApartLetter[];
  /** Suffixes that letters of this number have already. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Settles a number that several letters hold: a person says which of them gets the inserted one. */
export function TellApartDialog({ number, letters, taken, onClose }: TellApartDialogProps): ReactNode {
  const t = useWords(sameNumberWords);
  const format = useFormat();
  const namesOf = useLetterNames();
  const { run, isBusy, error } = useAct('numbers.correct');
  const [chosen, setChosen] = useState<string | null>(null);
  const [suffix, setSuffix] = useState(() => nextSuffix(taken));
  const isRight = isSuffix(suffix);
  const given = `${number}.${suffix}`;
  async function settle(): Promise<void> {
    if (chosen === null || !isRight) return;
    const answer = await run({ letter: chosen, suffix });
    if (answer?.ok !== true) return;
    showToast({ text: t('done', { number: given }) });
    onClose();
  }
  const submit = () => void settle();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('dialogTitle', { number })}
      onSubmit={submit}
      footer={
        <DialogButtons
          cancelLabel={t('cancel')}
          onCancel={onClose}
          submitLabel={t('submit')}
          submitIcon="check"
          isSubmitDisabled={isBusy || chosen === null || !isRight}
          onSubmit={submit}
        />
      }
    >
      <ChoiceCards
        label={t('choose')}
        choices={letters.map((letter) => {
          const sealed = letter.subject === null;
          const { subject } = namesOf({ ...letter, sealed, subject: letter.subject ?? '', from: '' });
          const date = format.dayDateTime(letter.receivedAt);
          return {
            id: letter.letter,
            label: subject,
            detail:
              letter.from === null ? t('receivedOnly', { date }) : t('received', { from: letter.from, date }),
          };
        })}
        value={chosen}
        onChange={setChosen}
      />
      <TextField
        className="w-72 pt-3"
        label={t('suffix')}
        description={t('suffixDetail')}
        error={isRight ? undefined : t('suffixWrong')}
        value={suffix}
        maxLength={2}
        onChange={(text) => {
          setSuffix(text.toLowerCase());
        }}
      />
      <p className="pt-3 text-12 text-ink-2">
        {isRight ? <Weighted text={`${t('result', { number: given, kept: number })} `} /> : null}
        {t('consequence')}
      </p>
      {error === null ? null : (
        <div className="pt-3">
          <ErrorNote error={error} />
        </div>
      )}
    </Dialog>
  );
}
