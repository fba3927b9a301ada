import { useState } from 'react';
import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import type { LetterRow, LetterView } from '#core/contract/views.ts';
import type { Placement } from '#core/office/letter-acts.ts';
import { DocumentPages } from '#renderer/features/pages/index.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { SealedPane } from '#renderer/features/secret/index.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { usePdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import { usePdf } from '#renderer/ui/pdf/use-pdf.ts';
import { showToast } from '#renderer/ui/toast.tsx';

import type { Seen } from './batch.ts';
import { allReviewedSelected, merged, reviewed, selectedLetters, toggled } from './review.ts';
import type { ReviewItem } from './review.ts';
import { ResultsDialog } from './results-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { SignHeader } from './sign-header.tsx';
import { SignPanel } from './sign-panel.tsx';
import { SignStrip } from './sign-strip.tsx';
import { useStampOverlay } from './stamp-overlay.tsx';
import { useBatch } from './use-batch.ts';
import { useUnlock } from './use-unlock.ts';
import { signWords } from './words.ts';

type Act = 'initials' | 'sign';

/** Approve and sign: the exact bytes, the stamp where it will stand, and who binds themselves to what. */
export function SignScreen(props: { readonly letter: string; readonly act: Act }): ReactNode {
  const { letter: id, act } = props;
  const session = useAsk('session.state', undefined);
  const letter = useAsk('letters.show', { letter: id }, { keepsLast: true });
  const queue = useAsk('letters.queue', { box: 'todo', kinds: [act], offset: 0, limit: 100 });
  if (letter.error !== null) {
    return (
      <main className="h-full min-w-0 flex-1 bg-sheet p-4">
        <ErrorNote error={letter.error.officeError} />
      </main>
    );
  }
  const me = session.data?.me ?? null;
  if (me === null || session.data === undefined || letter.data === undefined || queue.data === undefined) {
    return <main aria-busy className="h-full min-w-0 flex-1 bg-desk" />;
  }
  // Nothing is approved or signed that the eyes have not seen.
  if (letter.data.sealed) {
    return (
      <main className="flex h-full min-w-0 flex-1 flex-col bg-desk">
        <SealedPane letter={letter.data} />
      </main>
    );
  }
  return <SignSurface session={session.data} me={me} letter={letter.data} rows={queue.data.rows} act={act} />;
}

/** What the person saw of each opened letter, so that the act binds to exactly that. */
function useSeen(letter: LetterView, moved: ReadonlyMap<string, Placement>) {
  const [seen, setSeen] = useState<
    ReadonlyMap<string, { readonly revision: string; readonly subject: string }>
  >(new Map());
  const revision = letter.memo?.revision ?? '';
  if (letter.documentHere && revision !== '' && seen.get(letter.id)?.revision !== revision) {
    setSeen(new Map(seen).set(letter.id, { revision, subject: letter.subject }));
  }
  return (id: string): Seen<Placement> | null => {
    const found = seen.get(id);
    return found === undefined ? null : { letter: id, ...found, placement: moved.get(id) ?? null };
  };
}

