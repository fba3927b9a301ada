import type { ReactNode } from 'react';

import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useDraft } from '#renderer/lib/office/use-draft.ts';
import { useGo } from '#renderer/lib/places.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';

import { ChoosePdf } from './choose-pdf.tsx';
import { MemoDesk } from './memo-desk.tsx';
import { emptyMemoDraft, keptMemo } from './memo-draft.ts';
import type { MemoDraft } from './memo-draft.ts';
import { memoWords } from './words.ts';

/** Proposing a nota dinas from a PDF made elsewhere. The draft outlives a closed window. */
export function ProposeMemoScreen(): ReactNode {
  const t = useWords(memoWords);
  const go = useGo();
  const session = useAsk('session.state', undefined);
  const office = useAsk('office.status', undefined);
  const staged = useAsk('intake.list', undefined);
  const draft = useDraft<MemoDraft>('memo.new', emptyMemoDraft, keptMemo);
  const propose = useAct('memos.propose');
  if (
    session.data === undefined ||
    office.data === undefined ||
    staged.data === undefined ||
    draft.value === null
  ) {
    return <main aria-busy className="h-full min-w-0 flex-1 bg-sheet" />;
  }
  const { value, set } = draft;
  const document = staged.data.find((one) => one.id === value.staged);
  if (document === undefined) {
    return (
      <ChoosePdf
        title={t('title')}
        text={t('emptyText')}
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
      title={t('title')}
      document={document}
      draft={draft}
      office={office.data}
      session={session.data}
      isRevision={false}
      sendLabel={t('propose')}
      isBusy={propose.isBusy}
      error={propose.error}
      onOtherFile={() => set({ ...value, staged: '' })}
      onCancel={() => go.box('memos')}
      onSend={async (memo, lossSeen) => {
        const answer = await propose.run({
          staged: memo.staged,
          subject: memo.subject,
          number: memo.number,
          date: memo.date === '' ? null : memo.date,
          securityClass: memo.securityClass,
          urgency: memo.urgency,
          due: memo.due === '' ? null : memo.due,
          to: [...memo.to],
          copies: [...memo.copies],
          chain: [...memo.chain],
          note: memo.note,
          lossSeen,
        });
        if (answer?.ok !== true) return answer;
        draft.clear();
        const first = positions.find((position) => position.id === memo.chain[0]?.position);
        showToast({ text: t('proposed', { title: first?.title ?? '' }) });
        go.letter(answer.value.letterId);
        return answer;
      }}
    />
  );
}
