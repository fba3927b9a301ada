import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import type { OfficeView, SessionView, StagedDocument } from '#core/contract/answers.ts';
import type { Result } from '#core/contract/result.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { DocumentPages, ZoomTools } from '#renderer/features/pages/index.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import type { Draft } from '#renderer/lib/office/use-draft.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { GarisKop } from '#renderer/ui/garis-kop.tsx';
import { usePdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import { usePdf } from '#renderer/ui/pdf/use-pdf.ts';
import { ScrollArea } from '#renderer/ui/scroll-area.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';

import { placed } from './chain.ts';
import { ChainEditor } from './chain-editor.tsx';
import { LossNotice } from './loss-notice.tsx';
import { hasFaults, memoFaults } from './memo-draft.ts';
import type { MemoDraft } from './memo-draft.ts';
import { MemoForm } from './memo-form.tsx';
import { useMemoStamps } from './memo-stamps.tsx';
import { memoWords } from './words.ts';

/** The desk of a memo: its pages with the stamps at the left, what it says and who signs at the right. */
export function MemoDesk(props: {
  readonly title: string;
  readonly document: StagedDocument;
  readonly draft: Draft<MemoDraft>;
  readonly office: OfficeView;
  readonly session: SessionView;
  readonly isRevision: boolean;
  readonly heading?: ReactNode;
  readonly sendLabel: string;
  readonly isBusy: boolean;
  readonly error: OfficeError | null;
  readonly onSend: (draft: MemoDraft, lossSeen: boolean) => Promise<Result<unknown> | null>;
  readonly onOtherFile: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(memoWords);
  const format = useFormat();
  const { document, office, isRevision } = props;
  const draft = props.draft.value;
  const [isPressed, setPressed] = useState(false);
  const [lossSeenOf, setLossSeenOf] = useState<string | null>(null);
  const controls = usePdfControls();
  const bytes = useAsk('intake.bytes', { staged: document.id });
  const pdf = usePdf(bytes.data);
  const pages = pdf.state === 'open' ? pdf.pdf.sizes : [];
  const isSeen = lossSeenOf === document.id;
  const change = (part: Partial<MemoDraft>) => {
    if (draft !== null) props.draft.set({ ...draft, ...part });
  };
  const overlay = useMemoStamps({
    session: props.session,
    document: document.document.sha256,
    chain: draft?.chain ?? [],
    positions: office.positions,
    pages,
    onMove: (position, placement) => {
      if (draft !== null) change({ chain: placed(draft.chain, position, placement) });
    },
  });
  useEffect(() => setPressed(false), [document.id]);

  if (draft === null) return <main aria-busy className="h-full min-w-0 flex-1 bg-desk" />;
  const faults = memoFaults(draft, isRevision);
  const needsLook = document.wouldLose.length > 0 && !isSeen;
  const send = () => {
    setPressed(true);
    if (hasFaults(faults) || needsLook || document.signed || props.isBusy) return;
    void props.onSend(draft, isSeen);
  };
  return (
    <main className="flex h-full min-w-0 flex-1 flex-col bg-sheet">
      <MemoCommands send={send} sendLabel={props.sendLabel} onCancel={props.onCancel} />
      <header className="flex h-11 shrink-0 items-center gap-3 pr-2 pl-4">
        <h1 className="shrink-0 text-16 font-semibold text-ink">{props.title}</h1>
        <span aria-hidden className="h-5 border-l border-line-strong" />
        <p className="min-w-0 flex-1 truncate text-12 text-ink-3">
          <span className="pr-2 text-13 font-medium text-ink">{document.name}</span>
          {t('fileFacts', { count: document.document.pages, size: format.bytes(document.document.size) })}
        </p>
        <Button variant="quiet" size="dense" icon="refresh" onPress={props.onOtherFile}>
          {t('otherFile')}
        </Button>
        <ZoomTools controls={controls} pageCount={document.document.pages} />
      </header>
      <GarisKop />
      <div className="flex min-h-0 flex-1">
        <DocumentPages state={pdf} controls={controls} overlay={overlay} />
        <form
          aria-label={t('form')}
          className="flex w-[424px] shrink-0 flex-col border-l border-line bg-sheet"
          onSubmit={(event) => event.preventDefault()}
        >
          <ScrollArea className="flex-1">
            <div className="flex flex-col gap-3 px-4 pt-2.5 pb-3">
              {props.heading}
              <LossNotice
                document={document}
                isSeen={isSeen}
                isPressed={isPressed}
                onSeen={(seen) => setLossSeenOf(seen ? document.id : null)}
              />
              {isRevision ? null : (
                <MemoForm
                  draft={draft}
                  faults={isPressed ? faults : null}
                  positions={office.positions}
                  onChange={change}
                />
              )}
              <ChainEditor
                chain={draft.chain}
                positions={office.positions}
                pages={pages}
                page={controls.page}
                fault={isPressed ? faults.chain : null}
                onChange={(chain) => change({ chain })}
              />
              <TextArea
                label={isRevision ? t('reviseNote') : t('note')}
                aside={t('noteHint')}
                value={draft.note}
                onChange={(note) => change({ note })}
                rows={2}
                maxLength={4000}
              />
            </div>
          </ScrollArea>
          {props.error === null ? null : (
            <div className="shrink-0 px-4 pb-3">
              <ErrorNote error={props.error} />
            </div>
          )}
          <footer className="flex h-14 shrink-0 items-center gap-2 border-t border-line px-4">
            <p className="min-w-0 flex-1 text-12 text-ink-3">{props.draft.isSaved ? t('draftSaved') : ''}</p>
            <Button variant="quiet" shortcut="Esc" onPress={props.onCancel}>
              {t('cancel')}
            </Button>
            <Button
              variant="primary"
              icon="send"
              shortcut="Ctrl+Enter"
              isDisabled={props.isBusy}
              onPress={send}
            >
              {props.isBusy ? t('sending') : props.sendLabel}
            </Button>
          </footer>
        </form>
      </div>
    </main>
  );
}

function MemoCommands(props: {
  readonly send: () => void;
  readonly sendLabel: string;
  readonly onCancel: () => void;
}): ReactNode {
  const t = useWords(memoWords);
  useCommands([
    {
      id: 'memo.send',
      label: props.sendLabel,
      keys: ['Ctrl+Enter'],
      group: 'letter',
      icon: 'send',
      run: props.send,
    },
    {
      id: 'memo.cancel',
      label: t('cancel'),
      keys: ['Escape'],
      group: 'letter',
      isKeyOnly: true,
      run: props.onCancel,
    },
  ]);
  return null;
}
