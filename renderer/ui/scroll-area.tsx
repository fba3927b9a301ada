import { type ReactNode, type Ref, useCallback, useEffect, useRef, useState } from 'react';

interface Thumb {
  readonly top: number;
  readonly height: number;
}

export interface ScrollAreaProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly viewportRef?: Ref<HTMLDivElement>;
  readonly onScroll?: (viewport: HTMLDivElement) => void;
  readonly label?: string;
  /** Lets the keyboard scroll it when nothing inside takes the focus. */
  readonly isFocusable?: boolean;
}

/** Scrolls like any element, with a slim bar drawn over the content so that rows keep their full width. */
export function ScrollArea(props: ScrollAreaProps): ReactNode {
  const { children, className = '', viewportRef, onScroll, label, isFocusable = false } = props;
  const viewport = useRef<HTMLDivElement | null>(null);
  const content = useRef<HTMLDivElement | null>(null);
  const [thumb, setThumb] = useState<Thumb | null>(null);

  const measure = useCallback(() => {
    const view = viewport.current;
    if (view === null) return;
    const { clientHeight, scrollHeight, scrollTop } = view;
    if (scrollHeight <= clientHeight + 1) {
      setThumb(null);
      return;
    }
    const track = clientHeight - 8;
    const height = Math.max(24, (clientHeight / scrollHeight) * track);
    const top = 4 + (scrollTop / (scrollHeight - clientHeight)) * (track - height);
    setThumb((old) => (old?.top === top && old.height === height ? old : { top, height }));
  }, []);

  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (viewport.current !== null) observer.observe(viewport.current);
    if (content.current !== null) observer.observe(content.current);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [measure]);

  return (
    <div className={`relative min-h-0 min-w-0 ${className}`}>
      <div
        ref={(element) => {
          viewport.current = element;
          if (typeof viewportRef === 'function') viewportRef(element);
          else if (viewportRef !== undefined && viewportRef !== null) viewportRef.current = element;
        }}
        {...(label === undefined ? {} : { role: 'region', 'aria-label': label })}
        {...(isFocusable ? { tabIndex: 0 } : {})}
        onScroll={(event) => {
          measure();
          onScroll?.(event.currentTarget);
        }}
        className="absolute inset-0 overflow-auto -outline-offset-2 [scrollbar-width:none]"
      >
        <div ref={content} className="min-h-full">
          {children}
        </div>
      </div>
      {thumb === null ? null : <ScrollThumb thumb={thumb} viewport={viewport} />}
    </div>
  );
}

function ScrollThumb(props: {
  readonly thumb: Thumb;
  readonly viewport: { readonly current: HTMLDivElement | null };
}): ReactNode {
  const { thumb, viewport } = props;
  const grip = useRef<{ readonly y: number; readonly scrollTop: number } | null>(null);
  return (
    <div
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { y: event.clientY, scrollTop: viewport.current?.scrollTop ?? 0 };
      }}
      onPointerMove={(event) => {
        const view = viewport.current;
        if (grip.current === null || view === null) return;
        const perPixel = (view.scrollHeight - view.clientHeight) / (view.clientHeight - 8 - thumb.height);
        view.scrollTop = grip.current.scrollTop + (event.clientY - grip.current.y) * perPixel;
      }}
      onPointerUp={() => {
        grip.current = null;
      }}
      style={{ top: thumb.top, height: thumb.height }}
      className="absolute right-0.5 w-2 px-0.5"
    >
      <div className="h-full rounded-full bg-thumb" />
    </div>
  );
}
