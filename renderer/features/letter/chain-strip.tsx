import type { ReactNode } from 'react';

import type { LetterView } from '#core/contract/views.ts';
import { useFormat } from '#renderer/lib/format/use-format.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';

import { letterWords } from './letter-words.ts';

/** A memo's chain in order: who has initialled or signed, whose turn it is, who follows. */
export function ChainStrip({ memo }: { readonly memo: NonNullable<LetterView['memo']> }): ReactNode {
  const t = useWords(letterWords);
  const format = useFormat();
  return (
    <ol
      aria-label={t('chain')}
      className="flex shrink-0 gap-4 overflow-x-auto border-b border-line bg-sheet px-5 py-1.5 text-12 [scrollbar-width:none]"
    >
      {memo.chain.map((step, index) => {
        const state =
          step.done !== null
            ? format.shortDateTime(step.done.time)
            : step.current && memo.stage === 'inChain'
              ? t('waiting')
              : t('queued');
        const tone = step.done !== null ? 'text-success' : step.current ? 'text-accent' : 'text-ink-3';
        return (
          <li key={`${step.position}-${index}`} className="flex items-center gap-1.5 whitespace-nowrap">
            <Icon
              name={step.done !== null ? 'checkCircle' : step.role === 'initials' ? 'initials' : 'pen'}
              size={14}
              className={tone}
            />
            <span className="text-ink-3">
              {step.role === 'initials' ? t('chainInitials') : t('chainSignature')}
            </span>
            <span className="font-medium text-ink">{step.title}</span>
            <span className={tone}>{state}</span>
          </li>
        );
      })}
    </ol>
  );
}
