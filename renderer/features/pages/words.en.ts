import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  page: 'Page {page} of {pages}',
  pages: 'Pages of the document',
  failed: 'The pages cannot be shown',
  failedText:
    'The file is kept whole, but the viewer cannot read it. Open it with another PDF program to be sure of its content.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the width',
};
