import type { ReactNode } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';

import { given } from './given.ts';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; null while the amount is not known. */
  readonly share: number | null;
  /** What screen readers say instead of a percentage: "6 dari 14 berkas". */
  readonly text?: string | undefined;
  readonly className?: string;
}

/** Long work: how far it is. Count, rate and Cancel stand beside it. */
export function ProgressBar({ label, share, text, className = 'w-32' }: ProgressBarProps): ReactNode {
  return (
    <AriaProgressBar
      aria-label={label}
      value={(share ?? 0) * 100}
      isIndeterminate={share === null}
      {...given({ valueLabel: text })}
      className={className}
    >
      {({ percentage }) => (
        <div className="h-1 overflow-hidden rounded-full bg-accent-soft">
          <div
            className={`h-full rounded-full bg-accent ${share === null ? 'w-1/3 opacity-60' : ''}`}
            style={share === null ? {} : { width: `${percentage ?? 0}%` }}
          />
        </div>
      )}
    </AriaProgressBar>
  );
}
