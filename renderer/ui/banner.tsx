import type { ReactNode } from 'react';

import { Icon, type IconName } from './icons/icon.tsx';

export interface BannerProps {
  readonly tone: 'warning' | 'danger' | 'success' | 'accent';
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: IconName;
}

const tones = {
  warning: { box: 'border-warning-line bg-warning-soft', title: 'text-warning', icon: 'warning' },
  danger: { box: 'border-danger-line bg-danger-soft', title: 'text-danger', icon: 'alertCircle' },
  success: { box: 'border-success-line bg-success-soft', title: 'text-success', icon: 'checkCircle' },
  accent: { box: 'border-accent-line bg-accent-soft', title: 'text-accent', icon: 'infoCircle' },
} as const;

/** Something to know before going on, where the hand is, with the ways out. */
export function Banner({ tone, title, children, actions, icon }: BannerProps): ReactNode {
  const look = tones[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`flex gap-2 rounded-control border p-3 ${look.box}`}
    >
      <Icon name={icon ?? look.icon} className={`mt-0.5 ${look.title}`} />
      <div className="min-w-0 flex-1">
        <p className={`text-13 font-semibold ${look.title}`}>{title}</p>
        {children === undefined ? null : <div className="text-12 text-ink-2">{children}</div>}
        {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
      </div>
    </div>
  );
}