function SignSurface(props: {
  readonly session: SessionView;
  readonly me: NonNullable<SessionView['me']>;
  readonly letter: LetterView;
  readonly rows: readonly LetterRow[];
  readonly act: Act;
}): ReactNode {
  const t = useWords(signWords);
  const go = useGo();
  const { session, me, letter, rows, act } = props;
  const [items, setItems] = useState<readonly ReviewItem[]>([]);
  const [moved, setMoved] = useState<ReadonlyMap<string, Placement>>(new Map());
  const [isReturning, setReturning] = useState(false);
  const [hasResults, setHasResults] = useState(false);
  const controls = usePdfControls();
  const unlock = useUnlock();
  const batch = useBatch();
  const seenOf = useSeen(letter, moved);

  const isMine = rows.some((row) => row.id === letter.id);
  const listed = merged(
    items,
    rows.map((row) => row.id),
  );
  const shown = letter.documentHere ? reviewed(listed, letter.id) : listed;
  const selected = selectedLetters(shown);

  const revision = letter.memo?.revision ?? letter.document.sha256;
  const bytes = useAsk(
    'letters.document',
    { letter: letter.id, sha256: revision },
    { enabled: letter.documentHere },
  );
  const pdf = usePdf(bytes.data);
  const overlay = useStampOverlay({
    session,
    me,
    letter,
    isActive: act === 'sign' && isMine && !batch.isRunning,
    moved: moved.get(letter.id) ?? null,
    pages: pdf.state === 'open' ? pdf.pdf.sizes : [],
    onMove: (placement) => setMoved(new Map(moved).set(letter.id, placement)),
  });

  const leave = () => go.box('todo');
  const openNext = (after: string) => {
    setItems(shown);
    const rest = rows.filter((row) => row.id !== after);
    const next =
      rest.find((row) => shown.some((item) => item.letter === row.id && !item.reviewed)) ?? rest[0];
    if (next === undefined) leave();
    else go.sign(next.id, act);
  };
  const run = async () => {
    if (batch.isRunning || selected.length === 0) return;
    if (!(await unlock.unlock())) return;
    const seen = selected.map(seenOf).filter((one) => one !== null);
    const outcome = await batch.run(act, seen);
    const [only] = outcome;
    if (outcome.length > 1 || only === undefined) {
      setHasResults(true);
      return;
    }
    if (only.state !== 'done') return;
    batch.clear();
    showToast({
      text:
        act === 'sign'
          ? t('doneOne', { subject: only.subject })
          : t('doneInitials', { subject: only.subject }),
    });
    openNext(only.letter);
  };
  const isIdle = !batch.isRunning;
  useCommands([
    {
      id: 'sign.act',
      label: act === 'sign' ? t('signOne') : t('initialOne'),
      keys: ['Ctrl+Enter'],
      group: 'letter',
      icon: 'pen',
      isEnabled: isIdle && isMine,
      run: () => void run(),
    },
    {
      id: 'sign.return',
      label: t('returnIt'),
      keys: ['k'],
      group: 'letter',
      icon: 'undo',
      isEnabled: isIdle && isMine,
      run: () => setReturning(true),
    },
    {
      id: 'sign.all',
      label: t('selectAllLabel'),
      keys: ['Ctrl+A'],
      group: 'letter',
      isEnabled: rows.length > 1,
      run: () => setItems(allReviewedSelected(shown)),
    },
    {
      id: 'sign.next',
      label: t('notReviewed'),
      keys: ['j'],
      group: 'queue',
      isKeyOnly: true,
      run: () => openNext(letter.id),
    },
    {
      id: 'sign.cancel',
      label: t('cancel'),
      keys: ['Escape'],
      group: 'letter',
      isKeyOnly: true,
      isEnabled: isIdle,
      run: leave,
    },
  ]);

  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <SignHeader
        letter={letter}
        act={act}
        isMine={isMine}
        controls={controls}
        pageCount={pdf.state === 'open' ? pdf.pdf.pageCount : letter.document.pages}
        onBack={leave}
      />
      <GarisKop />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {isMine ? null : (
            <div className="shrink-0 bg-desk p-3">
              <Banner tone="accent" title={t('notYours')}>
                {t('notYoursText')}
              </Banner>
            </div>
          )}
          {letter.documentHere ? null : (
            <div className="shrink-0 bg-desk p-3">
              <Banner tone="warning" title={t('noDocument')} />
            </div>
          )}
          <div className="flex min-h-0 flex-1">
            <DocumentPages state={pdf} controls={controls} overlay={overlay} />
          </div>
          {rows.length > 1 || (rows.length === 1 && !isMine) ? (
            <SignStrip
              rows={rows}
              items={shown}
              current={letter.id}
              onOpen={(id) => {
                setItems(shown);
                go.sign(id, act);
              }}
              onToggle={(id) => setItems(toggled(shown, id))}
              onSelectAll={() => setItems(allReviewedSelected(shown))}
            />
          ) : null}
        </div>
        <SignPanel
          me={me}
          letter={letter}
          act={act}
          isMine={isMine}
          selectedCount={selected.length}
          unlock={unlock}
          batch={batch}
          onAct={() => void run()}
          onCancel={leave}
          onReturn={() => setReturning(true)}
        />
      </div>
      <ReturnDialog
        isOpen={isReturning}
        letter={letter.id}
        revision={revision}
        onClose={() => setReturning(false)}
        onReturned={() => {
          setReturning(false);
          showToast({ text: t('returned') });
          openNext(letter.id);
        }}
      />
      <ResultsDialog
        isOpen={hasResults}
        act={act}
        items={batch.items}
        onStay={() => {
          setHasResults(false);
          batch.clear();
          if (!isMine) openNext(letter.id);
        }}
        onLeave={leave}
      />
    </main>
  );
}
