import type { ReactNode } from 'react';

import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { usePdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import type { PdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import { PdfView } from '#renderer/ui/pdf/pdf-view.tsx';
import type { PdfPageFrame } from '#renderer/ui/pdf/pdf-view.tsx';
import { usePdf } from '#renderer/ui/pdf/use-pdf.ts';
import type { PdfState } from '#renderer/ui/pdf/use-pdf.ts';

import { pagesWords } from './words.ts';

/** Pages of an opened PDF, with a sentence in their place when the viewer cannot read it. */
export function DocumentPages(props: {
  readonly state: PdfState;
  readonly controls: PdfControls;
  readonly overlay?: (frame: PdfPageFrame) => ReactNode;
  /** Names the region where two documents stand side by side. */
  readonly label?: string;
}): ReactNode {
  const t = useWords(pagesWords);
  const { state, controls, overlay } = props;
  if (state.state === 'failed') {
    return (
      <div className="min-h-0 flex-1 bg-desk">
        <EmptyState icon="warning" title={t('failed')}>
          {t('failedText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <PdfView
      pdf={state.state === 'open' ? state.pdf : null}
      controls={controls}
      label={props.label ?? t('pages')}
      pageLabel={(page, pages) => t('page', { page, pages })}
      {...(overlay === undefined ? {} : { overlay })}
    />
  );
}

/** Pages of bytes at hand. */
export function BytesPages(props: {
  readonly bytes: Uint8Array | undefined;
  readonly overlay?: (frame: PdfPageFrame) => ReactNode;
  /** Names the region where two documents stand side by side. */
  readonly label?: string;
}): ReactNode {
  const { bytes, ...rest } = props;
  return <DocumentPages state={usePdf(bytes)} controls={usePdfControls()} {...rest} />;
}

/** Pages of a document that waits to be registered or proposed. */
export function StagedPages(props: {
  readonly staged: string;
  readonly overlay?: (frame: PdfPageFrame) => ReactNode;
  /** Names the region where two documents stand side by side. */
  readonly label?: string;
}): ReactNode {
  const { staged, ...rest } = props;
  const bytes = useAsk('intake.bytes', { staged });
  if (bytes.error !== null) return <Failure error={bytes.error.officeError} />;
  return <BytesPages bytes={bytes.data} {...rest} />;
}

/** Pages of a letter's document or of one of its revisions. */
export function LetterPages(props: {
  readonly letter: string;
  readonly sha256: string;
  readonly label?: string;
}): ReactNode {
  const { letter, sha256, ...rest } = props;
  const bytes = useAsk('letters.document', { letter, sha256 });
  if (bytes.error !== null) return <Failure error={bytes.error.officeError} />;
  return <BytesPages bytes={bytes.data} {...rest} />;
}

function Failure(props: Parameters<typeof ErrorNote>[0]): ReactNode {
  return (
    <div className="flex-1 bg-desk p-4">
      <ErrorNote {...props} />
    </div>
  );
}
