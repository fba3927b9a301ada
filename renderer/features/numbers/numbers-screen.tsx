import { type ReactNode, useState } from 'react';

import type { NumberBookView, NumberSeriesView } from '#core/contract/numbers.ts';
import { parseSeriesId } from '#core/office/number-series.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useNarrowerThan, widths } from '#renderer/lib/use-media.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

import { BookSide } from './book-side.tsx';
import { BookTable } from './book-table.tsx';
import { numbersWords } from './words.ts';

/** Numbers of a page: a void of some hundreds is one line, and does not hide the letters behind it. */
const PAGE = 500;

function useBookName(): (series: NumberSeriesView['series']) => string {
  const t = useWords(numbersWords);
  const office = useAsk('office.status', undefined);
  return ({ kind, unit, code, year: number }) => {
    const year = String(number);
    if (kind === 'letter') return t('bookLetter', { code, year });
    if (unit === null) return t('bookAgenda', { year });
    const name = office.data?.units.find(({ id }) => id === unit)?.name ?? '';
    return t('bookAgendaUnit', { unit: name, year });
  };
}

/** Buku agenda: every number of a book with its letter or its explanation, what waits, and who keeps it. */
export function NumbersScreen(): ReactNode {
  const t = useWords(numbersWords);
  const nameOf = useBookName();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isGaps, setGaps] = useState(false);
  /** Beginnings of the pages that were leafed through; the last one is shown. */
  const [pages, setPages] = useState<readonly (number | null)[]>([null]);
  const [typed, setTyped] = useState('');
  const isOneColumn = useNarrowerThan(widths.foldedTrail);
  const list = useAsk('numbers.series', undefined);
  const from = pages.at(-1) ?? null;
  const book = useAsk(
    'numbers.book',
    {
      series: chosen === null ? null : parseSeriesId(chosen),
      from,
      limit: PAGE,
      order: 'down',
      gapsOnly: isGaps,
    },
    { keepsLast: true },
  );
  const series = list.data ?? [];
  const current = book.data?.id ?? chosen;
  const view = book.data;
  const leaf = (change: () => void) => {
    change();
    setPages([null]);
  };
  const jump = () => {
    const number = Number(typed.replaceAll(/\D/gu, ''));
    if (number >= 1) setPages([null, number]);
  };
  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 px-6 py-1.5">
        <h1 className="text-16 font-semibold text-ink">{t('title')}</h1>
        <Select
          label={t('book')}
          isLabelHidden
          className="w-60"
          options={series.map((one) => ({ id: one.id, label: nameOf(one.series) }))}
          value={current}
          onChange={(id) => {
            leaf(() => {
              setChosen(id);
            });
          }}
        />
        <div className="w-88">
          <Segments
            label={t('show')}
            isLabelHidden
            segments={[
              { id: 'all', label: t('all') },
              { id: 'gaps', label: t('gaps') },
            ]}
            value={isGaps ? 'gaps' : 'all'}
            onChange={(value) => {
              leaf(() => {
                setGaps(value === 'gaps');
              });
            }}
          />
        </div>
        <div className="min-w-0 flex-1" />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            jump();
          }}
        >
          <TextField
            label={t('goTo')}
            isLabelHidden
            isDense
            isQuiet
            icon="search"
            inputMode="numeric"
            placeholder={t('goTo')}
            className="w-36"
            value={typed}
            onChange={setTyped}
          />
        </form>
      </header>
      <GarisKop />
      {book.error === null ? null : (
        <div className="px-6 py-3">
          <ErrorNote error={book.error.officeError} />
        </div>
      )}
      {view === undefined ? null : (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 flex-col">
            {view.counts.duplicate === 0 || isGaps ? null : (
              <DuplicateBand
                count={view.counts.duplicate}
                onShow={() => {
                  leaf(() => {
                    setGaps(true);
                  });
                }}
              />
            )}
            <BookPage
              view={view}
              isGaps={isGaps}
              isFirst={from === null}
              name={nameOf(view.series)}
              below={isOneColumn ? <BookSide series={view} /> : null}
            />
            <Pager
              view={view}
              isFirst={pages.length === 1}
              onNewer={() => {
                setPages(pages.slice(0, -1));
              }}
              onOlder={(next) => {
                setPages([...pages, next]);
              }}
            />
          </div>
          {isOneColumn ? null : (
            <ScrollArea className="w-75 shrink-0 border-l border-line" isFocusable label={t('side')}>
              <BookSide series={view} />
            </ScrollArea>
          )}
        </div>
      )}
    </main>
  );
}

/** Numbers that several letters hold: the one thing here that cannot wait. */
function DuplicateBand(props: { readonly count: number; readonly onShow: () => void }): ReactNode {
  const t = useWords(numbersWords);
  return (
    <div
      role="alert"
      className="flex shrink-0 items-center gap-2 border-b border-danger-line bg-danger-soft px-6 py-2"
    >
      <Icon name="warning" className="text-danger" />
      <div className="min-w-0 flex-1">
        <p className="text-13 font-semibold text-danger">{t('duplicates', { count: props.count })}</p>
        <p className="text-12 text-ink-2">{t('duplicatesText')}</p>
      </div>
      <Button size="dense" onPress={props.onShow}>
        {t('duplicatesShow')}
      </Button>
    </div>
  );
}

function BookPage(props: {
  readonly view: NumberBookView;
  readonly isGaps: boolean;
  readonly isFirst: boolean;
  readonly name: string;
  /** What stands beside the book where there is room for it. */
  readonly below: ReactNode;
}): ReactNode {
  const { view, isGaps, isFirst, name, below } = props;
  const t = useWords(numbersWords);
  if (view.rows.length === 0) {
    return (
      <div className="min-h-0 flex-1">
        <EmptyState
          icon={isGaps && view.given > 0 ? 'checkCircle' : 'book'}
          title={isGaps && view.given > 0 ? t('noGaps') : t('empty')}
        >
          {isGaps && view.given > 0 ? t('noGapsText') : t('emptyText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <ScrollArea key={view.rows[0]?.number} className="min-h-0 flex-1" isFocusable label={name}>
      {isFirst && view.ceiling > view.last ? (
        <p className="flex items-center gap-1.5 px-6 pt-2 text-12 text-ink-3">
          <Icon name="clock" size={14} />
          {t('notYet', { from: Math.max(view.last + 1, view.start), to: view.ceiling })}
        </p>
      ) : null}
      <BookTable label={name} rows={view.rows} />
      {below}
    </ScrollArea>
  );
}

function Pager(props: {
  readonly view: NumberBookView;
  readonly isFirst: boolean;
  readonly onNewer: () => void;
  readonly onOlder: (next: number) => void;
}): ReactNode {
  const { view, isFirst, onNewer, onOlder } = props;
  const t = useWords(numbersWords);
  const { next } = view;
  const first = view.rows[0]?.number;
  const last = view.rows.at(-1)?.number;
  if (first === undefined || last === undefined || (isFirst && next === null)) return null;
  return (
    <footer className="flex h-12 shrink-0 items-center gap-2 border-t border-line px-6">
      <p className="min-w-0 flex-1 text-12 text-ink-2">{t('range', { from: last, to: first })}</p>
      <Button size="dense" icon="chevronLeft" isDisabled={isFirst} onPress={onNewer}>
        {t('newer')}
      </Button>
      <Button
        size="dense"
        icon="chevronRight"
        isDisabled={next === null}
        onPress={() => {
          if (next !== null) onOlder(next);
        }}
      >
        {t('older')}
      </Button>
    </footer>
  );
}
