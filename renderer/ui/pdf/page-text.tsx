import { type ReactNode, useEffect, useRef } from 'react';

import { TextLayer, type PdfHandle } from './open-pdf.ts';
import type { Rotation } from './pdf-controls.ts';

export interface PageTextProps {
  readonly pdf: PdfHandle;
  readonly number: number;
  readonly scale: number;
  readonly rotation: Rotation;
  /** Called with the element once its words stand in it. */
  readonly onReady: (number: number, element: HTMLElement) => void;
}

/** The words of a page, invisible over its picture, so that they can be selected, found and read aloud. */
export function PageText({ pdf, number, scale, rotation, onReady }: PageTextProps): ReactNode {
  const place = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let isWanted = true;
    let layer: TextLayer | null = null;
    async function write(target: HTMLDivElement): Promise<void> {
      const page = await pdf.document.getPage(number);
      const viewport = page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 });
      if (!isWanted) return;
      target.replaceChildren();
      layer = new TextLayer({ textContentSource: page.streamTextContent(), container: target, viewport });
      await layer.render();
      if (isWanted) onReady(number, target);
    }
    write(element).catch(() => {
      // Without words the picture is still there; cancelled layers end here, too.
    });
    return () => {
      isWanted = false;
      layer?.cancel();
    };
  }, [pdf, number, scale, rotation, onReady]);
  return (
    <div
      ref={place}
      className="pdf-text selectable"
      style={{ '--total-scale-factor': String(scale), '--scale-round-x': '1px', '--scale-round-y': '1px' }}
    />
  );
}
