import { type ReactNode, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { urgencies } from '#core/office/enums.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { readTypedDate } from '#renderer/lib/format/typed-date.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useHolidays } from '#renderer/lib/format/use-holidays.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { dispositionWords } from './disposition-words.ts';

export interface CorrectDialogProps {
  readonly letter: LetterView;
  readonly onClose: () => void;
  readonly onSettled: () => void;
}

/** Mends what was typed at registration. Security class is not among it: that would change who may read. */
export function CorrectDialog({ letter, onClose, onSettled }: CorrectDialogProps): ReactNode {
  const t = useWords(dispositionWords);
  const words = useOfficeWords();
  const format = useFormat();
  const holidays = useHolidays();
  const correct = useAct('letters.correct');
  const [from, setFrom] = useState(letter.from);
  const [number, setNumber] = useState(letter.number);
  const [date, setDate] = useState(letter.date === null ? '' : format.longDate(letter.date));
  const [subject, setSubject] = useState(letter.subject);
  const [enclosure, setEnclosure] = useState(letter.enclosure);
  const [classification, setClassification] = useState(letter.classification);
  const [urgency, setUrgency] = useState(letter.urgency);
  const [wasTried, setTried] = useState(false);
  const day =
    date.trim() === '' ? null : readTypedDate(date, { today: format.today(), holidays, direction: 'past' });
  const isDateWrong = date.trim() !== '' && day === null;
  const isIncomplete = from.trim() === '' || subject.trim() === '';

  async function send(): Promise<void> {
    setTried(true);
    if (isDateWrong || isIncomplete) return;
    const result = await correct.run({
      letter: letter.id,
      from,
      number,
      date: day,
      subject,
      urgency,
      enclosure,
      classification,
    });
    if (result?.ok !== true) return;
    showToast({ text: t('correctDone') });
    onClose();
    onSettled();
  }
  const submit = () => void send();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('correctTitle')}
      onSubmit={submit}
      footer={
        <>
          <Button shortcut="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={correct.isBusy} onPress={submit}>
            {t('correctSend')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('correctFrom')}
          value={from}
          onChange={setFrom}
          autoFocus
          className="col-span-2"
          error={wasTried && from.trim() === '' ? t('correctNeed') : undefined}
        />
        <TextField label={t('correctNumber')} value={number} onChange={setNumber} />
        <TextField
          label={t('correctDate')}
          value={date}
          onChange={setDate}
          error={wasTried && isDateWrong ? t('correctDateWrong') : undefined}
        />
        <TextField
          label={t('correctSubject')}
          value={subject}
          onChange={setSubject}
          className="col-span-2"
          error={wasTried && subject.trim() === '' ? t('correctNeed') : undefined}
        />
        <TextField label={t('correctEnclosure')} value={enclosure} onChange={setEnclosure} />
        <TextField label={t('correctClassification')} value={classification} onChange={setClassification} />
        <div className="col-span-2">
          <Segments
            label={t('correctUrgency')}
            value={urgency}
            onChange={setUrgency}
            segments={urgencies.map((id) => ({ id, label: words.urgency[id] }))}
          />
        </div>
        <div className="col-span-2">
          <ErrorNote error={correct.error} />
        </div>
      </div>
    </Dialog>
  );
}
