import { type ReactNode, useEffect, useRef } from 'react';

import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { PdfControls } from '#renderer/ui/pdf/pdf-controls.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

import { letterWords } from './letter-words.ts';

function FindBar({ controls }: { readonly controls: PdfControls }): ReactNode {
  const t = useWords(letterWords);
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const { query, match, matchCount } = controls;
  return (
    <div role="search" className="flex items-center gap-1">
      <TextField
        label={t('findField')}
        isLabelHidden
        isDense
        icon="search"
        value={query}
        onChange={controls.setQuery}
        inputRef={field}
        className="w-44"
        onKeyDown={(event) => {
          if (event.key === 'Enter') controls.moveMatch(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') {
            event.stopPropagation();
            controls.closeSearch();
          }
        }}
      />
      <span role="status" className="w-16 text-center text-12 text-ink-3">
        {query.trim() === ''
          ? ''
          : matchCount === 0
            ? t('findNone')
            : t('findCount', { at: match + 1, of: matchCount })}
      </span>
      <IconButton
        icon="chevronUp"
        iconSize={14}
        label={t('findPrevious')}
        onPress={() => {
          controls.moveMatch(-1);
        }}
        isDisabled={matchCount === 0}
      />
      <IconButton
        icon="chevronDown"
        iconSize={14}
        label={t('findNext')}
        onPress={() => {
          controls.moveMatch(1);
        }}
        isDisabled={matchCount === 0}
      />
      <IconButton icon="close" iconSize={14} label={t('findClose')} onPress={controls.closeSearch} />
    </div>
  );
}

/** Thumbnails, page, zoom, fit, rotate, find: at the right end of the tabs' line. */
export function PdfToolbar({
  controls,
  pageCount,
}: {
  readonly controls: PdfControls;
  readonly pageCount: number;
}): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  if (controls.isSearching) return <FindBar controls={controls} />;
  return (
    <div className="flex items-center">
      <IconButton
        icon="thumbnails"
        label={t('thumbnails')}
        isPressed={controls.hasThumbnails}
        onPress={controls.toggleThumbnails}
      />
      <span className="px-0.5 text-12 text-ink-2">
        {t('pageCount', { page: controls.page, of: pageCount })}
      </span>
      <IconButton icon="minus" label={t('zoomOut')} onPress={controls.zoomOut} />
      <span className="min-w-[30px] text-center text-12 text-ink-2">
        {format.number(Math.round(controls.scale * 100))}%
      </span>
      <IconButton icon="plus" label={t('zoomIn')} onPress={controls.zoomIn} />
      <IconButton icon="fitWidth" label={t('fit')} onPress={controls.fit} />
      <IconButton icon="refresh" label={t('rotate')} onPress={controls.rotate} />
      <IconButton icon="search" label={t('find')} shortcut="Ctrl+F" onPress={controls.openSearch} />
    </div>
  );
}
