import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components';

import { given } from './given.ts';
import { spokenKeys } from './key-cap.tsx';

export interface MenuButtonProps {
  readonly children: ReactNode;
  /** Spoken name; the visible content may be an icon alone. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
  readonly className: string;
}

/** A bare button that opens a menu or popover; its look is the caller's. */
export function MenuButton({ children, label, shortcut, buttonRef, className }: MenuButtonProps): ReactNode {
  return (
    <Button
      aria-label={label}
      {...given({
        ref: buttonRef,
        'aria-keyshortcuts': shortcut === undefined ? undefined : spokenKeys(shortcut),
      })}
      className={className}
    >
      {children}
    </Button>
  );
}
