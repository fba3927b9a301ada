import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';

import { given } from './given.ts';

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Name of the surface for screen readers. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?:
    'bottom' | 'bottom start' | 'bottom end' | 'top end' | 'top start' | 'left' | undefined;
  readonly className?: string;
}

/** A small surface beside the button that opens it. */
export function Popover({
  trigger,
  label,
  children,
  placement,
  className = 'w-72 p-3',
}: PopoverProps): ReactNode {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover offset={6} {...given({ placement })}>
        <Dialog
          aria-label={label}
          className={`appear rounded-popover border border-line-strong bg-page text-13 shadow-popover outline-none ${className}`}
        >
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
