import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { StagedDocument } from '#core/contract/answers.ts';
import { StagedPages } from '#renderer/features/pages/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { mayRegister, useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { acceptedTypes } from './accepted-types.ts';
import { IntakeList } from './intake-list.tsx';
import type { SavedLetter } from './intake-list.tsx';
import { nextDocument, previousDocument } from './next-document.ts';
import { offeredFile, takeOffered, useOfferedCount } from './offered-files.ts';
import { lettersPerHour } from './pace.ts';
import { RegisterPanel } from './register-panel.tsx';
import { useIntake } from './use-intake.ts';
import type { Intake } from './use-intake.ts';
import { registerWords } from './words.ts';

/** Whoever came here by an old link or address and does not keep the book. */
function NotTheRegistry(): ReactNode {
  const t = useWords(registerWords);
  const go = useGo();
  return (
    <div className="min-w-0 flex-1 bg-desk">
      <EmptyState
        icon="inbox"
        title={t('notRegistryTitle')}
        action={
          <Button variant="primary" onPress={go.home}>
            {t('toHome')}
          </Button>
        }
      >
        {t('notRegistryText')}
      </EmptyState>
    </div>
  );
}

/** Registering surat masuk, for those who keep the book. */
export function RegisterScreen(): ReactNode {
  return mayRegister(useMe()) ? <RegisterDesk /> : <NotTheRegistry />;
}

/** The batch, the page and the form side by side; hands stay on the keyboard. */
function RegisterDesk(): ReactNode {
  const t = useWords(registerWords);
  const go = useGo();
  const intake = useIntake();
  const session = useAsk('session.state', undefined);
  const office = useAsk('office.status', undefined);
  const [saved, setSaved] = useState<readonly SavedLetter[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [lastForwardTo, setLastForwardTo] = useState('');
  const offered = useOfferedCount();
  const { take } = intake;
  useEffect(() => {
    if (offered > 0) take(takeOffered());
  }, [offered, take]);

  const ids = intake.staged.map((document) => document.id);
  const current = intake.staged.find((document) => document.id === chosen) ?? intake.staged[0] ?? null;
  const moveOn = () => setChosen(nextDocument(ids, current?.id ?? null));
  const positions = office.data?.positions ?? [];
  const head =
    positions.find((position) => position.role === 'pimpinan') ??
    positions.find((position) => position.superior === null);
  const discard = (document: StagedDocument) => {
    if (document.id === current?.id) moveOn();
    intake.discard(document.id);
    showToast({ text: t('removed', { name: document.name }) });
  };

  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <RegisterHeader saved={saved} intake={intake} onStop={() => go.box('incoming')} />
      <GarisKop />
      <div className="flex min-h-0 flex-1">
        <IntakeList
          saved={saved}
          staged={intake.staged}
          incoming={intake.incoming}
          current={current?.id ?? null}
          onOpenLetter={go.letter}
          onChoose={setChosen}
          onDiscard={discard}
          onDismiss={intake.dismiss}
          onFiles={intake.take}
        />
        {current === null ? (
          <NothingLeft intake={intake} savedCount={saved.length} />
        ) : (
          <>
            <section aria-label={t('page')} className="flex min-w-0 flex-1 bg-desk">
              <StagedPages staged={current.id} />
            </section>
            {office.data === undefined ? (
              <div className="w-[424px] shrink-0 border-l border-line" />
            ) : (
              <RegisterPanel
                key={current.id}
                staged={current}
                office={office.data}
                forwardTo={lastForwardTo === '' ? (head?.id ?? '') : lastForwardTo}
                isRegistry={session.data?.me?.isRegistry ?? false}
                hasNext={intake.staged.length > 1}
                onSaved={(letter, forwardTo) => {
                  setSaved((old) => [...old, letter]);
                  setLastForwardTo(forwardTo);
                  moveOn();
                }}
                onAttached={moveOn}
                onSkip={moveOn}
                onPrevious={() => setChosen(previousDocument(ids, current.id))}
              />
            )}
          </>
        )}
      </div>
    </main>
  );
}

function RegisterHeader(props: {
  readonly saved: readonly SavedLetter[];
  readonly intake: Intake;
  readonly onStop: () => void;
}): ReactNode {
  const t = useWords(registerWords);
  const format = useFormat();
  const session = useAsk('session.state', undefined);
  const isRegistry = session.data?.me?.isRegistry ?? false;
  const next = useAsk('letters.next-agenda', undefined, { enabled: isRegistry });
  const { saved, intake } = props;
  const done = saved.length;
  const all = done + intake.staged.length + intake.incoming.filter((file) => file.error === null).length;
  const rate = lettersPerHour(saved.map((letter) => letter.at));
  const progress = t('progress', { done, all });
  const agenda =
    session.data === undefined
      ? ''
      : !isRegistry
        ? t('waitingNumber')
        : next.data === undefined || next.data === null
          ? ''
          : t('nextAgenda', { number: format.number(next.data) });
  return (
    <header className="flex h-11 shrink-0 items-center gap-3 px-4">
      <h1 className="text-16 font-semibold text-ink">{t('title')}</h1>
      <p className="text-12 text-ink-3">{agenda}</p>
      {all === 0 ? null : (
        <div className="ml-auto flex items-center gap-3 text-12 text-ink-2">
          <span>{progress}</span>
          <ProgressBar label={t('progressLabel')} share={done / all} text={progress} className="w-30" />
          {rate === null ? null : <span className="text-ink-3">{t('rate', { rate })}</span>}
          <Button variant="secondary" size="dense" onPress={props.onStop}>
            {t('stop')}
          </Button>
        </div>
      )}
    </header>
  );
}

/** No document to fill in: how to begin, or what was done. */
function NothingLeft(props: { readonly intake: Intake; readonly savedCount: number }): ReactNode {
  const t = useWords(registerWords);
  const go = useGo();
  const file = useRef<HTMLInputElement>(null);
  const { intake, savedCount } = props;
  if (!intake.isLoaded) return <div className="flex-1 bg-desk" />;
  return (
    <div className="min-w-0 flex-1">
      <EmptyState
        icon={savedCount === 0 ? 'inbox' : 'checkCircle'}
        title={savedCount === 0 ? t('emptyTitle') : t('allDone')}
        action={
          <div className="flex gap-2">
            <Button
              variant={savedCount === 0 ? 'primary' : 'secondary'}
              icon="plus"
              autoFocus
              onPress={() => file.current?.click()}
            >
              {t('choose')}
            </Button>
            {savedCount === 0 ? null : (
              <Button variant="primary" icon="inbox" onPress={() => go.box('incoming')}>
                {t('openInbox')}
              </Button>
            )}
          </div>
        }
      >
        {savedCount === 0 ? t('emptyText') : t('allDoneText', { count: savedCount })}
      </EmptyState>
      <input
        ref={file}
        type="file"
        multiple
        accept={acceptedTypes.join(',')}
        className="hidden"
        onChange={(event) => {
          intake.take([...(event.target.files ?? [])].map(offeredFile));
          event.target.value = '';
        }}
      />
    </div>
  );
}
