import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import type { LetterRow } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import type { Duplicate } from './duplicate.ts';
import { registerWords } from './words.ts';

/** How a registered letter is named in a sentence: by agenda number, or by sender while the number is awaited. */
export function useWhich(): (row: LetterRow) => string {
  const t = useWords(registerWords);
  const format = useFormat();
  return (row) =>
    row.agenda === null
      ? t('whichLetter', { from: row.from })
      : t('whichAgenda', { number: format.agenda(row.agenda) });
}

/** The warning above Save, with three ways out. */
export function DuplicateBanner(props: {
  readonly duplicate: Duplicate;
  readonly isBusy: boolean;
  readonly error: OfficeError | null;
  /** Said when somebody tried to save without choosing. */
  readonly isPressed: boolean;
  readonly onCompare: () => void;
  readonly onAttach: () => void;
  readonly onOther: () => void;
}): ReactNode {
  const t = useWords(registerWords);
  const format = useFormat();
  const which = useWhich();
  const { row, reason } = props.duplicate;
  const values = { which: which(row), date: format.dayDateTime(row.receivedAt) };
  return (
    <div className="flex flex-col gap-2">
      <section
        role="status"
        aria-label={t('duplicateTitle')}
        className="rounded-control border border-warning-line bg-warning-soft p-3"
      >
        <div className="flex gap-2">
          <Icon name="warning" className="mt-0.5 text-warning" />
          <div className="min-w-0 flex-1 text-12 text-ink-2">
            <p className="text-13 font-semibold text-warning">{t('duplicateTitle')}</p>
            <p>{reason === 'bytes' ? t('duplicateBytes', values) : t('duplicateNumber', values)}</p>
            {props.isPressed ? (
              <p role="alert" className="pt-1 font-medium text-warning">
                {t('duplicateFirst')}
              </p>
            ) : null}
          </div>
        </div>
        <div className="-mr-2 flex flex-wrap gap-1 pt-2">
          <Button size="dense" icon="columns" onPress={props.onCompare}>
            {t('compare')}
          </Button>
          <Button size="dense" icon="attachment" isDisabled={props.isBusy} onPress={props.onAttach}>
            {row.agenda === null ? t('attachToFound') : t('attachTo', { number: format.agenda(row.agenda) })}
          </Button>
          <Button variant="quiet" size="dense" onPress={props.onOther}>
            {t('otherLetter')}
          </Button>
        </div>
      </section>
      <ErrorNote error={props.error} />
    </div>
  );
}
