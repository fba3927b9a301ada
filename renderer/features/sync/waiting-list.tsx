import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Table } from '#renderer/ui/table.tsx';

import { otherEntries } from './explain.ts';
import { SyncSection } from './sync-section.tsx';
import { syncWords } from './words.ts';

function letterName({ subject }: SyncView['waitingLetters'][number]): ReactNode {
  return <span title={subject}>{subject}</span>;
}

/** Own work that the share does not have yet: which letters, since when, how many entries of each. */
export function WaitingList({ view }: { readonly view: SyncView }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const go = useGo();
  const others = otherEntries(view);
  return (
    <SyncSection
      id="sync-waiting"
      title={t('waiting')}
      detail={view.waiting === 0 ? undefined : t('waitingCount', { count: view.waiting })}
    >
      {view.waitingLetters.length === 0 ? (
        <p className="py-2 text-13 text-ink-2">
          {others === 0 ? t('waitingNone') : t('waitingOthers', { count: others })}
        </p>
      ) : (
        <>
          <Table
            label={t('waiting')}
            rows={view.waitingLetters}
            rowKey={(row) => row.letter}
            onOpen={(row) => go.letter(row.letter)}
            columns={[
              {
                id: 'letter',
                label: t('letter'),
                cell: letterName,
              },
              {
                id: 'entries',
                label: t('entries'),
                width: '72px',
                isRight: true,
                cell: (row) => format.number(row.entries),
              },
              {
                id: 'since',
                label: t('since'),
                width: '136px',
                isRight: true,
                cell: (row) => format.dayDateTime(row.since),
              },
            ]}
          />
          {others === 0 ? null : (
            <p className="pt-2 text-12 text-ink-3">{t('waitingOthers', { count: others })}</p>
          )}
        </>
      )}
      {view.notReceived === 0 ? null : (
        <p className="pt-2 text-12 text-ink-3">{t('notReceived', { count: view.notReceived })}</p>
      )}
    </SyncSection>
  );
}
