import type { Counter, HomeView } from '#core/contract/answers.ts';
import type { TaskKind } from '#core/office/tasks.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import type { BoxPlace } from '#renderer/lib/places.ts';
import { useGo } from '#renderer/lib/places.ts';
import { readsAll, useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { homeWords } from './words.ts';

type CounterName = keyof HomeView['counters'];

/** What is behind a counter: a filtered queue, or the book of numbers. */
interface Behind {
  readonly box: BoxPlace | 'numbers';
  readonly kinds?: readonly TaskKind[];
  readonly unread?: boolean;
}

const ledger: readonly (readonly [CounterName, Behind])[] = [
  ['toSign', { box: 'todo', kinds: ['sign'] }],
  ['toInitial', { box: 'todo', kinds: ['initials'] }],
  ['waitingNumber', { box: 'numbers' }],
  ['lettersUnread', { box: 'todo', kinds: ['dispose'], unread: true }],
  ['lettersOpen', { box: 'todo', kinds: ['dispose'] }],
  ['dispositionsUnread', { box: 'todo', kinds: ['followUp'], unread: true }],
  ['dispositionsOpen', { box: 'todo', kinds: ['followUp'] }],
  ['copiesUnread', { box: 'todo', kinds: ['readCopy'] }],
];

/** Half of the ledger: a narrow window shows it in two lines. */
const LINE = ledger.length / 2;

function rules(index: number): string {
  if (index % LINE !== 0) return index > LINE ? 'border-l max-[899px]:border-t' : 'border-l';
  return index === 0 ? '' : 'max-[899px]:border-t min-[900px]:border-l';
}

function insets(index: number): string {
  if (index % LINE !== 0) return 'pl-4';
  return index === 0 ? '' : 'min-[900px]:pl-4';
}

/** The eight counters that SRIKANDI users know, each a link into the queue that it counts. */
export function CounterLedger(props: { readonly counters: HomeView['counters'] }) {
  const t = useWords(homeWords);
  return (
    <ul
      aria-label={t('counters')}
      className="grid grid-cols-4 border-b border-line-strong min-[900px]:grid-cols-8"
    >
      {ledger.map(([name, behind], index) => (
        <li key={name} className={`min-w-0 border-line ${rules(index)}`}>
          <CounterCell label={t(name)} counter={props.counters[name]} behind={behind} inset={insets(index)} />
        </li>
      ))}
    </ul>
  );
}

function CounterCell(props: {
  readonly label: string;
  readonly counter: Counter;
  readonly behind: Behind;
  readonly inset: string;
}) {
  const t = useWords(homeWords);
  const format = useFormat();
  const go = useGo();
  const me = useMe();
  const { count, late } = props.counter;
  const lateText = late > 0 ? t('late', { count: late }) : null;
  return (
    <button
      type="button"
      className={`flex h-full min-h-24 w-full flex-col items-start pt-3 pr-1 pb-1.5 text-left hover:bg-accent-soft ${props.inset}`}
      onClick={() => {
        const { box, ...filter } = props.behind;
        if (box !== 'numbers') go.box(box, filter);
        else if (readsAll(me)) go.numbers();
        else go.box('incoming');
      }}
    >
      <span className={`text-28 font-medium ${count === 0 ? 'text-ink-3' : 'text-ink'}`}>
        {format.number(count)}
      </span>
      <span className="text-12 text-ink-2">{props.label}</span>
      {lateText === null ? null : (
        <span className="mt-2 flex items-center gap-1 text-12 font-medium text-danger">
          <Icon name="alertCircle" size={14} />
          {lateText}
        </span>
      )}
    </button>
  );
}
