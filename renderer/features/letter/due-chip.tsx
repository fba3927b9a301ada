import type { ReactNode } from 'react';

import { clock } from '#renderer/lib/format/dates.ts';
import { dueState } from '#renderer/lib/format/due.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Chip, Fact } from '#renderer/ui/chip.tsx';

import { letterWords } from './letter-words.ts';

/** The due date in the header: a filled chip when it presses, a plain fact otherwise. */
export function DueChip({ due }: { readonly due: string }): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  const now = useMinute();
  const { nearness, daysLate } = dueState(due, now, format.timeZone);
  const hour = due.length > 10 ? clock(due) : null;
  if (nearness === 'late') {
    return (
      <Chip tone="danger" icon="alertCircle">
        {daysLate === 0 ? t('lateSince', { time: hour ?? '' }) : t('lateBy', { count: daysLate })}
      </Chip>
    );
  }
  if (nearness === 'today') {
    return (
      <Chip tone="warning" icon="clock">
        {hour === null ? t('dueToday') : t('dueTodayAt', { time: hour })}
      </Chip>
    );
  }
  return <Fact icon="calendar">{t('due', { due: format.dayDate(due) })}</Fact>;
}
