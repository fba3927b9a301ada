import type { ReactNode } from 'react';

import { errorSentences } from '#core/words/error-sentences.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { doneCount } from './batch.ts';
import type { BatchItem } from './batch.ts';
import { signWords } from './words.ts';

/** What became of each letter of a batch; failures with what to do. */
export function ResultsDialog(props: {
  readonly isOpen: boolean;
  readonly act: 'initials' | 'sign';
  readonly items: readonly BatchItem[];
  readonly onStay: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const t = useWords(signWords);
  const { items, act } = props;
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onStay}
      title={act === 'sign' ? t('resultTitle') : t('resultTitleInitials')}
      width={640}
      footer={
        <>
          <Button shortcut="Esc" onPress={props.onStay}>
            {t('stay')}
          </Button>
          <Button variant="primary" icon="tasks" autoFocus onPress={props.onLeave}>
            {t('toQueue')}
          </Button>
        </>
      }
    >
      <p className="pb-2 text-13 text-ink-2">
        {t('resultSummary', { done: doneCount(items), all: items.length })}
      </p>
      <ul className="border-t border-line">
        {items.map((item) => (
          <ResultRow key={item.letter} item={item} act={act} />
        ))}
      </ul>
    </Dialog>
  );
}

function ResultRow(props: { readonly item: BatchItem; readonly act: 'initials' | 'sign' }): ReactNode {
  const t = useWords(signWords);
  const language = useLanguage();
  const { item, act } = props;
  const isDone = item.state === 'done';
  const failure = item.error === null ? null : errorSentences(language, item.error);
  const word = isDone ? (act === 'sign' ? t('resultSigned') : t('resultInitialled')) : t('resultStopped');
  return (
    <li className="flex gap-2 border-b border-line py-2">
      <Icon
        name={isDone ? 'checkCircle' : failure === null ? 'pause' : 'alertCircle'}
        className={`mt-0.5 ${isDone ? 'text-success' : failure === null ? 'text-ink-3' : 'text-danger'}`}
      />
      <div className="min-w-0 flex-1 text-13">
        <p className="font-medium text-ink">{item.subject}</p>
        <p className={`text-12 ${failure === null ? 'text-ink-2' : 'text-danger'}`}>
          {failure === null ? word : `${failure.what} ${failure.safe} ${failure.todo}`}
        </p>
      </div>
    </li>
  );
}
