import type { ReactNode } from 'react';

import type { QueueGroup } from '#core/contract/answers.ts';
import { addDays } from '#core/office/office-day.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { queueWords } from './queue-words.ts';

const icons = { late: 'alertCircle', today: 'clock', week: 'calendar', later: 'calendar' } as const;

/** Heading of a stretch of the queue. "This week" is the next seven days and prints its last. */
export function GroupHead(props: {
  readonly group: QueueGroup;
  readonly count: number;
  readonly now: number;
}): ReactNode {
  const { group, count, now } = props;
  const t = useWords(queueWords);
  const format = useFormat();
  const today = format.dayOf(now);
  const aside =
    group === 'today'
      ? format.dayDate(today)
      : group === 'week'
        ? t('until', { date: format.dayDate(addDays(today, 7)) })
        : null;
  const tone = group === 'late' ? 'text-danger' : 'text-ink-2';
  return (
    <div
      className={`flex h-[27px] items-center gap-2 border-b border-line bg-frame pr-3 pl-4 text-12 ${tone}`}
    >
      <Icon name={icons[group]} size={14} className="ml-px mr-px" />
      <span className="font-semibold">{t(group)}</span>
      <span className="text-ink-3">{format.number(count)}</span>
      {aside === null ? null : <span className="ml-auto text-ink-3">{aside}</span>}
    </div>
  );
}
