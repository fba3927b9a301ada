import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { mainPosition, useMe } from '#renderer/lib/session.ts';
import { useMinute } from '#renderer/lib/use-now.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';
import { KeyCap } from '#renderer/ui/key-cap.tsx';

import { shellWords } from './shell-words.ts';

const cell = 'flex h-full shrink-0 items-center gap-1 px-3 text-12 whitespace-nowrap text-ink-2 border-line';

function StatusButton(props: {
  readonly icon: IconName;
  readonly iconClass?: string;
  readonly className?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      onClick={props.onPress}
      className={`${cell} border-r -outline-offset-2 hover:bg-hover ${props.className ?? ''}`}
    >
      <Icon name={props.icon} size={14} className={props.iconClass ?? ''} />
      {props.children}
    </button>
  );
}

function SyncState({ sync }: { readonly sync: SyncView }): ReactNode {
  const t = useWords(shellWords);
  const format = useFormat();
  const go = useGo();
  const troubles = {
    offline: t('offline'),
    foreign: t('shareForeign'),
    newer: t('shareNewer'),
    'read-only': t('shareReadOnly'),
    full: t('shareFull'),
    stopped: t('shareStopped'),
    none: t('shareNone'),
  };
  if (sync.share !== 'online') {
    return (
      <StatusButton
        icon="offline"
        iconClass="text-warning"
        className="font-medium text-warning"
        onPress={go.sync}
      >
        {troubles[sync.share]}
      </StatusButton>
    );
  }
  return (
    <StatusButton icon="checkCircle" iconClass="text-success" onPress={go.sync}>
      {sync.lastSync === null ? t('neverSynced') : t('synced', { time: format.time(sync.lastSync) })}
    </StatusButton>
  );
}

/** Taking in a large office: how far, or that somebody paused it. */
function Replaying({ sync: { replay, readingPaused } }: { readonly sync: SyncView }): ReactNode {
  const t = useWords(shellWords);
  const go = useGo();
  if (readingPaused) {
    return (
      <StatusButton icon="pause" className="font-medium text-warning" onPress={go.sync}>
        {t('replayPaused')}
      </StatusButton>
    );
  }
  if (replay === null) return null;
  const percent = replay.known === 0 ? 0 : Math.floor((100 * replay.done) / replay.known);
  return (
    <StatusButton icon="download" onPress={go.sync}>
      {t('replaying', { percent })}
    </StatusButton>
  );
}

/** How often the share is looked at for people who ask to join, in milliseconds. */
const JOIN_LOOK_MS = 60_000;

/** People who wait to be admitted; nobody else could tell the administrator. */
function JoinRequestsWaiting(): ReactNode {
  const t = useWords(shellWords);
  const go = useGo();
  const requests = useAsk('office.requests', undefined, { every: JOIN_LOOK_MS }).data ?? [];
  if (requests.length === 0) return null;
  return (
    <StatusButton
      icon="person"
      className="font-medium text-accent"
      onPress={() => {
        go.settings('people');
      }}
    >
      {t('joinRequests', { count: requests.length })}
    </StatusButton>
  );
}

/** The honest line: what was synchronised, what waits, what needs a look; in which capacity one acts; the time. */
export function StatusBar({ onHelp }: { readonly onHelp: () => void }): ReactNode {
  const t = useWords(shellWords);
  const format = useFormat();
  const go = useGo();
  const me = useMe();
  const now = useMinute();
  const { data: sync } = useAsk('sync.status', undefined);
  const position = me === null ? null : mainPosition(me);
  const title = position === null ? '' : position.title;
  return (
    <footer
      aria-label={t('statusBar')}
      className="flex h-6 shrink-0 items-center overflow-hidden border-t border-line bg-frame pr-1 pl-1"
    >
      {sync === undefined ? null : (
        <>
          <SyncState sync={sync} />
          <Replaying sync={sync} />
          {sync.waiting === 0 ? null : (
            <StatusButton icon="arrowUp" onPress={go.sync}>
              {t('waiting', { count: sync.waiting })}
            </StatusButton>
          )}
          {me?.isRosterWriter === true ? <JoinRequestsWaiting /> : null}
          {sync.alerts.length === 0 ? null : (
            <StatusButton icon="warning" className="border-r-0 font-medium text-warning" onPress={go.sync}>
              {t('attention', { count: sync.alerts.length })}
            </StatusButton>
          )}
        </>
      )}
      <div className="min-w-2 flex-1" />
      {position === null ? null : (
        <span className={`${cell} border-l`}>
          <Icon name="person" size={14} />
          {position.until === null ? title : t('until', { title, date: format.shortDate(position.until) })}
        </span>
      )}
      <span className={`${cell} border-l`}>
        {format.fullDate(format.dayOf(now))} {format.time(now)} {format.zone}
      </span>
      <button
        type="button"
        onClick={onHelp}
        aria-keyshortcuts="?"
        className={`${cell} border-l -outline-offset-2 hover:bg-hover`}
      >
        <KeyCap keys="?" />
        {t('help')}
      </button>
    </footer>
  );
}
