import { useMemo, useRef, useState } from 'react';

export type Rotation = 0 | 90 | 180 | 270;

/** What the viewer's toolbar shows and changes. 100 % is a point per CSS pixel. */
export interface PdfControls {
  readonly zoom: 'fit' | number;
  /** The scale in use, as the viewer last measured it. */
  readonly scale: number;
  readonly rotation: Rotation;
  readonly page: number;
  readonly hasThumbnails: boolean;
  readonly isSearching: boolean;
  readonly query: string;
  /** Which match is in sight, from 0. */
  readonly match: number;
  readonly matchCount: number;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly rotate: () => void;
  readonly toggleThumbnails: () => void;
  readonly openSearch: () => void;
  readonly closeSearch: () => void;
  readonly setQuery: (query: string) => void;
  readonly moveMatch: (by: 1 | -1) => void;
  readonly goToPage: (page: number) => void;
  /** For the viewer itself. */
  readonly viewer: {
    readonly setScale: (scale: number) => void;
    readonly setPage: (page: number) => void;
    readonly setMatchCount: (count: number) => void;
    /** Set by the viewer: scrolls a page into sight. */
    readonly scrollTo: { current: ((page: number) => void) | null };
  };
}

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

function nextRotation(rotation: Rotation): Rotation {
  const order: readonly Rotation[] = [0, 90, 180, 270];
  return order[(order.indexOf(rotation) + 1) % order.length] ?? 0;
}

/** State of one viewer, shared by its toolbar and its pages. */
export function usePdfControls(): PdfControls {
  const [zoom, setZoom] = useState<'fit' | number>('fit');
  const [scale, setScale] = useState(1);
  const [rotation, setRotation] = useState<Rotation>(0);
  const [page, setPage] = useState(1);
  const [hasThumbnails, setThumbnails] = useState(false);
  const [isSearching, setSearching] = useState(false);
  const [query, setQueryText] = useState('');
  const [match, setMatch] = useState(0);
  const [matchCount, setMatchCount] = useState(0);
  const scrollTo = useRef<((page: number) => void) | null>(null);
  // Of one identity for the viewer's life: it goes to the top whenever this changes.
  const viewer = useMemo(() => ({ setScale, setPage, setMatchCount, scrollTo }), []);
  return useMemo(
    () => ({
      zoom,
      scale,
      rotation,
      page,
      hasThumbnails,
      isSearching,
      query,
      match,
      matchCount,
      zoomIn: () => {
        setZoom(steps.find((step) => step > scale + 0.01) ?? scale);
      },
      zoomOut: () => {
        setZoom(steps.findLast((step) => step < scale - 0.01) ?? scale);
      },
      fit: () => {
        setZoom('fit');
      },
      rotate: () => {
        setRotation(nextRotation);
      },
      toggleThumbnails: () => {
        setThumbnails((shown) => !shown);
      },
      openSearch: () => {
        setSearching(true);
      },
      closeSearch: () => {
        setSearching(false);
        setQueryText('');
      },
      setQuery: (text) => {
        setQueryText(text);
        setMatch(0);
      },
      moveMatch: (by) => {
        if (matchCount > 0) setMatch((match + by + matchCount) % matchCount);
      },
      goToPage: (number) => {
        scrollTo.current?.(number);
      },
      viewer,
    }),
    [zoom, scale, rotation, page, hasThumbnails, isSearching, query, match, matchCount, viewer],
  );
}
