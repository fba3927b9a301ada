import { type ReactNode, useMemo, useState } from 'react';

import type { LetterRow, LetterView } from '#core/contract/views.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import { clock } from '#renderer/lib/format/dates.ts';
import { dueState } from '#renderer/lib/format/due.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useOfficeWords, useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { MenuButton } from '#renderer/ui/menu-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { letterWords } from './letter-words.ts';
import { storyOf } from './timeline-story.ts';
import { PointFrame, TrailPoint } from './trail-point.tsx';
import { waitingIcons } from './waiting-icons.ts';

/** Recipients whose part is due today or late: the trail says so before it says what waits for you. */
function pressingRecipients(letter: LetterView, now: number, timeZone: string) {
  return letter.dispositions
    .filter((d) => d.recalled === null)
    .flatMap((d) => d.recipients)
    .filter((r) => r.finished === null && r.returned === null && r.due !== null)
    .map((r) => ({ title: r.title, due: r.due ?? '', state: dueState(r.due, now, timeZone) }))
    .filter((r) => r.state.nearness === 'late' || r.state.nearness === 'today');
}

export interface TrailProps {
  readonly letter: LetterView;
  readonly task: LetterRow['task'];
  readonly onOpen: (document: BlobRef) => void;
}

/** Jejak: the story of the letter in sentences, ending with what waits now. */
export function Trail({ letter, task, onOpen }: TrailProps): ReactNode {
  const t = useWords(letterWords);
  const words = useOfficeWords();
  const format = useFormat();
  const now = useMinute();
  const [isNewestFirst, setNewestFirst] = useState(false);
  const story = useMemo(() => storyOf(letter), [letter]);
  const pressing = pressingRecipients(letter, now, format.timeZone);
  const shown = isNewestFirst ? story.toReversed() : story;
  const due = letter.due;
  const hour = due !== null && due.length > 10 ? clock(due) : null;
  const isToday = due?.slice(0, 10) === format.dayOf(now);
  const printedDue =
    due === null
      ? null
      : isToday
        ? hour === null
          ? t('todayWord')
          : t('todayAt', { time: hour })
        : `${format.dayDate(due)}${hour === null ? '' : ` ${hour}`}`;
  const waiting =
    task === null ? null : (
      <PointFrame
        key="waiting"
        icon={waitingIcons[task]}
        tone="accent"
        isLast={!isNewestFirst || story.length === 0}
      >
        <strong className="font-semibold text-ink">
          {t('waitingForYou', { state: words.waitingFor[task] })}
        </strong>
        {printedDue === null ? '.' : `, ${t('waitingDue', { due: printedDue })}.`}
      </PointFrame>
    );
  const pressed = pressing.map((recipient) => (
    <PointFrame
      key={`due ${recipient.title}`}
      icon="alertCircle"
      tone="warning"
      isLast={task === null && !isNewestFirst}
    >
      <Weighted
        text={
          recipient.state.nearness === 'late'
            ? t('followUpLate', { who: recipient.title, due: format.shortDate(recipient.due) })
            : t('followUpDue', { who: recipient.title })
        }
      />
    </PointFrame>
  ));
  const open = [...pressed, waiting];
  return (
    <aside
      aria-label={t('trail')}
      className="flex w-68 shrink-0 max-[1099px]:w-auto max-[1099px]:flex-1 min-[1600px]:w-85 flex-col border-l border-line bg-sheet"
    >
      <div className="flex h-8 shrink-0 items-center justify-between border-b border-line pr-3 pl-4 text-12">
        <h2 className="font-semibold text-ink">
          {t('trail')}{' '}
          <span className="font-normal text-ink-3">
            {format.number(story.length + pressed.length + (task === null ? 0 : 1))}
          </span>
        </h2>
        <Menu
          label={t('trailOrder')}
          placement="bottom end"
          trigger={
            <MenuButton className="flex items-center gap-1.5 rounded-chip px-1 text-ink-3 hover:text-ink">
              {isNewestFirst ? t('newestFirst') : t('fromStart')}
              <Icon name="chevronDown" size={12} />
            </MenuButton>
          }
          entries={[
            {
              id: 'start',
              label: t('fromStart'),
              isChosen: !isNewestFirst,
              run: () => {
                setNewestFirst(false);
              },
            },
            {
              id: 'newest',
              label: t('newestFirst'),
              isChosen: isNewestFirst,
              run: () => {
                setNewestFirst(true);
              },
            },
          ]}
        />
      </div>
      <ScrollArea className="flex-1" isFocusable label={t('trail')}>
        <ol className="flex flex-col px-3 pt-3">
          {isNewestFirst ? open.toReversed() : null}
          {shown.map((point, index) => (
            <TrailPoint
              key={point.item.entry}
              point={point}
              isLast={
                index === shown.length - 1 && (isNewestFirst || (pressed.length === 0 && waiting === null))
              }
              onOpen={onOpen}
            />
          ))}
          {isNewestFirst ? null : open}
        </ol>
      </ScrollArea>
    </aside>
  );
}
