import { type ReactElement, type ReactNode, useContext } from 'react';
import { DialogTrigger, OverlayTriggerStateContext, Popover as AriaPopover } from 'react-aria-components';

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
      {/* The surface itself is the dialog: its hidden buttons that close it belong to it. */}
      <AriaPopover
        offset={6}
        aria-label={label}
        {...given({ placement })}
        className={`appear rounded-popover border border-line-strong bg-page text-13 shadow-popover outline-none ${className}`}
      >
        <Content>{children}</Content>
      </AriaPopover>
    </DialogTrigger>
  );
}

function Content({ children }: Pick<PopoverProps, 'children'>): ReactNode {
  const state = useContext(OverlayTriggerStateContext);
  return typeof children === 'function' ? children(() => state?.close()) : children;
}
