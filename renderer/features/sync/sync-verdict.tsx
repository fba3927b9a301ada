import type { ReactNode } from 'react';

import type { SyncView } from '#core/contract/answers.ts';
import { ErrorNote } from '#renderer/features/errors/index.ts';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { Icon } from '#renderer/ui/icons/icon.tsx';
import type { IconName } from '#renderer/ui/icons/icon.tsx';

import { furtherProblem, syncState } from './explain.ts';
import type { SyncState } from './explain.ts';
import { syncWords } from './words.ts';

const looks: Record<SyncState['tone'], { readonly icon: IconName; readonly look: string }> = {
  success: { icon: 'checkCircle', look: 'border-success-line bg-success-soft text-success' },
  plain: { icon: 'arrowUp', look: 'border-line-strong bg-page text-ink-2' },
  warning: { icon: 'offline', look: 'border-warning-line bg-warning-soft text-warning' },
  danger: { icon: 'alertCircle', look: 'border-danger-line bg-danger-soft text-danger' },
};

/** How it stands, in a sentence, and what to do about it. */
export function SyncVerdict({ view }: { readonly view: SyncView }): ReactNode {
  const t = useWords(syncWords);
  const state = syncState(view);
  const { icon, look } = looks[state.tone];
  const problem = furtherProblem(view);
  return (
    <section className="flex gap-3" role="status">
      <span className={`flex size-9 shrink-0 items-center justify-center rounded-full border ${look}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="text-16 font-semibold text-ink">
          {state.key === 'sending' ? t('sending', { count: view.waiting }) : t(state.key)}
        </h2>
        <p className="max-w-[760px] text-13 text-ink-2">{t(`${state.key}Text`)}</p>
        {problem === null ? null : (
          <div className="max-w-[760px] pt-3">
            <ErrorNote error={problem} />
          </div>
        )}
      </div>
    </section>
  );
}
