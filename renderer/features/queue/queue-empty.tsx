import type { ReactNode } from 'react';

import type { BoxPlace } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

import { queueWords } from './queue-words.ts';

const icons = { todo: 'tasks', incoming: 'inbox', memos: 'memo', dispositions: 'disposition' } as const;
const titles = {
  todo: 'emptyTodo',
  incoming: 'emptyIncoming',
  memos: 'emptyMemos',
  dispositions: 'emptyDispositions',
} as const;
const texts = {
  todo: 'emptyTodoText',
  incoming: 'emptyIncomingText',
  memos: 'emptyMemosText',
  dispositions: 'emptyDispositionsText',
} as const;

export interface QueueEmptyProps {
  readonly box: BoxPlace;
  readonly hasFilter: boolean;
  readonly isLoading: boolean;
  readonly onClear: () => void;
}

/** An empty list teaches the first step; a filter that hides everything offers to be cleared. */
export function QueueEmpty({ box, hasFilter, isLoading, onClear }: QueueEmptyProps): ReactNode {
  const t = useWords(queueWords);
  if (isLoading) return <div className="flex-1 border-t border-line" aria-busy="true" />;
  return (
    <div className="flex-1 border-t border-line">
      {hasFilter ? (
        <EmptyState
          icon="search"
          title={t('emptyFilter')}
          action={<Button onPress={onClear}>{t('clearFilter')}</Button>}
        >
          {t('emptyFilterText')}
        </EmptyState>
      ) : (
        <EmptyState icon={icons[box]} title={t(titles[box])}>
          {t(texts[box])}
        </EmptyState>
      )}
    </div>
  );
}
