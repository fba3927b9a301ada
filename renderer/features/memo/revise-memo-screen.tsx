import type { ReactNode } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

import { ChoosePdf } from './choose-pdf.tsx';
import { MemoDesk } from './memo-desk.tsx';
import { emptyMemoDraft, keptMemo } from './memo-draft.ts';
import type { MemoDraft } from './memo-draft.ts';
import { memoWords } from './words.ts';

/** Proposing a returned memo again: a new PDF, the same or another chain. */
export function ReviseMemoScreen(props: { readonly letter: string }): ReactNode {
  const letter = useAsk('letters.show', { letter: props.letter });
  if (letter.error !== null) {
    return (
      <main className="h-full min-w-0 flex-1 bg-sheet p-4">
        <ErrorNote error={letter.error.officeError} />
      </main>
    );
  }
  if (letter.data === undefined) return <main aria-busy className="h-full min-w-0 flex-1 bg-sheet" />;
  return <Revision key={letter.data.id} letter={letter.data} />;
}

function startFrom(letter: LetterView): MemoDraft {
  const chain = letter.memo?.chain ?? [];
  return {
    ...emptyMemoDraft,
    subject: letter.subject,
    chain: chain.map(({ role, position, placement }) => ({ role, position, placement })),
  };
}

function Revision({ letter }: { readonly letter: LetterView }): ReactNode {
  const t = useWords(memoWords);
  const go = useGo();
  const session = useAsk('session.state', undefined);
  const office = useAsk('office.status', undefined);
  const staged = useAsk('intake.list', undefined);
  const draft = useDraft<MemoDraft>(`memo.revise.${letter.id}`, startFrom(letter), keptMemo);
  const revise = useAct('memos.revise');
  const heading = <ReturnedNote letter={letter} />;
  if (
    session.data === undefined ||
    office.data === undefined ||
    staged.data === undefined ||
    draft.value === null
  ) {
    return <main aria-busy className="h-full min-w-0 flex-1 bg-sheet" />;
  }
  if (!letter.actions.includes('revise')) {
    return (
      <main className="h-full min-w-0 flex-1 bg-sheet p-4">
        <Banner tone="accent" title={t('notReturned')} />
      </main>
    );
  }
  const { value, set } = draft;
  const document = staged.data.find((one) => one.id === value.staged);
  if (document === undefined) {
    return (
      <ChoosePdf
        title={t('titleRevise')}
        text={t('emptyRevise')}
        heading={heading}
        onStaged={(id) => {
          void staged.refetch();
          set({ ...value, staged: id });
        }}
      />
    );
  }
  const { positions } = office.data;
  return (
    <MemoDesk
      title={t('titleRevise')}
      document={document}
      draft={draft}
      office={office.data}
      session={session.data}
      isRevision
      heading={heading}
      sendLabel={t('revise')}
      isBusy={revise.isBusy}
      error={revise.error}
      onOtherFile={() => set({ ...value, staged: '' })}
      onCancel={() => go.letter(letter.id)}
      onSend={async (memo, lossSeen) => {
        const answer = await revise.run({
          letter: letter.id,
          staged: memo.staged,
          chain: [...memo.chain],
          note: memo.note,
          lossSeen,
        });
        if (answer?.ok !== true) return answer;
        draft.clear();
        const first = positions.find((position) => position.id === memo.chain[0]?.position);
        showToast({ text: t('revised', { title: first?.title ?? '' }) });
        go.letter(letter.id);
        return answer;
      }}
    />
  );
}

/** Who returned it and what they want mended, above everything else. */
function ReturnedNote({ letter }: { readonly letter: LetterView }): ReactNode {
  const t = useWords(memoWords);
  const format = useFormat();
  const returned = letter.memo?.returned ?? null;
  if (returned === null) return null;
  return (
    <Banner tone="warning" icon="undo" title={t('returnedTitle', { name: returned.name })}>
      <p className="selectable text-13 text-ink">{returned.note}</p>
      <p>{t('returnedWhen', { title: returned.title, date: format.dayDateTime(returned.time) })}</p>
    </Banner>
  );
}
