import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { HomeView } from '#core/contract/answers.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useAsTallAs } from '#renderer/lib/use-media.ts';
import { useLetterNames } from '#renderer/lib/words/use-letter-names.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { dueTag } from './due-tag.ts';
import { SectionHeading } from './section-heading.tsx';
import { homeWords } from './words.ts';

/** Lines that both tables of Beranda may fill together on a small screen and on a tall one; the queue has them all. */
const LINES = 13;
const TALL_LINES = 21;
const TALL = 960;
const FEWEST = 8;

type PressingRow = HomeView['pressing'][number];

/** What is late or due today in the office, with who has it. The keyboard walks it from the first row on. */
export function PressingTable(props: {
  readonly rows: readonly PressingRow[];
  readonly total: number;
  /** Lines that the load of the units takes below. */
  readonly linesBelow: number;
  /** The minute by which lateness is judged, ISO, local to the office. */
  readonly now: string;
}) {
  const t = useWords(homeWords);
  const go = useGo();
  const { total } = props;
  const lines = useAsTallAs(TALL) ? TALL_LINES : LINES;
  const rows = props.rows.slice(0, Math.max(FEWEST, lines - Math.max(props.linesBelow, 1)));
  const [chosen, setChosen] = useState(0);
  const table = useRef<HTMLTableElement>(null);
  const current = Math.min(chosen, Math.max(0, rows.length - 1));

  const walk = (to: number) => {
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    setChosen(next);
    table.current?.querySelectorAll<HTMLButtonElement>('button[data-row]')[next]?.focus();
  };
  useCommands([
    {
      id: 'home.next',
      label: t('nextRow'),
      keys: ['j'],
      group: 'queue',
      isKeyOnly: true,
      run: () => walk(current + 1),
    },
    {
      id: 'home.previous',
      label: t('previousRow'),
      keys: ['k'],
      group: 'queue',
      isKeyOnly: true,
      run: () => walk(current - 1),
    },
  ]);
  useEffect(() => setChosen(0), [rows.length]);

  const detail =
    rows.length < total
      ? t('pressingPart', { shown: rows.length, count: total })
      : t('pressingCount', { count: total });
  return (
    <section aria-labelledby="home-pressing">
      <SectionHeading id="home-pressing" title={t('pressing')} {...(total > 0 ? { detail } : {})}>
        <button
          type="button"
          className="rounded-control text-12 font-medium text-accent hover:text-accent-hover hover:underline"
          onClick={() => go.box('todo')}
        >
          {t('openAsQueue')}
        </button>
      </SectionHeading>
      {rows.length === 0 ? (
        <p className="flex items-center gap-2 py-3 text-13 text-ink-2">
          <Icon name="checkCircle" className="text-success" />
          {t('pressingNone')}
        </p>
      ) : (
        <table ref={table} className="-ml-2 w-[calc(100%+16px)] table-fixed border-collapse text-13">
          <thead>
            <tr className="h-[27px] border-b border-line-strong text-left text-11 text-ink-3">
              <th className="w-20 pl-2 font-medium">{t('due')}</th>
              <th className="font-medium">{t('subject')}</th>
              <th className="w-36 pr-3 font-medium min-[1600px]:w-56">{t('from')}</th>
              <th className="w-32 pr-2 font-medium min-[1600px]:w-44">{t('at')}</th>
              <th className="w-[60px] pr-2 text-right font-medium">{t('since')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <PressingLine
                key={`${row.id}${row.taskPosition ?? ''}${row.taskDisposition ?? ''}`}
                row={row}
                now={props.now}
                isCurrent={index === current}
                onWalk={(by) => walk(index + by)}
                onFocus={() => setChosen(index)}
                onOpen={() => go.letter(row.id)}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function PressingLine(props: {
  readonly row: PressingRow;
  readonly now: string;
  readonly isCurrent: boolean;
  readonly onWalk: (by: 1 | -1) => void;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}) {
  const t = useWords(homeWords);
  const format = useFormat();
  const { row, isCurrent } = props;
  const shown = useLetterNames()(row);
  return (
    <tr
      className={`relative h-[30px] border-b border-line text-ink-2 ${isCurrent ? 'bg-accent-soft outline-2 -outline-offset-1 outline-focus' : 'hover:bg-hover'}`}
    >
      <td className="pl-2">{row.due === null ? null : <DueMark due={row.due} now={props.now} />}</td>
      <td className="truncate pr-3">
        <button
          type="button"
          data-row
          tabIndex={isCurrent ? 0 : -1}
          className="max-w-full truncate text-left align-middle text-ink outline-none after:absolute after:inset-0"
          onClick={props.onOpen}
          onFocus={props.onFocus}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            props.onWalk(event.key === 'ArrowDown' ? 1 : -1);
          }}
        >
          {shown.subject}
        </button>
      </td>
      <td className="truncate pr-3">{shown.from}</td>
      <td className={`truncate pr-2 ${row.mine ? 'font-semibold text-ink' : ''}`}>
        {row.mine ? t('you') : (row.at ?? '')}
      </td>
      <td className="pr-2 text-right whitespace-nowrap">{format.shortDate(format.dayOf(row.since))}</td>
    </tr>
  );
}

function DueMark(props: { readonly due: string; readonly now: string }): ReactNode {
  const t = useWords(homeWords);
  const tag = dueTag(props.due, props.now);
  if (tag.kind === 'today') {
    return (
      <span className="flex items-center gap-1 font-medium text-warning">
        <Icon name="clock" size={14} />
        <span className="sr-only">{t('rowToday')}</span>
        {tag.time === null ? t('today') : tag.time.replace(':', '.')}
      </span>
    );
  }
  const spoken = tag.kind === 'late' ? t('rowLate', { count: tag.days }) : t('rowLateToday');
  return (
    <span className="flex items-center gap-1 font-medium text-danger">
      <Icon name="alertCircle" size={14} />
      <span className="sr-only">{spoken}</span>
      <span aria-hidden>
        {tag.kind === 'late' ? t('lateDays', { count: tag.days }) : tag.time.replace(':', '.')}
      </span>
    </span>
  );
}
