import { type ReactNode, useEffect, useRef } from 'react';

import type { PdfHandle } from './open-pdf.ts';
import type { Rotation } from './pdf-controls.ts';

export interface PageCanvasProps {
  readonly pdf: PdfHandle;
  readonly number: number;
  /** CSS pixels per point. */
  readonly scale: number;
  readonly rotation: Rotation;
  /** Drawn when it is near the window; until then the paper is empty. */
  readonly isNear: boolean;
  readonly label: string;
}

/** Most pixels of one canvas: a page of A4 at 400 % on a screen with two pixels a point would be more. */
const MOST_PIXELS = 16_000_000;

/** Pixels per CSS pixel that a page is drawn with at least: small print stays legible on plain screens. */
const FINEST = 2;

/** One page as pixels. The old picture stays, stretched, until the new one is ready. */
export function PageCanvas({ pdf, number, scale, rotation, isNear, label }: PageCanvasProps): ReactNode {
  const shown = useRef<HTMLCanvasElement | null>(null);
  useEffect(() => {
    if (!isNear) return;
    let isWanted = true;
    let cancel: (() => void) | null = null;
    async function draw(): Promise<void> {
      const page = await pdf.document.getPage(number);
      if (!isWanted) return;
      const turn = (page.rotate + rotation) % 360;
      const plain = page.getViewport({ scale, rotation: turn });
      const density = Math.min(
        Math.max(window.devicePixelRatio, FINEST),
        Math.sqrt(MOST_PIXELS / (plain.width * plain.height)),
      );
      const viewport = page.getViewport({ scale: scale * density, rotation: turn });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const task = page.render({ canvas, viewport });
      cancel = () => {
        task.cancel();
      };
      await task.promise;
      const target = shown.current;
      if (!isWanted || target === null) return;
      target.width = canvas.width;
      target.height = canvas.height;
      target.getContext('2d')?.drawImage(canvas, 0, 0);
    }
    draw().catch((error: unknown) => {
      // Cancelling is how a newer drawing takes over; a page that cannot be drawn stays empty paper.
      if (isWanted && !(error instanceof Error && error.name === 'RenderingCancelledException')) {
        shown.current?.setAttribute('data-failed', 'true');
      }
    });
    return () => {
      isWanted = false;
      cancel?.();
    };
  }, [pdf, number, scale, rotation, isNear]);
  return (
    <canvas
      ref={shown}
      width={1}
      height={1}
      role="img"
      aria-label={label}
      className="block size-full bg-[#fff]"
    />
  );
}
