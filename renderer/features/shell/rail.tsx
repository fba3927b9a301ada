import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { readsAll, useMe } from '#renderer/lib/session.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';

import { AccountMenu } from './account-menu.tsx';
import { MakeMenu } from './make-menu.tsx';
import { shellWords } from './shell-words.ts';

interface RailItemProps {
  readonly to: string;
  readonly icon: IconName;
  readonly label: string;
  readonly count?: number | undefined;
  readonly isNarrow: boolean;
}

/** The list that a screen without an entry of its own belongs to. */
function listOf(path: string): string {
  if (path.startsWith('/register')) return '/box/incoming';
  if (path.startsWith('/memo')) return '/box/memos';
  return path.startsWith('/sign') ? '/box/todo' : path;
}

function RailItem({ to, icon, label, count, isNarrow }: RailItemProps): ReactNode {
  const format = useFormat();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const list = listOf(path);
  const isHere = to === '/' ? list === '/' : list.startsWith(to);
  const chosen = isHere ? 'bg-raised font-semibold text-ink shadow-raised' : 'text-ink-2 hover:bg-hover';
  return (
    <Link
      to={to}
      aria-current={isHere ? 'page' : undefined}
      aria-label={isNarrow ? label : undefined}
      title={isNarrow ? label : undefined}
      draggable={false}
      className={`relative flex h-8 items-center rounded-control text-13 ${isNarrow ? 'justify-center' : 'gap-2 px-2'} ${chosen}`}
    >
      {isHere ? <span aria-hidden className="absolute -left-2 h-4 w-[3px] rounded-r-chip bg-accent" /> : null}
      <Icon name={icon} className={isHere ? 'text-accent' : ''} />
      {isNarrow ? null : (
        <>
          <span className="min-w-0 flex-1 truncate">{label}</span>
          {count === undefined || count === 0 ? null : (
            <span className={`text-12 ${isHere ? 'font-semibold text-accent' : 'text-ink-3'}`}>
              {format.number(count)}
            </span>
          )}
        </>
      )}
    </Link>
  );
}

function Divider(): ReactNode {
  return <div aria-hidden className="mx-2 my-2 h-px bg-line" />;
}

/** The counts beside the rail's lists: what waits for me, the same figures as on Beranda. */
function useCounts(seesBooks: boolean): {
  readonly todo?: number | undefined;
  readonly incoming?: number | undefined;
  readonly dispositions?: number | undefined;
  readonly waiting?: number | undefined;
} {
  const todo = useAsk('letters.queue', { box: 'todo', offset: 0, limit: 1 });
  const incoming = useAsk('letters.queue', { box: 'incoming', unread: true, offset: 0, limit: 1 });
  const dispositions = useAsk('letters.queue', { box: 'dispositions', offset: 0, limit: 1 });
  const waiting = useAsk('numbers.waiting', undefined, { enabled: seesBooks });
  return {
    todo: todo.data?.total,
    incoming: incoming.data?.total,
    dispositions: dispositions.data?.total,
    waiting: waiting.data?.length,
  };
}

/** The main menu. Narrow while signing: the page needs the width. */
export function Rail({ isNarrow }: { readonly isNarrow: boolean }): ReactNode {
  const t = useWords(shellWords);
  const me = useMe();
  const counts = useCounts(readsAll(me));
  const items = { isNarrow };
  return (
    <nav
      aria-label={t('navigation')}
      className={`flex shrink-0 flex-col border-r border-line bg-frame ${isNarrow ? 'w-12' : 'w-42 min-[1600px]:w-50'}`}
    >
      <div className="flex flex-1 flex-col overflow-y-auto px-2 pt-2 [scrollbar-width:none]">
        <MakeMenu isNarrow={isNarrow} />
        <div className="h-2 shrink-0" />
        <RailItem {...items} to="/" icon="home" label={t('home')} />
        <RailItem {...items} to="/box/todo" icon="tasks" label={t('todo')} count={counts.todo} />
        <Divider />
        <RailItem {...items} to="/box/incoming" icon="inbox" label={t('incoming')} count={counts.incoming} />
        <RailItem {...items} to="/box/memos" icon="memo" label={t('memos')} />
        <RailItem
          {...items}
          to="/box/dispositions"
          icon="disposition"
          label={t('dispositions')}
          count={counts.dispositions}
        />
        {readsAll(me) ? (
          <>
            <Divider />
            <RailItem {...items} to="/numbers" icon="book" label={t('numbers')} count={counts.waiting} />
          </>
        ) : null}
        <div className="min-h-2 flex-1" />
        <RailItem {...items} to="/settings" icon="sliders" label={t('settings')} />
        <div className="h-2 shrink-0" />
      </div>
      <AccountMenu isNarrow={isNarrow} />
    </nav>
  );
}
