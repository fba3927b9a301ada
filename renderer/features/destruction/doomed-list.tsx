import { type ReactNode, useId } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { destructionWords } from './words.ts';

/** The documents that go, by name, so that nobody has to guess what "the letter" comprises. */
export function DoomedList(props: {
  readonly letter: LetterView;
  readonly documents: readonly string[];
  readonly isProposal: boolean;
}): ReactNode {
  const t = useWords(destructionWords);
  const format = useFormat();
  const titleId = useId();
  const { letter, documents } = props;
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className="pb-1 text-12 font-medium text-ink-2">
        {t(props.isProposal ? 'toGo' : 'gone', { count: documents.length })}
      </h3>
      <ul className="max-h-40 divide-y divide-line overflow-y-auto rounded-control border border-line-strong bg-page">
        {documents.map((sha256) => {
          const document = letter.documents.find((known) => known.sha256 === sha256);
          return (
            <li key={sha256} className="selectable flex min-w-0 items-center gap-2 px-2.5 py-1.5 text-12">
              <Icon name="trash" size={14} className="text-danger" />
              <span className="min-w-0 flex-1 truncate text-ink" title={document?.name}>
                {document?.name ?? t('goneOther')}
              </span>
              {document === undefined ? null : (
                <span className="text-ink-3">
                  {t('facts', { count: document.pages, size: format.bytes(document.size) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
