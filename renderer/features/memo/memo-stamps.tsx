import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import type { PositionView } from '#core/contract/views.ts';
import type { Placement } from '#core/office/letter-acts.ts';
import { stampPayload } from '#core/office/stamp-payload.ts';
import { StampFrame, capacityLines, defaultPlacement } from '#renderer/features/sign/index.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import type { PageSize } from '#renderer/ui/pdf/open-pdf.ts';
import type { PdfPageFrame } from '#renderer/ui/pdf/pdf-view.tsx';

import type { DraftStep } from './chain.ts';
import { memoWords } from './words.ts';

/** The words that stand on every stamp; the language of a letter is Indonesian whatever the app's is. */
const STAMP_HEADING = 'Ditandatangani secara elektronik oleh:';

/** The stamps of the chain over the pages, each to be dragged or moved by arrow keys. */
export function useMemoStamps(props: {
  readonly session: SessionView;
  readonly document: string;
  readonly chain: readonly DraftStep[];
  readonly positions: readonly PositionView[];
  readonly pages: readonly PageSize[];
  readonly onMove: (position: string, placement: Placement) => void;
}): (frame: PdfPageFrame) => ReactNode {
  const t = useWords(memoWords);
  const { pages, positions, session } = props;
  const signatures = props.chain.filter((step) => step.role === 'signature');
  const last = pages.at(-1);
  return (frame) =>
    signatures.map((step, index) => {
      if (last === undefined) return null;
      const placement = step.placement ?? defaultPlacement(pages.length, last, signatures.length - 1 - index);
      if (placement.page !== frame.number) return null;
      const position = positions.find((p) => p.id === step.position);
      const [holder] = position?.holders ?? [];
      const title = position?.title ?? '';
      return (
        <StampFrame
          key={step.position}
          placement={placement}
          frame={frame}
          label={t('stampOf', { title })}
          hasHint={index === signatures.length - 1}
          text={{
            qr: stampPayload(session.office?.id ?? '', '', props.document),
            heading: STAMP_HEADING,
            capacity: capacityLines(step.position, holder?.standing ?? 'definitive', positions),
            name: holder?.name ?? '',
            nip: holder?.nip ?? '',
          }}
          onMove={(moved) => props.onMove(step.position, moved)}
        />
      );
    });
}
