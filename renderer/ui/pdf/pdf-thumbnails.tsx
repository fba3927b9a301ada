import { type ReactNode, useEffect, useRef, useState } from 'react';

import type { PdfHandle } from './open-pdf.ts';
import { PageCanvas } from './page-canvas.tsx';
import type { PdfControls } from './pdf-controls.ts';

/** One page, small; drawn when it comes into sight. */
export function PdfThumbnail(props: {
  readonly pdf: PdfHandle;
  readonly number: number;
  /** CSS pixels. */
  readonly width: number;
  readonly label: string;
}): ReactNode {
  const { pdf, number, width, label } = props;
  const place = useRef<HTMLDivElement | null>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setNear(true);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const size = pdf.sizes[number - 1] ?? { width: 595, height: 842 };
  const scale = width / size.width;
  return (
    <div
      ref={place}
      style={{ width, height: Math.round(size.height * scale) }}
      className="relative overflow-hidden border border-line-strong bg-[#fff]"
    >
      <PageCanvas pdf={pdf} number={number} scale={scale} rotation={0} isNear={isNear} label={label} />
      <div className="pdf-dim" />
    </div>
  );
}

/** The panel of small pages at the left of the viewer; a press goes to the page. */
export function PdfThumbnails(props: {
  readonly pdf: PdfHandle;
  readonly controls: PdfControls;
  readonly label: string;
  readonly pageLabel: (page: number, of: number) => string;
}): ReactNode {
  const { pdf, controls, label, pageLabel } = props;
  return (
    <nav aria-label={label} className="w-30 shrink-0 overflow-y-auto border-r border-line bg-sheet p-3">
      <ol className="flex flex-col gap-3">
        {pdf.sizes.map((_, index) => {
          const number = index + 1;
          const isCurrent = number === controls.page;
          return (
            <li key={number}>
              <button
                type="button"
                aria-current={isCurrent ? 'page' : undefined}
                onClick={() => {
                  controls.goToPage(number);
                }}
                className={`flex w-full flex-col items-center gap-1 rounded-control p-1 text-11 ${isCurrent ? 'bg-accent-soft font-semibold text-accent' : 'text-ink-2 hover:bg-hover'}`}
              >
                <PdfThumbnail pdf={pdf} number={number} width={80} label={pageLabel(number, pdf.pageCount)} />
                {number}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
