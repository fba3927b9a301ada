import type { ReactNode } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';

import { shortHash } from './short-hash.ts';
import { signWords } from './words.ts';

/** The bytes that the act binds to: number, pages, size and digest of the revision on the screen. */
export function BytesFacts(props: {
  readonly letter: LetterView;
  readonly act: 'initials' | 'sign';
}): ReactNode {
  const t = useWords(signWords);
  const format = useFormat();
  const { letter } = props;
  const { document, number, memo } = letter;
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('number'), number === '' ? t('numberNone') : number],
    [t('file'), t('fileFacts', { count: document.pages, size: format.bytes(document.size) })],
    [
      t('print'),
      t('printFacts', { hash: shortHash(memo?.revision ?? document.sha256) }),
      memo?.revision ?? '',
    ],
  ];
  return (
    <section aria-labelledby="sign-bytes">
      <h2 id="sign-bytes" className="pb-1 text-13 font-medium text-ink-2">
        {props.act === 'sign' ? t('bytes') : t('bytesInitials')}
      </h2>
      <dl className="grid grid-cols-[56px_1fr] gap-y-0.5 text-12">
        {facts.map(([name, value, whole]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd
              className="selectable truncate text-ink"
              title={whole === undefined || whole === '' ? value : whole}
            >
              {value}
            </dd>
          </div>
        ))}
        {memo === null || memo.proposedBy.note === '' ? null : (
          <>
            <dt className="text-ink-3">{t('note')}</dt>
            <dd className="selectable text-ink">{memo.proposedBy.note}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
