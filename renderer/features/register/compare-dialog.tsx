import type { ReactNode } from 'react';

import type { StagedDocument } from '#core/contract/answers.ts';
import type { LetterRow } from '#core/contract/views.ts';
import { LetterPages, StagedPages } from '#renderer/features/pages/index.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

import { useWhich } from './duplicate-banner.tsx';
import { registerWords } from './words.ts';

/** The new file and the registered letter, side by side. */
export function CompareDialog(props: {
  readonly isOpen: boolean;
  readonly staged: StagedDocument;
  readonly row: LetterRow;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(registerWords);
  const which = useWhich();
  const { staged, row, isOpen } = props;
  const letter = useAsk('letters.show', { letter: row.id }, { enabled: isOpen });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={props.onClose}
      title={t('compareTitle', { which: which(row) })}
      width={880}
      footer={
        <Button variant="secondary" shortcut="Esc" onPress={props.onClose}>
          {t('close')}
        </Button>
      }
    >
      <div className="grid h-[70vh] grid-cols-2 gap-3">
        <figure className="flex min-h-0 min-w-0 flex-col">
          <figcaption className="truncate pb-1 text-12 font-medium text-ink-2">
            {t('compareNew', { name: staged.name })}
          </figcaption>
          <div className="flex min-h-0 flex-1 border border-line">
            <StagedPages staged={staged.id} label={t('compareNew', { name: staged.name })} />
          </div>
        </figure>
        <figure className="flex min-h-0 min-w-0 flex-col">
          <figcaption className="truncate pb-1 text-12 font-medium text-ink-2">
            {t('compareFound', { subject: row.subject })}
          </figcaption>
          <div className="flex min-h-0 flex-1 border border-line">
            {letter.data === undefined ? null : (
              <LetterPages
                letter={row.id}
                sha256={letter.data.document.sha256}
                label={t('compareFound', { subject: row.subject })}
              />
            )}
          </div>
        </figure>
      </div>
    </Dialog>
  );
}
