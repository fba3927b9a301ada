import type { ReactNode } from 'react';

import { clock } from '#renderer/lib/format/dates.ts';
import { dueState } from '#renderer/lib/format/due.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { queueWords } from './queue-words.ts';

/** The due column: days late, the hour today, weekday and day this week, a date later. Icon plus words. */
export function DueLabel({ due, now }: { readonly due: string; readonly now: number }): ReactNode {
  const t = useWords(queueWords);
  const format = useFormat();
  const { nearness, daysLate } = dueState(due, now, format.timeZone);
  const hour = due.length > 10 ? clock(due) : t('todayDue');
  if (nearness === 'late') {
    const text = daysLate === 0 ? hour : t('daysLate', { count: daysLate });
    return (
      <span className="flex items-center gap-1 font-semibold text-danger">
        <Icon name="alertCircle" size={14} />
        <span className="sr-only">{t('lateSpoken', { due: text })}</span>
        <span aria-hidden>{text}</span>
      </span>
    );
  }
  if (nearness === 'today') {
    return (
      <span className="flex items-center gap-1 font-semibold text-warning">
        <Icon name="clock" size={14} />
        <span className="sr-only">{t('dueSpoken', { due: hour })}</span>
        <span aria-hidden>{hour}</span>
      </span>
    );
  }
  const text = nearness === 'week' ? format.weekdayDay(due) : format.shortDate(due);
  return (
    <span className="text-12 text-ink-2">
      <span className="sr-only">{t('dueSpoken', { due: text })}</span>
      <span aria-hidden>{text}</span>
    </span>
  );
}
