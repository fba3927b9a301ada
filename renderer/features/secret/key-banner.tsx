import { type ReactNode, useId } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { waitingMembers } from './circle.ts';
import { secretWords } from './words.ts';

/** Says to who opens the letter that a new holder on its route does not, with the way to hand the key on. */
export function KeyBanner(props: { readonly letter: LetterView; readonly onShare: () => void }): ReactNode {
  const { letter, onShare } = props;
  const t = useWords(secretWords);
  const titleId = useId();
  const waiting =
    letter.circle === null || !letter.actions.includes('shareKey') ? [] : waitingMembers(letter.circle);
  const [first] = waiting;
  if (first === undefined) return null;
  const name = first.holders.find((holder) => !holder.hasKey)?.name ?? '';
  return (
    <section
      aria-labelledby={titleId}
      className="flex shrink-0 items-center gap-2 border-b border-warning-line bg-warning-soft px-5 py-2"
    >
      <Icon name="key" className="self-start text-warning" />
      <div className="min-w-0 flex-1">
        <h2 id={titleId} className="text-13 font-semibold text-warning">
          {t('bannerTitle')}
        </h2>
        <p className="text-12 text-ink-2">
          {waiting.length === 1 ? (
            <Weighted text={t('bannerOne', { title: first.title, name })} />
          ) : (
            t('bannerMany', { count: waiting.length })
          )}
        </p>
      </div>
      <Button size="dense" icon="key" onPress={onShare}>
        {t('share')}
      </Button>
    </section>
  );
}
