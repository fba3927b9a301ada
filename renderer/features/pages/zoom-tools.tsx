import type { ReactNode } from 'react';

import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { PdfControls } from '#renderer/ui/pdf/pdf-controls.ts';

import { pagesWords } from './words.ts';

/** Page of pages, zoom, and fit, as they stand in a heading. 100 % is a point a pixel. */
export function ZoomTools(props: { readonly controls: PdfControls; readonly pageCount: number }): ReactNode {
  const t = useWords(pagesWords);
  const format = useFormat();
  const { controls, pageCount } = props;
  return (
    <div className="flex shrink-0 items-center gap-1 text-12 text-ink-2">
      <span className="px-1" aria-label={t('page', { page: controls.page, pages: pageCount })} role="img">
        {format.number(controls.page)}/{format.number(pageCount)}
      </span>
      <IconButton icon="minus" label={t('zoomOut')} onPress={controls.zoomOut} />
      <span className="w-10 text-center">{format.number(controls.scale * 100)}%</span>
      <IconButton icon="plus" label={t('zoomIn')} onPress={controls.zoomIn} />
      <IconButton icon="fitWidth" label={t('fit')} onPress={controls.fit} />
    </div>
  );
}
