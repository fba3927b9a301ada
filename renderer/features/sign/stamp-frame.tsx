import { useEffect, useRef } from 'react';
import type { PointerEvent, ReactNode } from 'react';

import type { Placement } from '#core/office/letter-acts.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { PdfPageFrame } from '#renderer/ui/pdf/pdf-view.tsx';

import { arrowStep, inMillimetres, movedBy, onScreen, widenedBy } from './placement.ts';
import { StampLook } from './stamp-look.tsx';
import type { StampText } from './stamp-look.tsx';
import { signWords } from './words.ts';

/** A stamp on its page: dragged by its body, widened by its lower right corner, moved by the arrow keys. */
export function StampFrame(props: {
  readonly placement: Placement;
  readonly frame: PdfPageFrame;
  readonly text: StampText;
  /** The stamp that is being placed; others stand as they are. */
  readonly label: string;
  readonly hasHint: boolean;
  /** Brought into sight when it appears: what will be signed is seen without scrolling. */
  readonly comesIntoSight?: boolean;
  readonly onMove: (placement: Placement) => void;
}): ReactNode {
  const t = useWords(signWords);
  const { placement, frame, onMove } = props;
  const page = { width: frame.widthPt, height: frame.heightPt };
  const box = onScreen(placement, page, frame.scale);
  const self = useRef<HTMLDivElement>(null);
  const { comesIntoSight = false } = props;
  useEffect(() => {
    if (!comesIntoSight) return;
    // After the viewer went to the top of the new document.
    const frameId = requestAnimationFrame(() =>
      self.current?.scrollIntoView({ block: 'center', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frameId);
  }, [comesIntoSight]);
  const grip = useRef<{ x: number; y: number; at: Placement; isCorner: boolean } | null>(null);

  const start = (isCorner: boolean) => (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, y: event.clientY, at: placement, isCorner };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current;
    if (held === null) return;
    const dx = (event.clientX - held.x) / frame.scale;
    const dy = (held.y - event.clientY) / frame.scale;
    onMove(held.isCorner ? widenedBy(held.at, dx, page) : movedBy(held.at, dx, dy, page));
  };
  const drop = () => {
    grip.current = null;
  };
  const { left, bottom } = inMillimetres(placement);
  return (
    <>
      <div
        aria-hidden
        className="pointer-events-none absolute border-l border-dashed border-[#00807b]"
        style={{ left: box.left, top: box.top - 44, height: box.height + 88 }}
      />
      <div
        ref={self}
        role="button"
        tabIndex={0}
        aria-roledescription={t('stamp')}
        className="absolute cursor-move touch-none outline-2 outline-[#00807b] focus-visible:shadow-[0_0_0_4px_rgb(0_128_123/30%)]"
        style={{ ...box }}
        onPointerDown={start(false)}
        onPointerMove={move}
        onPointerUp={drop}
        onPointerCancel={drop}
        onKeyDown={(event) => {
          const step = arrowStep(event.key, event.shiftKey);
          if (step === null || event.ctrlKey || event.altKey) return;
          event.preventDefault();
          event.stopPropagation();
          onMove(movedBy(placement, step[0], step[1], page));
        }}
      >
        <span className="sr-only">{`${props.label}. ${t('stampAt', { page: placement.page, left, bottom })}`}</span>
        <StampLook text={props.text} width={box.width} height={box.height} />
        {(['-top-1 -left-1', '-top-1 -right-1', '-bottom-1 -left-1'] as const).map((corner) => (
          <span
            key={corner}
            aria-hidden
            className={`absolute size-2 border-2 border-[#00807b] bg-[#fff] ${corner}`}
          />
        ))}
        <span
          aria-hidden
          className="absolute -right-1 -bottom-1 size-2 cursor-nwse-resize touch-none border-2 border-[#00807b] bg-[#fff] after:absolute after:-inset-2"
          onPointerDown={start(true)}
          onPointerMove={move}
          onPointerUp={drop}
          onPointerCancel={drop}
        />
      </div>
      {props.hasHint ? (
        <p
          aria-hidden
          className="pointer-events-none absolute flex h-[22px] -translate-x-full items-center gap-1.5 rounded-chip bg-[#0d5b5a] px-2 text-12 font-medium whitespace-nowrap text-[#fff]"
          style={{ left: box.left + box.width, top: box.top + box.height + 7 }}
        >
          <Icon name="move" size={14} />
          {t('stampHint')}
        </p>
      ) : null}
    </>
  );
}
