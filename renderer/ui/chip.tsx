import type { ReactNode } from 'react';

import { Icon, type IconName } from './icons/icon.tsx';

export interface ChipProps {
  readonly tone: 'accent' | 'warning' | 'danger' | 'success' | 'plain';
  readonly icon: IconName;
  readonly children: ReactNode;
}

const tones = {
  accent: 'border-accent-line bg-accent-soft text-accent',
  warning: 'border-warning-line bg-warning-soft text-warning',
  danger: 'border-danger-line bg-danger-soft text-danger',
  success: 'border-success-line bg-success-soft text-success',
  plain: 'border-line-strong bg-page text-ink-2',
} as const;

/** A state: icon, word, colour, in that order of trust. At most two in a header. */
export function Chip({ tone, icon, children }: ChipProps): ReactNode {
  return (
    <span
      className={`inline-flex h-5 shrink-0 items-center gap-1 rounded-chip border px-[5px] text-12 font-medium whitespace-nowrap ${tones[tone]}`}
    >
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}

export interface FactProps {
  readonly icon: IconName;
  /** What kind of fact it is; left out where the value says it. */
  readonly name?: string;
  readonly children: ReactNode;
  readonly iconClass?: string;
}

/** A fact beside the chips, plain: icon, name, value. */
export function Fact({ icon, name, children, iconClass = 'text-ink-2' }: FactProps): ReactNode {
  return (
    <span className="inline-flex h-5 shrink-0 items-center gap-1 text-12 font-medium whitespace-nowrap text-ink-2">
      <Icon name={icon} size={14} className={iconClass} />
      {name === undefined ? null : <span className="font-normal text-ink-3">{name}</span>}
      {children}
    </span>
  );
}
