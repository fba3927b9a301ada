import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { waitingSince } from './explain.ts';
import { syncWords } from './words.ts';

interface Cell {
  readonly id: string;
  readonly count: number;
  readonly label: string;
  readonly detail: string | null;
  readonly isTrouble: boolean;
}

/** What is on its way, counted; zero recedes. */
export function SyncLedger(props: { readonly view: SyncView; readonly alerts: number }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const { view, alerts } = props;
  const since = waitingSince(view);
  const { waiting, refused } = view.withoutEffect;
  const cells: readonly Cell[] = [
    {
      id: 'waiting',
      count: view.waiting,
      label: t('cellWaiting'),
      detail: since === null ? null : t('cellSince', { time: format.shortDateTime(since) }),
      isTrouble: false,
    },
    {
      id: 'notReceived',
      count: view.notReceived,
      label: t('cellNotReceived'),
      detail: null,
      isTrouble: false,
    },
    {
      id: 'documents',
      count: view.documents.awaited,
      label: t('cellDocuments'),
      detail: view.documents.toSend === 0 ? null : t('cellDocumentsToSend', { count: view.documents.toSend }),
      isTrouble: false,
    },
    {
      id: 'withoutEffect',
      count: waiting + refused,
      label: t('cellWithoutEffect'),
      detail: refused === 0 ? null : t('cellRefused', { count: refused }),
      isTrouble: refused > 0,
    },
    {
      id: 'alerts',
      count: alerts,
      label: t('alerts'),
      detail: null,
      isTrouble: alerts > 0,
    },
  ];
  return (
    <ul aria-label={t('ledger')} className="grid grid-cols-5 border-y border-line-strong">
      {cells.map(({ id, count, label, detail, isTrouble }, index) => (
        <li
          key={id}
          className={`flex min-h-[76px] min-w-0 flex-col border-line py-2 pr-2 ${index === 0 ? '' : 'border-l pl-4'}`}
        >
          <span
            className={`text-28 font-medium ${count === 0 ? 'text-ink-3' : isTrouble ? 'text-danger' : 'text-ink'}`}
          >
            {format.number(count)}
          </span>
          <span className="text-12 text-ink-2">{label}</span>
          {detail === null ? null : (
            <span className={`truncate text-12 ${isTrouble ? 'font-medium text-danger' : 'text-ink-3'}`}>
              {detail}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
