import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { totalWork } from '#core/contract/share-traffic.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { SyncSection } from './sync-section.tsx';
import { syncWords } from './words.ts';

/** The shared folder: where it is, when it was compared last, what was read and written there. */
export function ShareFacts({ view }: { readonly view: SyncView }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const work = totalWork(view.traffic);
  const read = { files: format.number(work.read), size: format.bytes(work.bytesRead) };
  const written = { files: format.number(work.write), size: format.bytes(work.bytesWritten) };
  const facts: readonly (readonly [string, string])[] = [
    [t('path'), view.path === '' ? t('pathNone') : view.path],
    [t('lastSync'), view.lastSync === null ? t('never') : format.dayDateTime(view.lastSync)],
    [t('trafficRead'), t('trafficFiles', read)],
    [t('trafficWritten'), t('trafficFiles', written)],
    [t('trafficListed'), t('trafficTimes', { times: format.number(work.list) })],
  ];
  return (
    <SyncSection id="sync-share" title={t('share')} detail={t('trafficSince')}>
      <dl className="selectable grid grid-cols-[136px_minmax(0,1fr)] gap-y-0.5 py-2 text-13">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="truncate text-ink" title={value}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </SyncSection>
  );
}
