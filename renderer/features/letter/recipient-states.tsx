import type { ReactNode } from 'react';

import type { DispositionView } from '#core/contract/views.ts';
import { fill } from '#core/words/fill.ts';
import { timelineSentences } from '#core/words/timeline.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useLanguage } from '#renderer/lib/words/use-words.ts';
import { Icon, type IconName } from '#renderer/ui/icons/icon.tsx';

type Recipient = DispositionView['recipients'][number];

interface RecipientState {
  readonly icon: IconName;
  readonly tone: string;
  readonly sentence: 'finishedAt' | 'returnedAt' | 'acknowledgedAt' | 'readAt' | 'notRead';
  readonly time: number | null;
}

function stateOf(recipient: Recipient): RecipientState {
  const { finished, returned, acknowledged, read } = recipient;
  if (finished !== null)
    return { icon: 'check', tone: 'text-success', sentence: 'finishedAt', time: finished.time };
  if (returned !== null)
    return { icon: 'undo', tone: 'text-warning', sentence: 'returnedAt', time: returned.time };
  if (acknowledged !== null)
    return { icon: 'eye', tone: 'text-ink-2', sentence: 'acknowledgedAt', time: acknowledged.time };
  if (read !== null) return { icon: 'eye', tone: 'text-ink-2', sentence: 'readAt', time: read.time };
  return { icon: 'clock', tone: 'text-ink-3', sentence: 'notRead', time: null };
}

/** Under a disposition: how far each of its recipients is. */
export function RecipientStates({ disposition }: { readonly disposition: DispositionView }): ReactNode {
  const language = useLanguage();
  const format = useFormat();
  const sentences = timelineSentences(language);
  return (
    <ul className="mt-1 flex flex-col border-l-2 border-line-strong pl-2 text-12 leading-[18px]">
      {disposition.recipients.map((recipient) => {
        const state = stateOf(recipient);
        return (
          <li key={recipient.position}>
            <span className="block truncate font-medium text-ink-2">{recipient.title}</span>
            <span className={`flex items-start gap-1 ${state.tone}`}>
              <Icon name={state.icon} size={14} className="mt-0.5" />
              <span className="min-w-0">
                {fill(
                  sentences[state.sentence],
                  state.time === null ? {} : { time: format.shortDateTime(state.time) },
                )}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
