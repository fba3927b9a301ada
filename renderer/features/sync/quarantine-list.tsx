import { useState } from 'react';
import type { ReactNode } from 'react';

import type { QuarantineView } from '#core/contract/answers.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { AskOnce } from '#renderer/ui/ask-once.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { actName } from './act-name.ts';
import { SyncSection } from './sync-section.tsx';
import { syncWords } from './words.ts';

/** Entries shown of one log before somebody asks for all. */
const FIRST = 5;

/** What closed logs hold beyond their cut, for whoever writes the roster: to look at, and to let it count after all. */
export function QuarantineList(): ReactNode {
  const t = useWords(syncWords);
  const { data = [], error } = useAsk('office.quarantine', undefined);
  const held = data.filter(({ total }) => total > 0);
  if (error !== null) return <ErrorNote error={error.officeError} />;
  if (held.length === 0) return null;
  return (
    <SyncSection
      id="sync-quarantine"
      title={t('quarantine')}
      detail={t('waitingCount', { count: held.reduce((sum, { total }) => sum + total, 0) })}
    >
      <p className="pt-2 text-12 text-ink-3">{t('quarantineText')}</p>
      <ul>
        {held.map((log) => (
          <QuarantinedLog key={log.log} held={log} />
        ))}
      </ul>
    </SyncSection>
  );
}

function QuarantinedLog({ held }: { readonly held: QuarantineView }): ReactNode {
  const t = useWords(syncWords);
  const format = useFormat();
  const go = useGo();
  const { run, isBusy, error } = useAct('office.release');
  const [asked, setAsked] = useState<number | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? held.entries : held.entries.slice(0, FIRST);
  const last = held.entries.at(-1)?.seq ?? held.keptSeq;
  const count = asked === null ? 0 : asked - held.keptSeq;
  const release = async () => {
    if (asked === null) return;
    setAsked(null);
    const answer = await run({ log: held.log, seq: asked });
    if (answer?.ok === true) showToast({ text: t('released', { count }) });
  };
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex items-center gap-2.5">
        <Icon name="pause" className="text-warning" />
        <div className="min-w-0 flex-1">
          <p className="truncate text-13 font-semibold text-ink">
            {t('quarantineOf', { person: held.name, device: held.device })}
          </p>
          <p className="text-12 text-ink-2">
            {t(`closed_${held.reason}`)} {t('quarantineCount', { count: held.total })}
          </p>
        </div>
        <Button size="dense" isDisabled={isBusy} onPress={() => setAsked(last)}>
          {t('releaseAll')}
        </Button>
      </div>
      <ol className="pt-1.5 pl-[26px]">
        {shown.map((entry) => (
          <li key={entry.seq} className="flex h-[30px] items-center gap-3 border-t border-line text-13">
            <span className="w-12 shrink-0 text-right text-12 text-ink-3">{format.number(entry.seq)}</span>
            <span className="min-w-0 flex-1 truncate text-ink" title={entry.about ?? ''}>
              {t(actName(entry.type))}
              {entry.about === null ? null : <span className="text-ink-2">: {entry.about}</span>}
            </span>
            {entry.letter === null || !entry.isListed ? null : (
              <Button variant="link" onPress={() => go.letter(entry.letter ?? '')}>
                {t('openLetter')}
              </Button>
            )}
            <span className="w-24 shrink-0 text-right text-12 text-ink-3">
              {format.shortDateTime(entry.time)}
            </span>
            <Button variant="link" isDisabled={isBusy} onPress={() => setAsked(entry.seq)}>
              {t('releaseTo')}
            </Button>
          </li>
        ))}
      </ol>
      {held.entries.length > FIRST && !showsAll ? (
        <div className="pt-1 pl-[26px]">
          <Button variant="link" onPress={() => setShowsAll(true)}>
            {t('quarantineAll', { count: held.entries.length })}
          </Button>
        </div>
      ) : null}
      {error === null ? null : (
        <div className="pt-2">
          <ErrorNote error={error} />
        </div>
      )}
      <AskOnce
        isOpen={asked !== null}
        title={t('releaseTitle', { count })}
        consequence={t('releaseConsequence', { person: held.name })}
        cancelLabel={t('cancel')}
        actLabel={t('releaseNow')}
        onAct={() => void release()}
        onClose={() => setAsked(null)}
      />
    </li>
  );
}
