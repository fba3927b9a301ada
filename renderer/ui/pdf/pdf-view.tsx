import './pdf.css';

import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { ScrollArea } from '../scroll-area.tsx';
import { type PageMatch, matchesIn, paintMatches } from './find-in-pages.ts';
import type { PageSize, PdfHandle } from './open-pdf.ts';
import { PageCanvas } from './page-canvas.tsx';
import { PageText } from './page-text.tsx';
import type { PdfControls } from './pdf-controls.ts';

/** A page as an overlay needs it: points, unrotated, origin lower left; `scale` is CSS pixels per point. */
export interface PdfPageFrame {
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly scale: number;
}

export interface PdfViewProps {
  /** Null while it opens: empty paper stands in its place, so that nothing jumps. */
  readonly pdf: PdfHandle | null;
  readonly controls: PdfControls;
  readonly label: string;
  /** "Halaman 2 dari 3". */
  readonly pageLabel: (page: number, of: number) => string;
  /** Drawn over each page in CSS pixels. */
  readonly overlay?: (frame: PdfPageFrame) => ReactNode;
}

/** Room around the pages, in CSS pixels, and the widest that fitting makes them. */
const GAP = 16;
const WIDEST_FIT = 760;
const a4: PageSize = { width: 595.28, height: 841.89 };

/** Pages of a PDF below each other on the desk, at the width of the window or at a zoom. */
export function PdfView({ pdf, controls, label, pageLabel, overlay }: PdfViewProps): ReactNode {
  const [width, setWidth] = useState(0);
  const viewport = useRef<HTMLDivElement | null>(null);
  const pages = useRef(new Map<number, HTMLElement>());
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([1]));
  const { viewer, rotation, zoom } = controls;

  const isTurned = rotation === 90 || rotation === 270;
  const shown = pdf?.sizes ?? [a4];
  const widest = Math.max(...shown.map((size) => (isTurned ? size.height : size.width)));
  const fitScale = Math.max(0.1, Math.min(width - 2 * GAP, WIDEST_FIT) / widest);
  const scale = zoom === 'fit' ? fitScale : zoom;

  useEffect(() => {
    viewer.setScale(scale);
  }, [scale, viewer]);

  useEffect(() => {
    const view = viewport.current;
    if (view === null) return;
    const resized = new ResizeObserver(() => {
      setWidth(view.clientWidth);
    });
    resized.observe(view);
    return () => {
      resized.disconnect();
    };
  }, []);

  useEffect(() => {
    viewport.current?.scrollTo(0, 0);
    setNear(new Set([1]));
    viewer.setPage(1);
  }, [pdf, viewer]);

  // What was in the middle stays there when the pages grow or shrink.
  const lastScale = useRef(scale);
  useLayoutEffect(() => {
    const view = viewport.current;
    const ratio = scale / lastScale.current;
    lastScale.current = scale;
    if (view === null || ratio === 1 || !Number.isFinite(ratio)) return;
    const middle = view.scrollTop + view.clientHeight / 2;
    if (view.scrollTop > 0) view.scrollTop = middle * ratio - view.clientHeight / 2;
  }, [scale]);

  const look = useCallback(() => {
    const view = viewport.current;
    if (view === null) return;
    const { scrollTop, clientHeight } = view;
    const inReach: number[] = [];
    let current = 1;
    for (const [number, element] of pages.current) {
      const { offsetTop, offsetHeight } = element;
      if (offsetTop < scrollTop + 2 * clientHeight && offsetTop + offsetHeight > scrollTop - clientHeight)
        inReach.push(number);
      if (offsetTop <= scrollTop + clientHeight / 2) current = Math.max(current, number);
    }
    setNear((old) =>
      inReach.length === old.size && inReach.every((n) => old.has(n)) ? old : new Set(inReach),
    );
    viewer.setPage(current);
  }, [viewer]);

  useEffect(look, [look, scale, rotation, pdf, width]);

  useEffect(() => {
    const { scrollTo } = viewer;
    scrollTo.current = (number) => {
      const element = pages.current.get(number);
      if (element !== undefined) viewport.current?.scrollTo({ top: element.offsetTop - GAP });
    };
    return () => {
      scrollTo.current = null;
    };
  }, [viewer]);

  const found = useFound(pdf, controls, viewport);

  return (
    <ScrollArea label={label} isFocusable className="flex-1 bg-desk" viewportRef={viewport} onScroll={look}>
      <div className="flex min-h-full w-max min-w-full flex-col items-center gap-4 p-4">
        {shown.map((size, index) => {
          const number = index + 1;
          const box = isTurned ? { width: size.height, height: size.width } : size;
          return (
            <div
              key={number}
              ref={(element) => {
                if (element === null) pages.current.delete(number);
                else pages.current.set(number, element);
              }}
              style={{ width: Math.round(box.width * scale), height: Math.round(box.height * scale) }}
              className="relative shrink-0 bg-[#fff] shadow-paper"
            >
              {pdf === null ? null : (
                <>
                  <PageCanvas
                    pdf={pdf}
                    number={number}
                    scale={scale}
                    rotation={rotation}
                    isNear={near.has(number)}
                    label={pageLabel(number, pdf.pageCount)}
                  />
                  {near.has(number) || controls.query !== '' ? (
                    <PageText pdf={pdf} number={number} scale={scale} rotation={rotation} onReady={found} />
                  ) : null}
                </>
              )}
              <div className="pdf-dim" />
              {pdf === null ? null : overlay?.({ number, widthPt: size.width, heightPt: size.height, scale })}
            </div>
          );
        })}
      </div>
    </ScrollArea>
  );
}

/** Finds the typed words on the pages, paints them and brings the current one into sight. */
function useFound(
  pdf: PdfHandle | null,
  controls: PdfControls,
  viewport: { readonly current: HTMLDivElement | null },
): (page: number, element: HTMLElement) => void {
  const { query, match, viewer } = controls;
  const texts = useRef(new Map<number, HTMLElement>());
  const [version, setVersion] = useState(0);
  useEffect(() => {
    texts.current.clear();
  }, [pdf]);
  const onReady = useCallback((page: number, element: HTMLElement) => {
    texts.current.set(page, element);
    setVersion((v) => v + 1);
  }, []);
  const matches = useMemo((): readonly PageMatch[] => {
    const byPage = [...texts.current].toSorted(([a], [b]) => a - b);
    return version === 0 ? [] : byPage.flatMap(([page, element]) => matchesIn(page, element, query));
  }, [query, version]);
  useEffect(() => {
    viewer.setMatchCount(matches.length);
    paintMatches(matches, match);
    const box = matches[match]?.range.getBoundingClientRect();
    const view = viewport.current;
    if (box === undefined || view === null) return;
    const frame = view.getBoundingClientRect();
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) {
      view.scrollTop += box.top - frame.top - frame.height / 3;
    }
  }, [matches, match, viewer, viewport]);
  return onReady;
}
