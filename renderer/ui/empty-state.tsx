import type { ReactNode } from 'react';

import { Icon, type IconName } from './icons/icon.tsx';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  /** Teaches the first step. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1 px-8 text-center">
      <span className="mb-2 flex size-12 items-center justify-center rounded-full border border-line-strong bg-page text-ink-2">
        <Icon name={icon} size={20} />
      </span>
      <p className="text-14 font-semibold text-ink">{title}</p>
      {children === undefined ? null : <div className="max-w-80 text-13 text-ink-2">{children}</div>}
      {action === undefined ? null : <div className="pt-3">{action}</div>}
    </div>
  );
}
