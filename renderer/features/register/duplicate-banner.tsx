import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import type { LetterRow } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/lib/errors/error-note.tsx';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';

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
      <Banner
        tone="warning"
        title={t('duplicateTitle')}
        actions={
          <>
            <Button variant="secondary" size="dense" icon="columns" onPress={props.onCompare}>
              {t('compare')}
            </Button>
            <Button
              variant="secondary"
              size="dense"
              icon="attachment"
              isDisabled={props.isBusy}
              onPress={props.onAttach}
            >
              {row.agenda === null
                ? t('attachToFound')
                : t('attachTo', { number: format.agenda(row.agenda) })}
            </Button>
            <Button variant="quiet" size="dense" onPress={props.onOther}>
              {t('otherLetter')}
            </Button>
          </>
        }
      >
        {reason === 'bytes' ? t('duplicateBytes', values) : t('duplicateNumber', values)}
        {props.isPressed ? (
          <p role="alert" className="pt-1 font-medium text-warning">
            {t('duplicateFirst')}
          </p>
        ) : null}
      </Banner>
      <ErrorNote error={props.error} />
    </div>
  );
}
