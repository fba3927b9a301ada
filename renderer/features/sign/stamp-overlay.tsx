import { stampPayload } from '#core/office/stamp-payload.ts';
import type { ReactNode } from 'react';

import type { SessionView } from '#core/contract/answers.ts';
import type { LetterView } from '#core/contract/views.ts';
import type { Placement } from '#core/office/letter-acts.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import type { PdfPageFrame } from '#renderer/ui/pdf/pdf-view.tsx';

import { capacityLines } from './capacity-lines.ts';
import { defaultPlacement, onScreen } from './placement.ts';
import type { PageSize } from './placement.ts';
import { StampFrame } from './stamp-frame.tsx';
import type { StampText } from './stamp-look.tsx';
import { signWords } from './words.ts';

/** Stamps over the pages: the one to be set can be moved, the places of other signatories are only shown. */
export function useStampOverlay(props: {
  readonly session: SessionView;
  readonly me: NonNullable<SessionView['me']>;
  readonly letter: LetterView;
  readonly isActive: boolean;
  readonly moved: Placement | null;
  readonly pages: readonly PageSize[];
  readonly onMove: (placement: Placement) => void;
}): (frame: PdfPageFrame) => ReactNode {
  const t = useWords(signWords);
  const office = useAsk('office.status', undefined, { enabled: props.isActive });
  const { letter, me, session, moved, pages } = props;
  const { memo, acting } = letter;
  if (memo === null) return () => null;
  const last = pages.at(-1);
  const mine = memo.chain.find((step) => step.current && step.role === 'signature');
  const proposed = mine?.placement ?? (last === undefined ? null : defaultPlacement(pages.length, last, 0));
  const placement = moved ?? proposed;
  const text: StampText = {
    qr: stampPayload(session.office?.id ?? '', letter.id, memo.revision),
    heading: t('stampHeading'),
    capacity:
      acting === null ? [] : capacityLines(acting.position, acting.standing, office.data?.positions ?? []),
    name: me.name,
    nip: me.nip,
  };
  return (frame) => (
    <>
      {memo.chain.map((step) =>
        step.role === 'signature' &&
        step !== mine &&
        step.done === null &&
        step.placement?.page === frame.number ? (
          <OtherPlace
            key={step.position}
            placement={step.placement}
            frame={frame}
            label={t('stampOther', { title: step.title })}
          />
        ) : null,
      )}
      {props.isActive && placement !== null && placement.page === frame.number ? (
        <StampFrame
          key={letter.id}
          placement={placement}
          frame={frame}
          text={text}
          label={t('stamp')}
          hasHint
          comesIntoSight
          onMove={props.onMove}
        />
      ) : null}
    </>
  );
}

function OtherPlace(props: {
  readonly placement: Placement;
  readonly frame: PdfPageFrame;
  readonly label: string;
}): ReactNode {
  const { frame, placement } = props;
  const box = onScreen(placement, { width: frame.widthPt, height: frame.heightPt }, frame.scale);
  return (
    <div
      role="img"
      aria-label={props.label}
      className="absolute flex items-center justify-center border border-dashed border-[#8a8476] px-2 text-center text-11 text-[#626963]"
      style={{ ...box }}
    >
      {props.label}
    </div>
  );
}
