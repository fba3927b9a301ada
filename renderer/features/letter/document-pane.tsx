import { type ReactNode, useEffect, useState } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import type { BlobRef } from '#core/office/letter-acts.ts';
import { useCommands } from '#renderer/lib/commands/use-commands.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { usePdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import { PdfThumbnails } from '#renderer/ui/pdf/pdf-thumbnails.tsx';
import { PdfView } from '#renderer/ui/pdf/pdf-view.tsx';
import { usePdf } from '#renderer/ui/pdf/use-pdf.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';

import { letterWords } from './letter-words.ts';
import { PdfToolbar } from './pdf-toolbar.tsx';

type View = 'letter' | 'attachments';

export interface DocumentPaneProps {
  /** Undefined while it comes: the desk with empty paper stands in its place. */
  readonly letter: LetterView | undefined;
  /** An attachment opened from the trail; null shows the letter itself. */
  readonly opened: BlobRef | null;
  readonly onOpen: (document: BlobRef | null) => void;
}

function attachmentsOf(letter: LetterView): readonly BlobRef[] {
  const reported = letter.timeline.flatMap((item) => item.attachments);
  const all = [...letter.attachments, ...reported];
  return all.filter((document, index) => all.findIndex((d) => d.sha256 === document.sha256) === index);
}

function AttachmentList(props: {
  readonly documents: readonly BlobRef[];
  readonly onOpen: (document: BlobRef) => void;
}): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  if (props.documents.length === 0) {
    return <EmptyState icon="attachment" title={t('noAttachments')} />;
  }
  return (
    <ul className="flex flex-1 flex-col gap-2 overflow-y-auto bg-desk p-4">
      {props.documents.map((document) => (
        <li key={document.sha256}>
          <button
            type="button"
            onClick={() => {
              props.onOpen(document);
            }}
            className="flex w-full items-center gap-3 rounded-control border border-line-strong bg-page px-3 py-2 text-left hover:border-control"
          >
            <Icon name="memo" size={20} className="text-ink-2" />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-13 font-medium text-ink">{document.name}</span>
              <span className="block text-12 text-ink-2">
                {t('pages', { count: document.pages })}, {format.bytes(document.size)}
              </span>
            </span>
            <Icon name="chevronRight" className="text-ink-2" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The document of the letter and its attachments, with the viewer's tools on the line of the tabs. */
export function DocumentPane({ letter, opened, onOpen }: DocumentPaneProps): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  const controls = usePdfControls();
  const [view, setView] = useState<View>('letter');
  const shown = opened ?? letter?.document;
  const destroyed = letter?.destructions.find(
    (d) => d.destroyed !== null && d.documents.includes(shown?.sha256 ?? ''),
  );
  const isHere = letter !== undefined && destroyed === undefined && (opened !== null || letter.documentHere);
  const bytes = useAsk(
    'letters.document',
    { letter: letter?.id ?? '', sha256: shown?.sha256 ?? '' },
    { enabled: isHere && shown !== undefined },
  );
  const pdf = usePdf(isHere ? bytes.data : undefined);
  const attachments = letter === undefined ? [] : attachmentsOf(letter);
  const isListing = view === 'attachments' && opened === null;
  const pageLabel = (page: number, of: number) => t('pageOf', { page, of });

  useEffect(() => {
    setView(opened === null ? 'letter' : 'attachments');
  }, [opened]);
  useCommands([
    {
      id: 'find',
      label: t('find'),
      group: 'letter',
      keys: ['Ctrl+F'],
      icon: 'search',
      run: controls.openSearch,
    },
    {
      id: 'zoom-in',
      label: t('zoomIn'),
      group: 'letter',
      keys: ['+', '='],
      icon: 'plus',
      isKeyOnly: true,
      run: controls.zoomIn,
    },
    {
      id: 'zoom-out',
      label: t('zoomOut'),
      group: 'letter',
      keys: ['-'],
      icon: 'minus',
      isKeyOnly: true,
      run: controls.zoomOut,
    },
    {
      id: 'fit',
      label: t('fit'),
      group: 'letter',
      keys: ['0'],
      icon: 'fitWidth',
      isKeyOnly: true,
      run: controls.fit,
    },
  ]);

  return (
    <Tabs<View>
      label={t('views')}
      value={view}
      onChange={(next) => {
        onOpen(null);
        setView(next);
      }}
      tabs={[
        { id: 'letter', label: t('letter') },
        ...(attachments.length === 0
          ? []
          : [
              {
                id: 'attachments' as const,
                label: t('attachments'),
                icon: 'attachment' as const,
                count: format.number(attachments.length),
              },
            ]),
      ]}
      aside={
        isListing || destroyed !== undefined ? null : (
          <PdfToolbar controls={controls} pageCount={shown?.pages ?? 1} />
        )
      }
    >
      {isListing ? (
        <AttachmentList documents={attachments} onOpen={onOpen} />
      ) : destroyed !== undefined ? (
        <div className="flex-1 bg-desk">
          <EmptyState icon="trash" title={t('destroyed')}>
            {t('destroyedText', {
              who: destroyed.destroyed?.name ?? '',
              decision: destroyed.decision,
              time: format.dayDateTime(destroyed.destroyed?.time ?? 0),
            })}
          </EmptyState>
        </div>
      ) : letter !== undefined && !isHere ? (
        <div className="flex-1 bg-desk">
          <EmptyState icon="clock" title={t('notArrived')}>
            {t('notArrivedText')}
          </EmptyState>
        </div>
      ) : pdf.state === 'failed' || bytes.isError ? (
        <div className="flex-1 bg-desk">
          <EmptyState icon="warning" title={t('unreadable')}>
            {t('unreadableText')}
          </EmptyState>
        </div>
      ) : (
        <div className="flex min-h-0 min-w-0 flex-1">
          {controls.hasThumbnails && pdf.state === 'open' ? (
            <PdfThumbnails pdf={pdf.pdf} controls={controls} label={t('thumbnails')} pageLabel={pageLabel} />
          ) : null}
          <PdfView
            pdf={pdf.state === 'open' ? pdf.pdf : null}
            controls={controls}
            label={t('document')}
            pageLabel={pageLabel}
          />
        </div>
      )}
    </Tabs>
  );
}
