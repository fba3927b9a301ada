import { type ReactNode, useId } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useMe } from '#renderer/lib/session.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import { Weighted } from '#renderer/ui/weighted.tsx';

import { openProposals } from './open-proposals.ts';
import { destructionWords } from './words.ts';

/** Says on the letter that its documents are proposed for destruction, by whom, and whose decision it is. */
export function DestructionPanel(props: {
  readonly letter: LetterView;
  readonly onDestroy: () => void;
}): ReactNode {
  const t = useWords(destructionWords);
  const format = useFormat();
  const me = useMe();
  const titleId = useId();
  const { letter, onDestroy } = props;
  const proposals = openProposals(letter);
  if (proposals.length === 0) return null;
  const maySome = letter.actions.includes('destroy');
  const isHead = me?.positions.some(({ role }) => role === 'pimpinan') ?? false;
  return (
    <section
      aria-labelledby={titleId}
      className="flex max-h-40 shrink-0 items-center gap-2 overflow-y-auto border-b border-danger-line bg-danger-soft px-5 py-2"
    >
      <Icon name="trash" className="self-start text-danger" />
      <div className="selectable min-w-0 flex-1">
        <h2 id={titleId} className="text-13 font-semibold text-danger">
          {t('panelTitle')}
        </h2>
        {proposals.map(({ proposal, decision, proposed }) => (
          <p key={proposal} className="text-12 text-ink-2">
            <Weighted
              text={t('panelText', {
                who: proposed.title === '' ? proposed.name : `${proposed.title} (${proposed.name})`,
                decision,
                time: format.dayDateTime(proposed.time),
              })}
            />{' '}
            {proposed.note === '' ? null : t('panelNote', { note: proposed.note })}
          </p>
        ))}
        <p className="text-12 text-ink-2">
          <Weighted text={t(maySome ? 'waitsYou' : isHead ? 'waitsOtherHead' : 'waitsHead')} />
        </p>
      </div>
      {maySome ? (
        <Button size="dense" icon="trash" onPress={onDestroy}>
          {t('destroyAsk')}
        </Button>
      ) : null}
    </section>
  );
}
