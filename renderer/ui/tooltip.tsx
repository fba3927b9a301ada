import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

import { KeyCap } from './key-cap.tsx';

export interface TooltipProps {
  /** The button that it explains. */
  readonly children: ReactElement;
  readonly text: string;
  readonly shortcut?: string | undefined;
}

/** Words for a button that shows only an icon; appears on hover and on keyboard focus. */
export function Tooltip({ children, text, shortcut }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="appear flex items-center gap-2 rounded-control border border-line-strong bg-page px-2 py-1 text-12 text-ink shadow-popover"
      >
        {text}
        {shortcut === undefined ? null : <KeyCap keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
