import type { ReactNode } from 'react';

import type { OfficeError } from '#core/contract/result.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { useLanguage, useWords } from '#renderer/lib/words/use-words.ts';
import { Banner } from '#renderer/ui/banner.tsx';

import { errorWords } from './words.ts';

export interface ErrorNoteProps {
  readonly error: OfficeError | null;
  readonly actions?: ReactNode;
}

/** A failure where the hand is: what happened, what is safe, what to do. Nothing without an error. */
export function ErrorNote({ error, actions }: ErrorNoteProps): ReactNode {
  const language = useLanguage();
  const t = useWords(errorWords);
  if (error === null) return null;
  const { what, safe, todo } = errorSentences(language, error);
  return (
    <Banner tone="danger" title={what} actions={actions}>
      <p className="selectable">
        {safe} {todo}
      </p>
      <p className="selectable pt-1 text-11 text-ink-3">{t('code', { code: error.code })}</p>
    </Banner>
  );
}
